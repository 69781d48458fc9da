using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Syntax.Tests.Python;

/// <summary>Files of Python's standard library, read by omlint and by Python.</summary>
public sealed class PythonLibraryTests
{
    [Fact]
    public void Python_finds_the_same()
    {
        var read = 0;
        var differences = new List<string>();
        foreach (var (path, facts) in PythonReference.Read(PythonReference.StandardLibrary(500)))
        {
            var text = File.ReadAllText(path);
            if (!PythonTree.TryParse(text, SyntaxLimits.Default, out var tree, out var error))
            {
                differences.Add($"{path}: {error}");
                continue;
            }

            read++;
            differences.AddRange(Differences(tree, facts).Select(difference => $"{path}: {difference}"));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences in {read} files\n" + string.Join('\n', differences.Take(40)));
        Assert.True(read > 400, $"{read} files read");
    }

    private static IEnumerable<string> Differences(PythonTree tree, JsonElement facts)
    {
        var literals = tree.Strings.SelectMany(text => text.Literals).DistinctBy(literal => literal.Span).OrderBy(literal => literal.Span.Start).ToList();
        var outer = new List<PythonStringLiteral>();
        foreach (var literal in literals)
        {
            if (outer.Count == 0 || literal.Span.Start >= outer[^1].Span.End)
                outer.Add(literal);
        }

        var formatted = outer.Where(literal => !literal.Fields.IsEmpty).Select(literal => literal.Span).ToList();
        bool IsOutside(TextSpan span) => !formatted.Exists(field => field.Contains(span) && field != span);

        var strings = facts.GetProperty("strings").EnumerateArray().Concat(facts.GetProperty("formatted").EnumerateArray()).ToList();
        var covered = 0;
        foreach (var fact in strings)
        {
            var span = SpanOf(fact);
            var parts = Within(outer, span);
            covered += parts.Count;
            var value = string.Concat(parts.SelectMany(part => part.Texts).Select(token => token.Value));
            var source = tree.Text.Substring(span.Start, span.Length);
            // What `{name=}` writes before the value counts as text to Python.
            if (parts.TrueForAll(part => part.Fields.All(field => !IsEcho(tree.Text, field))) && !source.Contains("\\N{", StringComparison.Ordinal) && !source.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
                && Valid(value) != fact[2].GetString())
            {
                yield return $"string at {At(tree, span)}: «{value}» instead of «{fact[2]}»";
            }
        }

        if (covered != outer.Count)
            yield return $"{outer.Count} literals instead of {covered}";

        var composed = tree.Strings.GroupBy(text => text.Span).ToDictionary(group => group.Key, group => group.First());
        foreach (var fact in facts.GetProperty("composed").EnumerateArray())
        {
            var span = SpanOf(fact);
            // In `a == "b" + "c"` the sum is no expression of its own.
            var isPart = tree.Values.OfType<PythonExpression>().Any(expression => expression.Operands.OfType<PythonString>().Any(operand => operand.Span.Start == span.Start))
                || tree.Strings.Any(larger => larger.Span.Start == span.Start && larger.Span.End > span.End);
            if (composed.TryGetValue(span, out var text) ? Valid(text.ToString()) != fact[2].GetString() && !Escapes(tree, span) : !isPart)
                yield return $"expression at {At(tree, span)}: «{(text is null ? "nothing" : text)}» instead of «{fact[2]}»";
        }

        foreach (var difference in Compare(
            "dict",
            tree,
            tree.Dicts.Where(dict => !dict.IsCall && IsOutside(dict.Span)).Select(dict =>
                (dict.Span, string.Join(",", dict.Entries.Select(entry => entry.Key is PythonString { Span: var key } && IsLiteral(key, literals) ? Valid(entry.Name ?? "") : "-")))),
            facts.GetProperty("dicts").EnumerateArray().Select(fact =>
                (SpanOf(fact), string.Join(",", fact[2].EnumerateArray().Select(key => key.GetString() ?? "-"))))))
        {
            yield return difference;
        }

        foreach (var (kind, property) in new[] { (PythonSequenceKind.List, "lists"), (PythonSequenceKind.Set, "sets") })
        {
            foreach (var difference in Compare(
                property,
                tree,
                tree.Values.OfType<PythonSequence>().Where(list => list.Kind == kind && IsOutside(list.Span)).Select(list => (list.Span, $"{list.Items.Length}")),
                facts.GetProperty(property).EnumerateArray().Select(fact => (SpanOf(fact), $"{fact[2]}"))))
            {
                yield return difference;
            }
        }

        var asDict = tree.Dicts.Where(dict => dict.IsCall).Select(dict => dict.Span).ToHashSet();
        var asString = tree.Strings.ToLookup(text => text.Span.Start, text => text.Span.End);
        foreach (var difference in Compare(
            "call",
            tree,
            tree.Calls.Where(call => IsOutside(call.Span)).Select(call => (call.Span, Signature(call))),
            facts.GetProperty("calls").EnumerateArray().Where(fact => !asDict.Contains(SpanOf(fact))).Select(fact =>
                (SpanOf(fact), $"{(fact[2].ValueKind == JsonValueKind.Null ? "?" : fact[2])}/{fact[3]}/{string.Join(",", fact[4].EnumerateArray().Select(name => name.GetString() ?? "-"))}")),
            span => asString[span.Start].Any(end => end >= span.End)))
        {
            yield return difference;
        }

        foreach (var difference in Compare(
            "import",
            tree,
            tree.Imports.Select(import => (import.Span, $"{import.Module}|{import.Dots}|" + string.Join(",", import.Names.Select(name => $"{name.Name} {name.Alias}")))),
            facts.GetProperty("imports").EnumerateArray().Select(fact =>
                (SpanOf(fact), $"{fact[2]}|{fact[3]}|" + string.Join(",", fact[4].EnumerateArray().Select(name => $"{name[0]} {name[1]}"))))))
        {
            yield return difference;
        }

        foreach (var difference in Compare(
            "assignment",
            tree,
            tree.Assignments.Select(assignment => (TextSpan.FromBounds(assignment.TargetSpan.Start, assignment.Span.End), "")),
            facts.GetProperty("assignments").EnumerateArray().Select(fact => (SpanOf(fact), ""))))
        {
            yield return difference;
        }
    }

    private static string Signature(PythonCall call) =>
        $"{(call.Receiver is null ? call.Callee : "?")}/{call.Arguments.Count(argument => argument.Name is null && argument.Stars < 2)}/"
        + string.Join(",", call.Arguments.Where(argument => argument.Name is not null || argument.Stars == 2).Select(argument => argument.Name ?? "-"));

    private static IEnumerable<string> Compare(
        string kind, PythonTree tree, IEnumerable<(TextSpan Span, string Content)> found, IEnumerable<(TextSpan Span, string Content)> expected, Func<TextSpan, bool>? isReadOtherwise = null)
    {
        var (own, python) = (found.ToHashSet(), expected.ToHashSet());
        foreach (var (span, content) in own.Except(python))
            yield return $"{kind} at {At(tree, span)} only by omlint: {content}";
        foreach (var (span, content) in python.Except(own).Where(item => isReadOtherwise?.Invoke(item.Span) != true))
            yield return $"{kind} at {At(tree, span)} only by Python: {content}";
    }

    private static bool IsLiteral(TextSpan span, List<PythonStringLiteral> literals) =>
        Within(literals, span) is [var first, ..] parts && first.Fields.IsEmpty && parts.TrueForAll(part => !part.Prefix.Contains('b', StringComparison.OrdinalIgnoreCase));

    private static List<PythonStringLiteral> Within(List<PythonStringLiteral> literals, TextSpan span)
    {
        var (low, high) = (0, literals.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (literals[middle].Span.Start < span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return [.. literals.Skip(low).TakeWhile(literal => literal.Span.End <= span.End)];
    }

    private static bool IsEcho(string text, PythonField field) => System.Text.RegularExpressions.Regex.IsMatch(
        text.AsSpan(field.Value.Span.End, field.Span.End - field.Value.Span.End), "^\\)*\\s*=");

    private static bool Escapes(PythonTree tree, TextSpan span) => tree.Text.AsSpan(span.Start, span.Length).Contains("\\N{", StringComparison.Ordinal);

    private static TextSpan SpanOf(JsonElement fact) => TextSpan.FromBounds(fact[0].GetInt32(), fact[1].GetInt32());

    private static string At(PythonTree tree, TextSpan span) =>
        $"line {tree.Lines.LineOf(span.Start) + 1} «{PythonOutline.Visible(tree.Text.Substring(span.Start, Math.Min(80, span.Length)))}»";

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
