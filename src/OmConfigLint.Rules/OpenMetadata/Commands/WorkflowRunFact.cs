using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>A script somewhere in the tree runs a workflow.</summary>
/// <param name="Key">Made by <see cref="KeyOf"/>.</param>
/// <param name="Path">The file with the script.</param>
/// <param name="Command">The command of <c>metadata</c>: <c>profile</c>.</param>
/// <param name="File">The workflow, as the command names it.</param>
/// <param name="Span">The command in the outermost file, in UTF-16 offsets.</param>
/// <param name="Lines">The same as 0-based line positions.</param>
internal sealed record WorkflowRunFact(string Key, string Path, string Command, string File, TextSpan Span, LinePositionSpan Lines) : WorkspaceFact(Key, Path)
{
    /// <summary>What every file with such a fact holds, where its commands are not lists.</summary>
    public static readonly string[] Markers = ["metadata profile", "metadata classify"];

    /// <summary>What the runs of files called <paramref name="fileName"/> are found by.</summary>
    public static string KeyOf(string fileName) => "run/" + fileName;

    /// <summary>The facts of <paramref name="document"/>: only of the commands that a rule asks for.</summary>
    public static IEnumerable<WorkflowRunFact> Of(ConfigDocument document)
    {
        foreach (var script in document.Models.OfType<CommandScript>())
        {
            foreach (var invocation in script.Commands)
            {
                if (WorkflowRun.Of(invocation) is not { Command: "profile" or "classify" } run)
                    continue;
                var (outermost, span) = (document.File.Outermost, document.File.ToOutermost(invocation.Span));
                yield return new WorkflowRunFact(KeyOf(run.FileName), outermost.Path, run.Command, run.File, span, outermost.Lines.PositionsOf(span));
            }
        }
    }

    /// <summary>
    /// The runs of the file at <paramref name="path"/> by <paramref name="command"/>. A path in a container says only the file's name; one that names
    /// another directory of the tree is another file.
    /// </summary>
    public static IEnumerable<WorkflowRunFact> Find(WorkspaceIndex index, string command, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        foreach (var run in index.Find(KeyOf(name)).OfType<WorkflowRunFact>())
        {
            if (run.Command == command && (run.File.StartsWith('/') || !run.File.Contains('/', StringComparison.Ordinal) || WorkflowRun.PathsOf(run.Path, run.File).Contains(path)))
                yield return run;
        }
    }

    /// <summary>A pointer to it.</summary>
    public RelatedLocation Locate(string message) => new(Path, Span, Lines, message);
}
