using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Tests;

/// <summary>A rule that can say nothing of values that are variables.</summary>
internal sealed class UnevaluatedAnalyzer() : ConfigAnalyzer(
    new Rule("OM9002", "unevaluated", "A rule that is not evaluated", "test", DiagnosticSeverity.Warning, FixAvailability.None))
{
    public override bool AppliesTo(ReleaseRange releases) => true;

    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var entry in context.Document.Find<YamlMapping>()!.Entries)
        {
            if (entry.Value is YamlScalar scalar && scalar.Value.StartsWith('$'))
                context.ReportUnevaluated(scalar.Span, "the value is not known");
        }
    }
}
