using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>A baseline as text: JSON with one line an entry, sorted, so that a review shows what came and went.</summary>
public static class BaselineFile
{
    /// <summary>Raised where a reader of the former format could be misled.</summary>
    private const int Version = 1;

    private const string VersionKey = "version";
    private const string FindingsKey = "findings";
    private const string PathKey = "path";
    private const string RuleKey = "rule";
    private const string PlaceKey = "place";
    private const string TextKey = "text";
    private const string CountKey = "count";

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="BaselineException">It is none.</exception>
    public static ImmutableArray<BaselineEntry> Read(SourceFile file)
    {
        if (!YamlTree.TryParseJson(file.Text, SyntaxLimits.Default, out var tree, out var error))
            throw Refuse(file, error.Span, error.Message);
        if (tree.Documents is not [{ Root: YamlMapping root }])
            throw Refuse(file, new TextSpan(0, 0), "it is no JSON object");

        CheckKeys(file, root, [VersionKey, FindingsKey]);
        var version = root.Find(VersionKey)?.Value
            ?? throw Refuse(file, root.Span, $"it has no `{VersionKey}`");
        if (version is not YamlScalar { IsImplicit: true, Value: "1" })
            throw Refuse(file, version.Span, $"this omlint reads version {Number(Version)}");
        if (root.Find(FindingsKey)?.Value is not YamlSequence findings)
            throw Refuse(file, root.Span, $"it has no list `{FindingsKey}`");
        return [.. findings.Items.Select(item => ReadEntry(file, item))];
    }

    /// <summary>The text of a baseline, with LF line ends.</summary>
    /// <param name="entries">Its entries, in any order; those of one key become one, and those without count none.</param>
    public static string Write(IEnumerable<BaselineEntry> entries)
    {
        var counts = new SortedDictionary<BaselineKey, int>();
        foreach (var entry in entries.Where(entry => entry.Count > 0))
            counts[entry.Key] = counts.GetValueOrDefault(entry.Key) + entry.Count;

        var text = new StringBuilder($"{{\n  \"{VersionKey}\": {Number(Version)},\n  \"{FindingsKey}\": [");
        var separator = "\n";
        foreach (var (key, count) in counts)
        {
            text.Append(separator).Append("    { ");
            Append(text, PathKey, key.Path).Append(", ");
            Append(text, RuleKey, key.RuleId).Append(", ");
            Append(text, PlaceKey, key.Place).Append(", ");
            Append(text, TextKey, key.Text);
            if (count > 1)
                text.Append(CultureInfo.InvariantCulture, $", \"{CountKey}\": {count}");
            text.Append(" }");
            separator = ",\n";
        }

        return text.Append(counts.Count == 0 ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    private static StringBuilder Append(StringBuilder text, string key, string value) =>
        text.Append('"').Append(key).Append("\": \"").Append(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value).Append('"');

    private static BaselineEntry ReadEntry(SourceFile file, YamlNode item)
    {
        if (item is not YamlMapping entry)
            throw Refuse(file, item.Span, "an entry is a JSON object");
        CheckKeys(file, entry, [PathKey, RuleKey, PlaceKey, TextKey, CountKey]);

        var rule = ReadText(RuleKey);
        if (!Baseline.CanHold(rule))
            throw Refuse(file, item.Span, $"`{rule}` is about omlint itself or about a file as such, and cannot be hidden");
        return new BaselineEntry(new BaselineKey(ReadText(PathKey), rule, ReadText(PlaceKey), ReadText(TextKey)), ReadCount(), item.Span);

        string ReadText(string key) => entry.Find(key)?.Value switch
        {
            null => throw Refuse(file, item.Span, $"an entry has no `{key}`"),
            YamlScalar { Style: YamlScalarStyle.DoubleQuoted } scalar => scalar.Value,
            var other => throw Refuse(file, other.Span, $"`{key}` is no text"),
        };

        int ReadCount() => entry.Find(CountKey)?.Value switch
        {
            null => 1,
            YamlScalar { IsImplicit: true } scalar
                when int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 => count,
            var other => throw Refuse(file, other.Span, $"`{CountKey}` is a whole number from 1 on"),
        };
    }

    private static void CheckKeys(SourceFile file, YamlMapping mapping, ReadOnlySpan<string> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (!known.Contains(entry.KeyText))
                throw Refuse(file, entry.Key.Span, $"`{entry.KeyText}` has no meaning there");
            if (!seen.Add(entry.KeyText!))
                throw Refuse(file, entry.Key.Span, $"`{entry.KeyText}` is written twice");
        }
    }

    private static BaselineException Refuse(SourceFile file, TextSpan span, string problem) =>
        new($"`{file.Path}` is no baseline, line {Number(file.Lines.LineOf(span.Start) + 1)}: {problem}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
