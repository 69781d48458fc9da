using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Generator;

/// <summary>A page as C#: what the pipeline compares to see that nothing changed.</summary>
/// <param name="Path">The page.</param>
/// <param name="Id">Its id; empty where the page is not right.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">The expression that creates it.</param>
/// <param name="Errors">What is wrong with it.</param>
internal sealed record PageSource(string Path, string Id, string Name, string Code, EquatableArray<SourceError> Errors)
{
    /// <summary>Reads a page.</summary>
    public static PageSource Read(AdditionalText file, CancellationToken cancellationToken)
    {
        var errors = new List<PageError>();
        var text = file.GetText(cancellationToken)?.ToString() ?? "";
        return RulePageReader.Read(System.IO.Path.GetFileName(file.Path), text, errors) is { } content
            ? new PageSource(file.Path, content.Id, content.Name, PageEmitter.Emit(content), new EquatableArray<SourceError>([]))
            : new PageSource(file.Path, "", "", "", new EquatableArray<SourceError>([.. errors.Select(error => new SourceError(file.Path, error))]));
    }

    /// <summary>The errors of all pages, also those that show only beside other pages.</summary>
    public static IEnumerable<SourceError> ErrorsOf(ImmutableArray<PageSource> pages)
    {
        var read = pages.Where(page => page.Id.Length > 0).OrderBy(page => page.Path, StringComparer.Ordinal).ToArray();
        return pages.SelectMany(page => page.Errors)
            .Concat(Duplicates("id", page => page.Id))
            .Concat(Duplicates("name", page => page.Name));

        IEnumerable<SourceError> Duplicates(string key, Func<PageSource, string> value) =>
            from page in read
            group page by value(page) into same
            let first = same.First()
            from page in same.Skip(1)
            select new SourceError(page.Path, new PageError($"`{key}: {same.Key}` is that of `{System.IO.Path.GetFileName(first.Path)}` too", 1, 1));
    }
}
