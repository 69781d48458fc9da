using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Python;

/// <summary>An analyzer of Python code.</summary>
internal abstract class PythonCodeAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    /// <inheritdoc/>
    public sealed override bool IsAbout(object model) => model is PythonModule;

    /// <inheritdoc/>
    public sealed override void Analyze(DocumentAnalysisContext context)
    {
        if (context.Document.Find<PythonModule>() is { } module)
            Analyze(module, context);
    }

    /// <summary>Reports what it finds in <paramref name="module"/>.</summary>
    protected abstract void Analyze(PythonModule module, DocumentAnalysisContext context);
}
