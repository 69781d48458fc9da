using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Analysis.Tests;

/// <summary>A rule that reports something and then fails.</summary>
internal sealed class FailingAnalyzer(string id)
    : ConfigAnalyzer(new Rule(id, "failing", "Fails", "words", DiagnosticSeverity.Error, FixAvailability.None))
{
    public override void Analyze(DocumentAnalysisContext context)
    {
        context.Report(new Finding(Rule, context.Document.File, context.Document.Yaml!.Root.Span, "half of what it would have found"));
        throw new InvalidOperationException("with a secret");
    }
}
