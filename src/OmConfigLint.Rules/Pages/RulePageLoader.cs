using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Rules.Pages;

/// <summary>Reads a user's own pages: data for the kinds of analyzer that omlint has, never code.</summary>
public static class RulePageLoader
{
    /// <summary>Reads the pages of <paramref name="directory"/>: every <c>.md</c> file in it but <c>README.md</c>.</summary>
    public static LoadedRulePages Load(string directory)
    {
        var pages = ImmutableArray.CreateBuilder<RulePage>();
        var errors = ImmutableArray.CreateBuilder<RulePageError>();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in RulePages.All)
        {
            taken[page.Id] = "omlint's own";
            taken[page.Name] = page.Id;
        }

        if (!Directory.Exists(directory))
            return new LoadedRulePages([], [new RulePageError(directory, "there is no such directory", 0, 0)]);

        try
        {
            foreach (var path in Directory.GetFiles(directory, "*.md").Order(StringComparer.Ordinal))
            {
                if (!Path.GetFileName(path.AsSpan()).SequenceEqual("README.md") && Read(path, taken, errors) is { } page)
                    pages.Add(page);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(new RulePageError(directory, exception.Message, 0, 0));
        }

        return new LoadedRulePages(pages.ToImmutable(), errors.ToImmutable());
    }

    private static RulePage? Read(string path, Dictionary<string, string> taken, ImmutableArray<RulePageError>.Builder errors)
    {
        var found = new List<PageError>();
        if (RulePageReader.Read(Path.GetFileName(path), File.ReadAllText(path), found) is not { } content)
        {
            errors.AddRange(found.Select(error => new RulePageError(path, error.Message, error.Line, error.Column)));
            return null;
        }

        if (content.Id.StartsWith(RulePageReader.OwnPrefix, StringComparison.Ordinal) && content.Id.Length == RulePageReader.OwnPrefix.Length + 4)
            return Refuse($"the ids `{RulePageReader.OwnPrefix}....` are omlint's own; take other letters for `{content.Id}`");
        if (!taken.TryAdd(content.Id, path))
            return Refuse($"the id `{content.Id}` is taken by {taken[content.Id]}");
        if (!taken.TryAdd(content.Name, path))
            return Refuse($"the name `{content.Name}` is taken by {taken[content.Name]}");
        return Create(content);

        RulePage? Refuse(string message)
        {
            errors.Add(new RulePageError(path, message, 1, 1));
            return null;
        }
    }

    private static RulePage Create(RulePageContent content) => new()
    {
        Id = content.Id,
        Name = content.Name,
        Title = content.Title,
        Category = content.Category,
        Severity = content.Severity switch
        {
            "error" => DiagnosticSeverity.Error,
            "warning" => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        Since = content.Since is { } since ? ReleaseVersion.Parse(since) : null,
        Fix = content.Fix switch
        {
            "safe" => FixAvailability.Safe,
            "unsafe" => FixAvailability.Unsafe,
            "manual" => FixAvailability.Manual,
            _ => FixAvailability.None,
        },
        Help = content.Help,
        Sources = content.Sources,
        Analyzer = content.Analyzer,
        With = new RuleParameters($"page {content.Id}", content.With is { } with ? RuleParameter.From(with) : RuleParameter.Mapping()),
        ReadMarkdown = () => content.Markdown,
    };
}
