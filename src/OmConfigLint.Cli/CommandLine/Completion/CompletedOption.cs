using System.Collections.Immutable;

namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary>An option as the help describes it.</summary>
/// <param name="Short">As in <c>-j</c>; null for none.</param>
/// <param name="Long">As in <c>--jobs</c>.</param>
/// <param name="Value">What stands for its value; null where it has none.</param>
/// <param name="IsValueOptional">True where the value may be left out, and stands behind <c>=</c>.</param>
/// <param name="Description">What it does.</param>
internal sealed record CompletedOption(string? Short, string Long, string? Value, bool IsValueOptional, string Description)
{
    /// <summary>What its value can be; none where that is not known.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Its names, short first.</summary>
    public IEnumerable<string> Names => Short is null ? [Long] : [Short, Long];

    /// <summary>True where it needs a value.</summary>
    public bool NeedsValue => Value is not null && !IsValueOptional;

    /// <summary>True where a file may stand behind one of the words, as in <c>sarif=omlint.sarif</c>.</summary>
    public bool TakesWordAndFile => Value is "FORMAT[=FILE]";

    /// <summary>True where its value is a path.</summary>
    public bool TakesPath => Value is "FILE" or "DIR" or "PATH";

    /// <summary>True where it may be given again.</summary>
    public bool IsRepeatable => Value is "FORMAT[=FILE]" or "RULES";

    /// <summary>Reads the options that <paramref name="help"/> describes: lines indented by two that start with a hyphen, and what continues them.</summary>
    public static IEnumerable<CompletedOption> In(string help)
    {
        var lines = help.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            // A single hyphen is a word, not an option.
            var line = lines[i];
            if (!line.StartsWith("  -", StringComparison.Ordinal) || line[3] == ' ')
                continue;

            var gap = line.IndexOf("  ", 2, StringComparison.Ordinal);
            var description = line[gap..].Trim();
            while (lines[i + 1].StartsWith(new string(' ', 10), StringComparison.Ordinal))
                description += " " + lines[++i].Trim();
            yield return Read(line[2..gap], description);
        }
    }

    private static CompletedOption Read(string head, string description)
    {
        var comma = head.IndexOf(", ", StringComparison.Ordinal);
        var shortName = comma < 0 ? null : head[..comma];
        var longName = comma < 0 ? head : head[(comma + 2)..];
        // What follows a semicolon is for those who read the whole help.
        description = description.Split("; ")[0];
        if (longName.Split("[=") is [var name, var optional])
        {
            if (!name.Contains(' '))
                return new CompletedOption(shortName, name, optional.TrimEnd(']'), IsValueOptional: true, description);
        }

        return longName.Split(' ', 2) is [var before, var value]
            ? new CompletedOption(shortName, before, value, IsValueOptional: false, description)
            : new CompletedOption(shortName, longName, null, IsValueOptional: false, description);
    }
}
