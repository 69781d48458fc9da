namespace OmConfigLint.Rules.Pages;

/// <summary>A value in a page's front matter.</summary>
/// <param name="Line">1-based line of the page.</param>
/// <param name="Column">1-based column in UTF-16 units.</param>
internal abstract record FrontMatterNode(int Line, int Column);
