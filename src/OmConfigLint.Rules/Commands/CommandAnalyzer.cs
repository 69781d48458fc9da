using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata.Commands;

namespace OmConfigLint.Rules.Commands;

/// <summary>An analyzer of commands, each judged by the release of what runs it.</summary>
internal abstract class CommandAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    /// <inheritdoc/>
    public override bool AppliesTo(ReleaseRange releases) => true;

    /// <inheritdoc/>
    public sealed override bool IsAbout(object model) => model is CommandScript;

    /// <inheritdoc/>
    public sealed override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var script in context.Document.Models.OfType<CommandScript>())
        {
            foreach (var command in script.Commands)
                Analyze(command, context);
        }
    }

    /// <summary>Reports what it finds in <paramref name="command"/>.</summary>
    protected abstract void Analyze(CommandInvocation command, DocumentAnalysisContext context);
}
