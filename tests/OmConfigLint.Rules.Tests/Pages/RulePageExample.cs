using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Rules.Tests.Pages;

/// <summary>A section <c>## Example</c> of a rule's page, with the section <c>## Fixed</c> that follows it.</summary>
internal sealed record RulePageExample
{
    /// <summary>The page's id.</summary>
    public required string Page { get; init; }

    /// <summary>The heading, which tells the examples of a page apart: <c>Example</c>, <c>Example: JSON</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The 1-based line of the heading.</summary>
    public required int Line { get; init; }

    /// <summary>The release to check against; null for the newest.</summary>
    public ReleaseVersion? Target { get; init; }

    /// <summary>The release in use.</summary>
    public ReleaseVersion? From { get; init; }

    /// <summary>True where the unsafe fixes are applied as well.</summary>
    public bool UnsafeFixes { get; init; }

    /// <summary>The files; at least one.</summary>
    public required ImmutableArray<ExampleFile> Files { get; init; }

    /// <summary>The findings, by file and line.</summary>
    public required ImmutableArray<ExpectedFinding> Findings { get; init; }

    /// <summary>Every file after the fixes, unchanged and created ones too, by path; default where the page does not show them.</summary>
    public ImmutableArray<ExampleFile> Fixed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Page} {Title}";
}
