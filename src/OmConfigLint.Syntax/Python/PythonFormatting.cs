namespace OmConfigLint.Syntax.Python;

/// <summary>How a string is filled in when the program runs, beyond what its literals say.</summary>
internal enum PythonFormatting
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary><c>str.format</c>: fields in braces, braces doubled.</summary>
    Braces,

    /// <summary><c>%</c>: conversions, per cent signs doubled.</summary>
    Percent,
}
