namespace OmConfigLint.Rules.Generator;

/// <summary>The list of releases as C#.</summary>
/// <param name="Code">The items of the collection.</param>
/// <param name="Errors">What is wrong with the list.</param>
internal sealed record ReleaseSource(string Code, EquatableArray<SourceError> Errors);
