using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>A list.</summary>
internal sealed record FrontMatterSequence(ImmutableArray<FrontMatterNode> Items, int Line, int Column) : FrontMatterNode(Line, Column);
