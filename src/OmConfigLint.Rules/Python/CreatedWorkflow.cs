using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Rules.Python;

/// <summary>Finds the workflow that a call such as <c>ProfilerWorkflow.create(yaml.safe_load(CONFIG))</c> is given, where it stands in the same code.</summary>
internal static class CreatedWorkflow
{
    private const int MaxSteps = 8;

    private static readonly string[] Loaders = ["safe_load", "load", "full_load", "loads"];

    /// <summary>The workflow that <paramref name="call"/> is given; null where it comes from elsewhere.</summary>
    public static IngestionWorkflow? Of(PythonTree tree, PythonCall call, DocumentAnalysisContext context)
    {
        if (call.Arguments is not [{ IsUnpacked: false, Value: var config }, ..])
            return null;
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            if (config is PythonName name && tree.Resolve(name) is { Operator: "=" } assignment)
                config = assignment.Value;
            else if (config is PythonCall { Arguments: [{ Name: null, IsUnpacked: false } text, ..] } loader && Loaders.Contains(loader.CalleeName))
                config = text.Value;
            else
                break;
        }

        // `CONFIG.format(…)`
        if (config is PythonCall { Receiver: PythonString receiver })
            config = receiver;
        return context.Siblings.SelectMany(sibling => sibling.Models.OfType<IngestionWorkflow>()).FirstOrDefault(workflow =>
            workflow.Document.File.Embedding?.Text switch
            {
                PythonDictText text => text.Dict == config,
                PythonTemplate text => text.String == config,
                _ => false,
            });
    }
}
