namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Recognises texts that may be workflows.</summary>
internal static class WorkflowText
{
    /// <summary>True where <paramref name="text"/> has the words of a workflow, or of one from before 0.11.</summary>
    public static bool MayBe(string text) =>
        text.Contains("sourceConfig", StringComparison.Ordinal)
        || (text.Contains("service_name", StringComparison.Ordinal)
            && (text.Contains("metadata_server", StringComparison.Ordinal) || text.Contains("workflowConfig", StringComparison.Ordinal)));
}
