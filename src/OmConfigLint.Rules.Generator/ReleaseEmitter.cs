using System.Globalization;
using Microsoft.CodeAnalysis;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Generator;

/// <summary>
/// Reads the list of releases (a line each: the number, then the day where it is known; <c>#</c> starts a comment; oldest first) and
/// writes it as C#.
/// </summary>
internal static class ReleaseEmitter
{
    /// <summary>Reads the list.</summary>
    public static ReleaseSource Read(AdditionalText file, CancellationToken cancellationToken)
    {
        var errors = new List<SourceError>();
        var items = new List<string>();
        Version? previous = null;
        foreach (var line in file.GetText(cancellationToken)!.Lines)
        {
            var fields = line.ToString().Split('#')[0].Split([' '], StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 0)
                continue;

            if (!Version.TryParse(fields[0], out var version) || version.Build < 0 || fields.Length > 2)
                Report($"`{line}` is not a release: a number of three or four parts and, where it is known, the day, as in `1.6.3 2025-01-29`");
            else if (previous is not null && version <= previous)
                Report($"`{version}` comes after `{previous}`; the list is in the order of the numbers");
            else if (fields.Length == 2 && !IsDay(fields[1]))
                Report($"`{fields[1]}` is not a day, as in `2025-01-29`");
            else
                items.Add($"new({EmitVersion(fields[0])}, {(fields.Length == 2 ? EmitDay(fields[1]) : "null")})");
            previous = version ?? previous;

            void Report(string message) => errors.Add(new SourceError(file.Path, new PageError(message, line.LineNumber + 1, 1)));
        }

        return new ReleaseSource(new EquatableArray<string>([.. items]), new EquatableArray<SourceError>([.. errors]));
    }

    /// <summary>The expression of type <c>ReleaseVersion</c> for a number of two to four parts.</summary>
    public static string EmitVersion(string number)
    {
        var parts = number.Split('.');
        return $"new ReleaseVersion({string.Join(", ", parts.Concat(["0", "0"]).Take(4))}, {parts.Length})";
    }

    private static bool IsDay(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string EmitDay(string text)
    {
        var parts = text.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture));
        return $"new DateOnly({string.Join(", ", parts)})";
    }
}
