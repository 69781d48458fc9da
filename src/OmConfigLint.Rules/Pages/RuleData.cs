namespace OmConfigLint.Rules.Pages;

/// <summary>The files of <c>rules/data/</c> that rule pages name, compiled in.</summary>
internal static partial class RuleData
{
    private static readonly Dictionary<string, RuleParameter> Files = Create();

    /// <summary>The file called <paramref name="name"/>, without its ending, for <paramref name="page"/>.</summary>
    /// <exception cref="RuleParameterException">There is none.</exception>
    public static RuleParameters Find(string page, string name) => Files.TryGetValue(name, out var content)
        ? new RuleParameters(page, content)
        : throw new RuleParameterException(page, $"`{name}` is none of the files in rules/data");

    private static partial Dictionary<string, RuleParameter> Create();
}
