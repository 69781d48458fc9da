using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Commands;

/// <summary>
/// A migration to a release that needs new search indices, with nothing that makes them (kind <c>migration-without-reindex</c>). Only where that release was
/// asked for. Parameters: <c>message</c>, <c>label</c>, <c>remedy</c>.
/// </summary>
internal sealed class MigrationWithoutReindexAnalyzer : MigrationAnalyzer
{
    private readonly string _message;
    private readonly string _label;
    private readonly string _remedy;

    public MigrationWithoutReindexAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("message", "label", "remedy");
        _message = parameters.Text("message");
        _label = parameters.Text("label");
        _remedy = parameters.Text("remedy");
    }

    protected override ImmutableArray<CommandJobKind> Jobs => [CommandJobKind.Script, CommandJobKind.Target, CommandJobKind.Pipeline];

    public override bool AppliesTo(ReleaseRange releases) => releases.AskedTarget is not null && base.AppliesTo(releases);

    protected override void Analyze(MigrationStep step, CommandScript script, DocumentAnalysisContext context)
    {
        // Another job or target may do it: one word in the file is enough.
        if (step.Invocation.Program == "helm" || context.Document.File.Outermost.Text.Contains("reindex", StringComparison.OrdinalIgnoreCase))
            return;
        context.Report(new Finding(
            Rule,
            context.Document.File,
            step.Invocation.Span,
            _message,
            _label,
            fix: ConfigFix.Manual(_remedy),
            nodePath: $"{script.Job.Path} {step.Name}".Trim()));
    }
}
