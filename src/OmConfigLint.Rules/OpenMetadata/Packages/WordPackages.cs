using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>
/// The packages that are named in values of any document: a value that is a requirement, blank-separated requirements
/// (<c>_PIP_ADDITIONAL_REQUIREMENTS</c>), a list in braces (<c>--set "extraPipPackages={…}"</c>), the words of a <c>pip install</c>.
/// </summary>
internal static class WordPackages
{
    // Values under other keys may speak of such a command: a description, a message.
    private static readonly string[] CommandKeys =
        ["command", "commands", "cmd", "args", "arguments", "entrypoint", "run", "script", "before_script", "bash_command", "RUN", "CMD", "ENTRYPOINT"];

    /// <summary>The groups of <paramref name="document"/>, one a value or command, in values whose owner <paramref name="accepts"/> takes.</summary>
    public static IEnumerable<PackageGroup> Find(ConfigDocument document, Func<object, bool> accepts)
    {
        foreach (var value in DocumentValues.Containing(document, "openmetadata"))
        {
            if (!accepts(value.Text.Owner))
                continue;
            foreach (var group in In(document, value))
                yield return group;
        }
    }

    /// <summary>The groups of one value of <paramref name="document"/>.</summary>
    public static IEnumerable<PackageGroup> In(ConfigDocument document, ConfigValue value)
    {
        if (!OpenMetadataPackage.IsIn(value.Text.Value))
            yield break;
        foreach (var words in Lists(value))
        {
            var group = new PackageGroup(document, value.Path) { IsHeldElsewhere = words.Exists(word => word.Text is "-c" or "--constraint") };
            foreach (var word in words)
            {
                if (PythonRequirement.TryParse(word.Text, out var requirement))
                    group.Add(PackagePin.Of(group, value.Text, word.Start, requirement));
            }

            yield return group;
        }
    }

    /// <summary>True for a key or variable that holds requirements: a name alone is one there.</summary>
    public static bool IsRequirementName(string? name)
    {
        if (name is null)
            return false;
        var rest = name.Replace("pipeline", "", StringComparison.OrdinalIgnoreCase).Replace("required", "", StringComparison.OrdinalIgnoreCase);
        return rest.Contains("pip", StringComparison.OrdinalIgnoreCase) || rest.Contains("require", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<List<PackageWord>> Lists(ConfigValue value)
    {
        var text = value.Text.Value;
        var isNamed = IsRequirementName(value.Key);
        if (!text.Contains('\n'))
        {
            var words = PackageWord.Split(text, DefaultOf(text));
            if (words.Count > 0 && words.TrueForAll(word => word.Text[0] == '-' || IsRequirement(word.Text, isNamed)))
            {
                yield return words;
                yield break;
            }
        }

        var hasBraces = false;
        foreach (var braces in BracedLists(text))
        {
            hasBraces = true;
            yield return braces;
        }

        if (hasBraces || !CommandKeys.Contains(value.Key))
            yield break;
        foreach (var command in PipCommand.Find(text))
            yield return command;
    }

    private static bool IsRequirement(string word, bool isNamed) =>
        PythonRequirement.TryParse(word, out var requirement) && (isNamed || !requirement.Specifiers.Clauses.IsEmpty || !requirement.Extras.IsEmpty);

    /// <summary>Of <c>${NAME:-default}</c> the default, else the whole.</summary>
    private static TextSpan DefaultOf(string text)
    {
        var start = text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}') ? text.IndexOf(":-", StringComparison.Ordinal) : -1;
        return start < 0 ? new TextSpan(0, text.Length) : TextSpan.FromBounds(start + 2, text.Length - 1);
    }

    /// <summary>Helm's way to write a list on the command line.</summary>
    private static IEnumerable<List<PackageWord>> BracedLists(string text)
    {
        for (var open = text.IndexOf("={", StringComparison.Ordinal); open >= 0; open = text.IndexOf("={", open + 2, StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', open);
            var nameStart = open;
            while (nameStart > 0 && (char.IsAsciiLetterOrDigit(text[nameStart - 1]) || text[nameStart - 1] is '.' or '_' or '-'))
                nameStart--;
            if (close < 0 || !IsRequirementName(text[nameStart..open]))
                continue;
            var words = new List<PackageWord>();
            var start = open + 2;
            foreach (var item in text[start..close].Split(','))
            {
                words.Add(new PackageWord(start, item));
                start += item.Length + 1;
            }

            yield return words;
        }
    }
}
