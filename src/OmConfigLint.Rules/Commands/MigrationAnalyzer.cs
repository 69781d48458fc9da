using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata.Commands;

namespace OmConfigLint.Rules.Commands;

/// <summary>An analyzer of the steps by which a database is migrated: of each job the first.</summary>
internal abstract class MigrationAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    /// <summary>In what a step is looked at.</summary>
    protected abstract ImmutableArray<CommandJobKind> Jobs { get; }

    /// <inheritdoc/>
    public sealed override bool IsAbout(object model) => model is CommandScript;

    /// <inheritdoc/>
    public sealed override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var script in context.Document.Models.OfType<CommandScript>())
        {
            if (!Jobs.Contains(StartsServer(script) ? CommandJobKind.Container : script.Job.Kind))
                continue;
            var first = FirstIn(script);
            if (first is not null && !context.Siblings.Any(document => document.Models.OfType<CommandScript>().Any(other => other.Job == script.Job && IsBefore(FirstIn(other), first))))
                Analyze(first, script, context);
        }
    }

    /// <summary>Reports what it finds in the first step of a job.</summary>
    protected abstract void Analyze(MigrationStep step, CommandScript script, DocumentAnalysisContext context);

    /// <summary>True for what an image starts with: it goes on to run the server.</summary>
    private static bool StartsServer(CommandScript script) =>
        script.Commands.Any(command => command.AllWords.Any(word => word.Name is "openmetadata-start.sh" or "openmetadata-server-start.sh"));

    private static MigrationStep? FirstIn(CommandScript script) => script.Commands.Select(MigrationStep.Of).FirstOrDefault(step => step is not null);

    private static bool IsBefore(MigrationStep? step, MigrationStep other) => step is not null && step.Invocation.Position < other.Invocation.Position;
}
