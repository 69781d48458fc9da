namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>How the tag of an <see cref="ImageReference"/> is written.</summary>
internal enum ImageTagKind
{
    /// <summary>Not at all: the image is <c>latest</c>.</summary>
    None,

    /// <summary>As text, or as the default of a variable.</summary>
    Text,

    /// <summary>As a variable without a default.</summary>
    Variable,

    /// <summary>As something that is only known when it runs: a template's expression, several variables.</summary>
    Expression,

    /// <summary>Left to whoever reads the values: a chart takes its own release.</summary>
    Chart,
}
