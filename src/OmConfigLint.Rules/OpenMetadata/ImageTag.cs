namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>The tag of an <see cref="ImageReference"/>.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Place">Where its text stands; null where it has none.</param>
/// <param name="Variable">The outermost variable around it, as in <c>${TAG:-1.5.0}</c>; null where there is none.</param>
internal sealed record ImageTag(ImageTagKind Kind, VersionPlace? Place = null, string? Variable = null);
