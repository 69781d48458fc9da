using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Commands;

/// <summary>
/// A migration with nothing before it that saves the database (kind <c>migration-without-backup</c>). Parameters: <c>in</c>, <c>scripts</c> for what a
/// person or a pipeline runs or <c>containers</c> for what runs whenever a container starts, which is looked at only where the release in use is told;
/// <c>message</c>, in which <c>{step}</c> is filled in, <c>label</c> and <c>remedy</c>.
/// </summary>
internal sealed class MigrationWithoutBackupAnalyzer : MigrationAnalyzer
{
    private readonly bool _isStartUp;
    private readonly string _message;
    private readonly string _label;
    private readonly string _remedy;

    public MigrationWithoutBackupAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("in", "message", "label", "remedy");
        _isStartUp = parameters.Text("in") switch
        {
            "scripts" => false,
            "containers" => true,
            var other => throw new RuleParameterException($"page {rule.Id}", $"`in` is `{other}`; it is scripts or containers"),
        };
        _message = parameters.Text("message");
        _label = parameters.Text("label");
        _remedy = parameters.Text("remedy");
        Jobs = _isStartUp ? [CommandJobKind.Container] : [CommandJobKind.Script, CommandJobKind.Target, CommandJobKind.Pipeline];
    }

    protected override ImmutableArray<CommandJobKind> Jobs { get; }

    public override bool AppliesTo(ReleaseRange releases) => !_isStartUp || releases.From < releases.Target;

    protected override void Analyze(MigrationStep step, CommandScript script, DocumentAnalysisContext context)
    {
        if (BackupEvidence.IsBefore(step, script, context))
            return;
        context.Report(new Finding(
            Rule,
            context.Document.File,
            step.Invocation.Span,
            _message.Replace("{step}", step.Name, StringComparison.Ordinal),
            _label,
            fix: ConfigFix.Manual(_remedy),
            nodePath: $"{script.Job.Path} {step.Name}".Trim()));
    }
}
