using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata.Packages;

namespace OmConfigLint.Rules.Packages;

/// <summary>An analyzer of requirements of OpenMetadata's Python packages.</summary>
internal abstract class PackageAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    /// <inheritdoc/>
    public sealed override bool IsAbout(object model) => model is PackagePin;

    /// <inheritdoc/>
    public sealed override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var pin in context.Document.Models.OfType<PackagePin>())
            Analyze(pin, context);
    }

    /// <summary>Reports what it finds in <paramref name="pin"/>.</summary>
    protected abstract void Analyze(PackagePin pin, DocumentAnalysisContext context);
}
