namespace OmConfigLint.Syntax.Yaml;

/// <summary>The presentation of a mapping or sequence (YAML 1.2, chapter 7.4 and 8.2).</summary>
public enum YamlCollectionStyle
{
    /// <summary>One entry a line, by indentation.</summary>
    Block,

    /// <summary>In brackets; the only style of JSON.</summary>
    Flow,
}
