namespace OmConfigLint.Rules.Tests.Pages;

/// <summary>A file of an example, its markers taken out; LF line ends.</summary>
internal sealed record ExampleFile(string Path, string Text);
