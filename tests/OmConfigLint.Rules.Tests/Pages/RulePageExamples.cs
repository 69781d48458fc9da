using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Tests.Pages;

/// <summary>
/// Reads the examples of a rule's page. An example is a section <c>## Example</c> or <c>## Example: title</c>; its fenced blocks with
/// <c>file=</c> are its files, others only illustrate. <c>target=</c>, <c>from=</c> and <c>fix=unsafe</c> on any of them hold for the example.
/// Findings are announced by <c># finding: OM1001, OM1002</c> at the end of their line, or, where a format has no comments, by
/// <c>findings=OM1001@4,OM1002@7</c>. A section <c>## Fixed</c> behind an example holds the files that its fixes change or create.
/// </summary>
internal sealed partial class RulePageExamples
{
    private readonly RulePage _page;
    private readonly string[] _lines;
    private readonly List<RulePageExample> _examples = [];
    private int _index;

    private RulePageExamples(RulePage page)
    {
        _page = page;
        _lines = page.Markdown.Split('\n');
    }

    /// <summary>The examples of all pages, for theories.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Names =>
        from page in RulePages.All
        from example in Of(page)
        select new TheoryDataRow<string, string>(example.Page, example.Title) { TestDisplayName = example.ToString() };

    /// <summary>The example of a page by its title.</summary>
    public static RulePageExample Find(string page, string title) =>
        Of(RulePages.All.Single(candidate => candidate.Id == page)).Single(example => example.Title == title);

    /// <summary>The examples of <paramref name="page"/>.</summary>
    /// <exception cref="FormatException">The page's examples are not as they should be; the message says where.</exception>
    public static ImmutableArray<RulePageExample> Of(RulePage page)
    {
        var reader = new RulePageExamples(page);
        reader.Read();
        return [.. reader._examples];
    }

    private void Read()
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        var hasFixed = true;
        var headings = RulePageHeading.Read(_page.Markdown);
        for (var i = 0; i < headings.Length; i++)
        {
            _index = headings[i].Line - 1;
            var end = i + 1 < headings.Length ? headings[i + 1].Line - 1 : _lines.Length;
            if (headings[i].Text == "Example" || headings[i].Text.StartsWith("Example: ", StringComparison.Ordinal))
            {
                if (!titles.Add(headings[i].Text))
                    throw Error($"there are two sections `{headings[i].Text}`");
                hasFixed = !ReadExample(headings[i].Text, end);
            }
            else if (headings[i].Text == "Fixed")
            {
                if (hasFixed)
                    throw Error("`Fixed` does not follow an example with files");
                hasFixed = true;
                ReadFixed(end);
            }
        }
    }

    private bool ReadExample(string title, int end)
    {
        var line = _index + 1;
        var blocks = ReadBlocks(end).Where(block => block.Attributes.ContainsKey("file")).ToArray();
        if (blocks.Length == 0)
            return false;

        var files = ImmutableArray.CreateBuilder<ExampleFile>();
        var findings = ImmutableArray.CreateBuilder<ExpectedFinding>();
        foreach (var block in blocks)
        {
            var path = block.Attributes["file"];
            files.Add(new ExampleFile(path, TakeMarkers(path, block, findings)));
            foreach (var (rule, at) in ReadFindings(block))
                findings.Add(new ExpectedFinding(path, at, rule));
        }

        _examples.Add(new RulePageExample
        {
            Page = _page.Id,
            Title = title,
            Line = line,
            Target = Release(blocks, "target"),
            From = Release(blocks, "from"),
            UnsafeFixes = Shared(blocks, "fix") switch
            {
                null => false,
                "unsafe" => true,
                var other => throw Error($"`fix={other}` is not `fix=unsafe`"),
            },
            Files = Sorted(files),
            Findings = [.. findings.OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal)],
        });
        return true;
    }

    private void ReadFixed(int end)
    {
        var files = _examples[^1].Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var block in ReadBlocks(end))
        {
            if (block.Attributes.Count != 1 || !block.Attributes.TryGetValue("file", out var path))
                throw Error("a block under `Fixed` has the attribute `file` and no other");
            files[path] = new ExampleFile(path, block.Text);
        }

        _examples[^1] = _examples[^1] with { Fixed = Sorted(files.Values) };
    }

    private IEnumerable<Block> ReadBlocks(int end)
    {
        for (; _index < end; _index++)
        {
            if (!_lines[_index].StartsWith("```", StringComparison.Ordinal))
                continue;

            var info = _lines[_index].TrimStart('`');
            var fence = _lines[_index][..^info.Length];
            var start = _index + 1;
            var close = Array.IndexOf(_lines, fence, start);
            if (close < 0)
                throw Error("the block is not closed");
            var block = new Block(ReadAttributes(info), string.Concat(_lines[start..close].Select(line => line + "\n")));
            yield return block;
            _index = close;
        }
    }

    private Dictionary<string, string> ReadAttributes(string info)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in info.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var parts = word.Split('=', 2);
            if (parts is not [("file" or "target" or "from" or "fix" or "findings"), { Length: > 0 }])
                throw Error($"`{word}` is no attribute of a block; there are file, target, from, fix and findings");
            attributes[parts[0]] = parts[1];
        }

        return attributes;
    }

    private string TakeMarkers(string path, Block block, ImmutableArray<ExpectedFinding>.Builder findings)
    {
        var lines = block.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var marker = Marker().Match(lines[i]);
            if (!marker.Success)
            {
                if (lines[i].Contains("# finding", StringComparison.Ordinal))
                    throw Error($"`{lines[i].Trim()}` ends in no marker of the form `# finding: OM1001, OM1002`");
                continue;
            }

            foreach (var rule in marker.Groups["rules"].Value.Split(", "))
                findings.Add(new ExpectedFinding(path, i + 1, rule));
            lines[i] = lines[i][..marker.Index];
        }

        return string.Join('\n', lines);
    }

    private IEnumerable<(string Rule, int Line)> ReadFindings(Block block)
    {
        foreach (var finding in block.Attributes.GetValueOrDefault("findings")?.Split(',') ?? [])
        {
            yield return finding.Split('@') is [var rule, var line] && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? (rule, number)
                : throw Error($"`findings={finding}` is not of the form `findings=OM1001@4`");
        }
    }

    private ReleaseVersion? Release(Block[] blocks, string attribute) => Shared(blocks, attribute) is not { } text
        ? null
        : ReleaseVersion.TryParse(text, out var release) ? release : throw Error($"`{attribute}={text}` is not a release number");

    private string? Shared(Block[] blocks, string attribute)
    {
        var values = blocks.Select(block => block.Attributes.GetValueOrDefault(attribute)).OfType<string>().Distinct().ToArray();
        return values.Length > 1 ? throw Error($"the blocks of one example differ in `{attribute}`") : values.SingleOrDefault();
    }

    private ImmutableArray<ExampleFile> Sorted(IEnumerable<ExampleFile> files)
    {
        var sorted = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToImmutableArray();
        return sorted.Select(file => file.Path).Distinct().Count() == sorted.Length ? sorted : throw Error("a file stands twice in one example");
    }

    private FormatException Error(string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"rules/{_page.Id}-{_page.Name}.md:{Math.Min(_index, _lines.Length - 1) + 1}: {message}"));

    [GeneratedRegex(@"[ \t]*# finding: (?<rules>[A-Z]+\d{4}(, [A-Z]+\d{4})*)$")]
    private static partial Regex Marker();

    private sealed record Block(Dictionary<string, string> Attributes, string Text);
}
