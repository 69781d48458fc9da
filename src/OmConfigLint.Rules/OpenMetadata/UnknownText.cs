using OmConfigLint.Syntax.Templates;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Recognises values that are not known before somebody, or a program, has filled them in.</summary>
internal static class UnknownText
{
    /// <summary>
    /// True where <paramref name="text"/> holds an environment variable, an expression of a template engine (in quotes it is YAML), or is a
    /// placeholder as people write them: <c>__NAME__</c>, <c>&lt;name&gt;</c>.
    /// </summary>
    public static bool IsIn(string text) =>
        EnvironmentReference.IsIn(text)
        || StandIns.AreIn(text)
        || text.Contains("{{", StringComparison.Ordinal)
        || text.Contains("{%", StringComparison.Ordinal)
        || text is ['<', .., '>']
        || text is ['_', '_', _, .., '_', '_'];
}
