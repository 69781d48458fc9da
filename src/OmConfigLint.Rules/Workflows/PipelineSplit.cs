using System.Collections.Immutable;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Workflows;

/// <summary>
/// How one pipeline type was divided into two: which properties went to the new type under which names, what a workflow of the new type
/// may carry, and when there is nothing to carry over. Data of <c>rules/data/</c>; several rules share one.
/// </summary>
internal sealed class PipelineSplit
{
    /// <summary>Reads a split.</summary>
    public PipelineSplit(RuleParameters data)
    {
        From = data.Text("from");
        To = data.Text("to");
        FileWord = data.Text("file-word");
        ReplacedFileWords = data.List("replaced-file-words");
        FileNameOption = data.Text("file-name-option");
        Moves = [.. data.Children("moves").Select(move => new PropertyMove(move))];
        Kept = [.. data.List("kept")];
        Dropped = data.List("dropped");
        Doubtful = [.. data.Children("doubtful").Select(condition => new SplitCondition(condition))];
        Replacing = [.. data.Children("replacing").Select(condition => new SplitCondition(condition))];
        Command = data.Text("command");
        FollowUp = data.Text("follow-up");
        ReplacedFollowUp = data.Text("replaced-follow-up");
        ProposedFollowUp = data.Text("proposed-follow-up");
        PythonFollowUp = data.Text("python-follow-up");
        ExportedFollowUp = data.Text("exported-follow-up");
        ExportedType = data.Text("exported-type");
        ExportedIdentity = data.List("exported-identity");
        Settles = data.List("settles");
    }

    /// <summary>The type that was divided.</summary>
    public string From { get; }

    /// <summary>The new type.</summary>
    public string To { get; }

    /// <summary>What a new file's name says, as in <c>auto_classification</c>.</summary>
    public string FileWord { get; }

    /// <summary>The words of an old file's name that <see cref="FileWord"/> replaces, longest first.</summary>
    public ImmutableArray<string> ReplacedFileWords { get; }

    /// <summary>The <c>.editorconfig</c> key with a pattern for the new file's name.</summary>
    public string FileNameOption { get; }

    /// <summary>The properties that the new type takes over, in the order in which a new file lists them.</summary>
    public ImmutableArray<PropertyMove> Moves { get; }

    /// <summary>The other properties that the new type takes as they are.</summary>
    public ImmutableHashSet<string> Kept { get; }

    /// <summary>Paths from the root that a new file must not carry.</summary>
    public ImmutableArray<string> Dropped { get; }

    /// <summary>Combinations that the new type cannot express exactly.</summary>
    public ImmutableArray<SplitCondition> Doubtful { get; }

    /// <summary>Combinations in which the old workflow did the new type's work only, so that the file itself changes its type.</summary>
    public ImmutableArray<SplitCondition> Replacing { get; }

    /// <summary>The command of <c>metadata</c> that runs the old type.</summary>
    public string Command { get; }

    /// <summary>What a person must do once a file was created; <c>{new}</c> and <c>{old}</c> stand for the files.</summary>
    public string FollowUp { get; }

    /// <summary>What a person must do once a file has changed its type.</summary>
    public string ReplacedFollowUp { get; }

    /// <summary>What a person must do once the properties were taken out of a workflow that stands in a script or a manifest.</summary>
    public string ProposedFollowUp { get; }

    /// <summary>What a person must do once the properties were taken out of a workflow in Python code.</summary>
    public string PythonFollowUp { get; }

    /// <summary>What a person must do once the properties were taken out of an exported pipeline.</summary>
    public string ExportedFollowUp { get; }

    /// <summary>The new type as the <c>pipelineType</c> of an exported pipeline.</summary>
    public string ExportedType { get; }

    /// <summary>What makes an exported pipeline that one and no other; a new one gets its own from the server.</summary>
    public ImmutableArray<string> ExportedIdentity { get; }

    /// <summary>Ids of rules that a fix by this split answers.</summary>
    public ImmutableArray<string> Settles { get; }
}
