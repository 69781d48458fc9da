using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Reads <c># omlint: ignore[OM1001, OM1002] until=2027-01-31 -- why</c> and <c># omlint: ignore-file[…]</c>.</summary>
internal static class SuppressionParser
{
    /// <summary>The word that makes a comment one of omlint's.</summary>
    public const string Prefix = "omlint:";

    private const string Until = "until=";

    /// <summary>Reads the comment at <paramref name="span"/>.</summary>
    /// <returns>False for a comment that is none of omlint's, and for one that is malformed: then <paramref name="error"/> says why.</returns>
    public static bool TryParse(
        string text, TextSpan span, [NotNullWhen(true)] out Suppression? suppression, out string? error)
    {
        suppression = null;
        error = null;
        var comment = text.AsSpan(span.Start, span.Length);
        // As each format writes comments: `#`, `//` and `/* … */` in Terraform, `;` in option files, `--` in SQL.
        if (comment.StartsWith("/*", StringComparison.Ordinal) && comment.EndsWith("*/", StringComparison.Ordinal))
        {
            comment = comment[..^2];
            span = TextSpan.FromBounds(span.Start, span.End - 2);
        }

        var body = comment.TrimStart("#/;-*").TrimStart();
        if (!body.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        body = body[Prefix.Length..].TrimStart();
        var isForFile = body.StartsWith("ignore-file", StringComparison.Ordinal);
        if (!isForFile && !body.StartsWith("ignore", StringComparison.Ordinal))
            return Fail("`omlint:` is followed by neither `ignore[…]` nor `ignore-file[…]`", out error);

        body = body[(isForFile ? "ignore-file" : "ignore").Length..].TrimStart();
        var close = body.IndexOf(']');
        if (!body.StartsWith("[", StringComparison.Ordinal) || close < 0)
            return Fail("the suppression names no rule in brackets, as in `ignore[OM1001]`", out error);

        var rules = ReadRules(text, span.End - body.Length + 1, span.End - body.Length + close);
        if (rules.IsEmpty)
            return Fail("the suppression names no rule between its brackets", out error);

        // What stands behind the dashes is for whoever reads the file.
        var rest = body[(close + 1)..];
        var dashes = rest.IndexOf("--", StringComparison.Ordinal);
        var reason = dashes < 0 ? "" : rest[(dashes + 2)..].Trim().ToString();
        DateOnly? until = null;
        foreach (var word in rest[..(dashes < 0 ? rest.Length : dashes)].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!word.Contains('='))
                continue;
            if (!word.StartsWith(Until, StringComparison.Ordinal))
                return Fail($"`{word}` means nothing here; a suppression ends with `until=2027-01-31`", out error);
            if (!DateOnly.TryParseExact(word[Until.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return Fail($"`{word}` is not a date of the form `until=2027-01-31`", out error);
            until = date;
        }

        suppression = new Suppression(span, rules, isForFile, until, reason.Length == 0 ? null : reason);
        return true;
    }

    private static ImmutableArray<SuppressedRule> ReadRules(string text, int start, int end)
    {
        var rules = ImmutableArray.CreateBuilder<SuppressedRule>();
        foreach (var range in text.AsSpan(start, end - start).Split(','))
        {
            var (offset, length) = range.GetOffsetAndLength(end - start);
            var word = text.AsSpan(start + offset, length);
            var leading = length - word.TrimStart().Length;
            var trimmed = word.Trim();
            if (!trimmed.IsEmpty)
                rules.Add(new SuppressedRule(trimmed.ToString(), new TextSpan(start + offset + leading, trimmed.Length)));
        }

        return rules.ToImmutable();
    }

    private static bool Fail(string message, out string error)
    {
        error = message;
        return false;
    }
}
