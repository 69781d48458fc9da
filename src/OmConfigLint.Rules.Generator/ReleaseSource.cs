namespace OmConfigLint.Rules.Generator;

/// <summary>The list of releases as C#.</summary>
/// <param name="Items">The expressions that create them.</param>
/// <param name="Errors">What is wrong with the list.</param>
internal sealed record ReleaseSource(EquatableArray<string> Items, EquatableArray<SourceError> Errors);
