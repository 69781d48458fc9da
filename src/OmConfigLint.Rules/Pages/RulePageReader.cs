using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>
/// Reads a page and checks what can be said of one page alone. The compiler component calls it for omlint's own pages,
/// the rule page loader for the users'; so it keeps to netstandard2.0.
/// </summary>
internal sealed class RulePageReader
{
    /// <summary>The category of the rules about omlint itself, which belong to no OpenMetadata release.</summary>
    public const string OwnCategory = "omlint";

    /// <summary>The letters of omlint's own ids.</summary>
    public const string OwnPrefix = "OM";

    // The first digit of an own id says the category.
    private static readonly ImmutableArray<string> Categories =
        [OwnCategory, "workflow", "version", "database", "upgrade", "connection", "deployment"];

    private static readonly ImmutableArray<string> Severities = ["error", "warning", "note"];
    private static readonly ImmutableArray<string> Fixes = ["none", "safe", "unsafe", "manual"];

    private static readonly ImmutableArray<string> Keys =
        ["id", "name", "title", "category", "severity", "since", "fix", "analyzer", "with", "help", "sources"];

    private readonly FrontMatterMapping _frontMatter;
    private readonly ICollection<PageError> _errors;

    private RulePageReader(FrontMatterMapping frontMatter, ICollection<PageError> errors)
    {
        _frontMatter = frontMatter;
        _errors = errors;
    }

    /// <summary>Reads a page; null where it is not right, which <paramref name="errors"/> then says.</summary>
    /// <param name="fileName">The file's name without its directory.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static RulePageContent? Read(string fileName, string text, ICollection<PageError> errors)
    {
        var markdown = Normalize(text);
        var before = errors.Count;
        if (FrontMatterReader.Read(markdown, errors) is not { } frontMatter)
            return null;

        var content = new RulePageReader(frontMatter, errors).ReadContent(fileName, markdown);
        return errors.Count == before ? content : null;
    }

