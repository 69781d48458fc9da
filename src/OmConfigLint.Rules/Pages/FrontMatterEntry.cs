namespace OmConfigLint.Rules.Pages;

/// <summary>A key and its value.</summary>
internal sealed record FrontMatterEntry(FrontMatterScalar Key, FrontMatterNode Value);
