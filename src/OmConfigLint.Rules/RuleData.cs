using System.Collections.Immutable;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules;

/// <summary>Facts that several pages share: the files <c>rules/data/*.yaml</c>, compiled in. A page names one by its file name.</summary>
internal static partial class RuleData
{
    /// <summary>The data of the file <paramref name="name"/><c>.yaml</c>.</summary>
    /// <exception cref="RulePageException">There is no such file.</exception>
    public static RuleParameters Find(string name)
    {
        var all = Create();
        foreach (var (file, data) in all)
        {
            if (file == name)
                return new RuleParameters($"rules/data/{name}.yaml", data);
        }

        throw new RulePageException($"`{name}` is no data file; there are {string.Join(", ", all.Select(entry => entry.Name))}");
    }

    private static partial ImmutableArray<(string Name, RuleParameter Data)> Create();
}