    private static string Normalize(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n").TrimEnd('\n') + "\n";

    private RulePageContent ReadContent(string fileName, string markdown)
    {
        foreach (var entry in _frontMatter.Entries)
        {
            if (!Keys.Contains(entry.Key.Text))
                Report(entry.Key, $"`{entry.Key.Text}` is not a key of a page; the keys are {string.Join(", ", Keys)}");
        }

        var content = new RulePageContent
        {
            Id = Required("id"),
            Name = Required("name"),
            Title = Required("title"),
            Category = Required("category"),
            Severity = OneOf("severity", Severities),
            Since = Text("since"),
            Fix = OneOf("fix", Fixes),
            Analyzer = Required("analyzer"),
            With = Parameters(),
            Help = Text("help"),
            Sources = Sources(),
            Markdown = markdown,
        };

        CheckIdentity(content, fileName);
        CheckSince(content);
        if (content.Help is { } help && !help.StartsWith("https://", StringComparison.Ordinal))
            ReportValue("help", $"`{help}` is not an https:// address");
        if (content.Fix is "safe" or "unsafe" && !RulePageHeading.Read(markdown).Any(heading => heading is { Level: 2, Text: "Fix safety" }))
            ReportValue("fix", $"a page with `fix: {content.Fix}` has a section `## Fix safety`");
        return content;
    }

    private void CheckIdentity(RulePageContent content, string fileName)
    {
        if (content.Id.Length > 0 && !IsId(content.Id))
            ReportValue("id", $"`{content.Id}` is not an id: capital letters and four digits, as in `OM1001`");
        CheckCategory(content);
        if (content.Name.Length > 0 && !IsKebabCase(content.Name))
            ReportValue("name", $"`{content.Name}` is not in kebab case");
        if (content.Id.Length > 0 && content.Name.Length > 0 && fileName != $"{content.Id}-{content.Name}.md")
            ReportValue("id", $"the page of `{content.Id}` is called `{content.Id}-{content.Name}.md`, not `{fileName}`");
    }

    private void CheckCategory(RulePageContent content)
    {
        if (content.Category.Length == 0)
            return;
        if (IsOwn(content.Id) && CategoryOf(content.Id) != content.Category)
            ReportValue("category", $"`{content.Id}` lies in the range of category `{CategoryOf(content.Id) ?? "none"}`, not `{content.Category}`");
        else if (!IsOwn(content.Id) && (content.Category == OwnCategory || !IsKebabCase(content.Category)))
            ReportValue("category", $"`{content.Category}` is no category for a page of your own; any word in kebab case but `{OwnCategory}` is");
    }

    private void CheckSince(RulePageContent content)
    {
        if (content.Since is { } since)
        {
            if (!IsReleaseNumber(since))
                ReportValue("since", $"`{since}` is not a release number, as in `1.6.0`");
            else if (content.Category == OwnCategory)
                ReportValue("since", $"a rule of category `{OwnCategory}` belongs to no release");
        }
        else if (_frontMatter.Find("since") is null && IsOwn(content.Id) && content.Category != OwnCategory)
        {
            ReportMissing("since");
        }
    }

    private static bool IsOwn(string id) => id.StartsWith(OwnPrefix, StringComparison.Ordinal) && IsId(id) && id.Length == OwnPrefix.Length + 4;

    private static string? CategoryOf(string ownId) => (ownId[OwnPrefix.Length] - '0') is var index && index < Categories.Length ? Categories[index] : null;

    private static bool IsId(string text) =>
        text.Length > 4
        && text.Substring(0, text.Length - 4).All(c => c is >= 'A' and <= 'Z')
        && text.Substring(text.Length - 4).All(IsDigit);

    private static bool IsKebabCase(string text) =>
        text.Split('-').All(word => word.Length > 0 && word.All(c => c is >= 'a' and <= 'z' || IsDigit(c)));

    private static bool IsReleaseNumber(string text) =>
        text.Split('.') is { Length: >= 2 and <= 4 } parts && parts.All(part => part.Length is > 0 and < 6 && part.All(IsDigit));

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private string Required(string key)
    {
        if (_frontMatter.Find(key) is null)
            ReportMissing(key);
        return Text(key) ?? "";
    }

    private string OneOf(string key, ImmutableArray<string> values)
    {
        var text = Required(key);
        if (text.Length == 0 || values.Contains(text))
            return text;
        ReportValue(key, $"`{key}` is `{text}`; it is one of {string.Join(", ", values)}");
        return "";
    }

    /// <summary>The text of <paramref name="key"/>; null where it is absent or not right, which is then reported.</summary>
    private string? Text(string key)
    {
        switch (_frontMatter.Find(key)?.Value)
        {
            case null:
                return null;
            case FrontMatterScalar { Text.Length: > 0 } scalar:
                return scalar.Text;
            case var node:
                Report(node, $"`{key}` is one line of text");
                return null;
        }
    }

    private FrontMatterMapping? Parameters()
    {
        var node = _frontMatter.Find("with")?.Value;
        if (node is not (null or FrontMatterMapping))
            Report(node, "`with` is a mapping of the analyzer's parameters");
        return node as FrontMatterMapping;
    }

    private ImmutableArray<string> Sources()
    {
        switch (_frontMatter.Find("sources")?.Value)
        {
            case null:
                return [];
            case FrontMatterSequence sequence when sequence.Items.All(IsAddress):
                return [.. sequence.Items.Select(item => ((FrontMatterScalar)item).Text)];
            case var node:
                Report(node, "`sources` is a list of https:// addresses");
                return [];
        }

        static bool IsAddress(FrontMatterNode node) => node is FrontMatterScalar scalar && scalar.Text.StartsWith("https://", StringComparison.Ordinal);
    }

    private void ReportMissing(string key) => Report(_frontMatter, $"`{key}` is missing");

    private void ReportValue(string key, string message) => Report(_frontMatter.Find(key)!.Value, message);

    private void Report(FrontMatterNode node, string message) => _errors.Add(new PageError(message, node.Line, node.Column));
}
