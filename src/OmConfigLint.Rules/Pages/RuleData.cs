using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>Facts that several pages share: the files <c>rules/data/*.yaml</c>, compiled in. A page names one by its file name without the extension.</summary>
internal static partial class RuleData
{
    /// <summary>The file called <paramref name="name"/>, for <paramref name="page"/>.</summary>
    /// <exception cref="RuleParameterException">There is none.</exception>
    public static RuleParameters Find(string page, string name)
    {
        var all = Create();
        foreach (var (file, data) in all)
        {
            if (file == name)
                return new RuleParameters($"rules/data/{name}.yaml", data);
        }

        throw new RuleParameterException(page, $"`{name}` is no data file; there are {string.Join(", ", all.Select(entry => entry.Name))}");
    }

    private static partial ImmutableArray<(string Name, RuleParameter Data)> Create();
}
