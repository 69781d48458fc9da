namespace OmConfigLint.Rules.Pages;

/// <summary>A scalar; every scalar is text, also <c>true</c> and <c>1.6</c>.</summary>
internal sealed record FrontMatterScalar(string Text, int Line, int Column) : FrontMatterNode(Line, Column);
