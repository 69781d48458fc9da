using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image where it is analysed.</summary>
/// <param name="Reference">The image.</param>
/// <param name="Tag">Its tag, variables followed.</param>
/// <param name="Context">The document and its surroundings.</param>
/// <param name="Catalog">The releases that count there.</param>
internal readonly record struct ImageUse(ImageReference Reference, ResolvedTag Tag, DocumentAnalysisContext Context, ReleaseCatalog Catalog);
