using System.Collections.Immutable;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>
/// What mends a finding: edits of existing files and new files, applied together or not at all. The counterpart of Roslyn's
/// <c>CodeAction</c>, but carried by the finding. Several findings may share one instance; it is then applied once.
/// </summary>
public sealed class ConfigFix
{
    /// <summary>Creates a fix.</summary>
    public ConfigFix(
        string title,
        FixSafety safety,
        ImmutableArray<DocumentEdit> edits,
        ImmutableArray<NewFile> newFiles,
        string? reason = null,
        string? followUp = null,
        ImmutableArray<string> settles = default,
        string? proposal = null)
    {
        Title = title;
        Safety = safety;
        Edits = edits;
        NewFiles = newFiles;
        Reason = reason;
        FollowUp = followUp;
        Settles = settles.IsDefault ? [] : settles;
        Proposal = proposal;
    }

    /// <summary>What applying it does, as in <c>moves them to ingestion/mysql_auto_classification.yaml</c>; for a manual fix what a person can do.</summary>
    public string Title { get; }

    /// <summary>What it promises.</summary>
    public FixSafety Safety { get; }

    /// <summary>Why it is not safe; null for a safe fix.</summary>
    public string? Reason { get; }

    /// <summary>The edits of existing files; empty for a manual fix.</summary>
    public ImmutableArray<DocumentEdit> Edits { get; }

    /// <summary>The files it creates; empty for a manual fix.</summary>
    public ImmutableArray<NewFile> NewFiles { get; }

    /// <summary>What a person must do once it has been applied, said once at the end of the run: <c>run `metadata classify -c …`</c>.</summary>
    public string? FollowUp { get; }

    /// <summary>Text that a person can put where omlint cannot, such as the workflow that belongs beside the one in a script. Without secrets.</summary>
    public string? Proposal { get; }

    /// <summary>
    /// Ids of rules that this fix answers for the edited files: they are not evaluated there again in the same run. (A rule that sees only
    /// that a property is absent cannot know that a fix has just removed it for good.)
    /// </summary>
    public ImmutableArray<string> Settles { get; }

    /// <summary>True where nothing but the file at <paramref name="path"/> is touched.</summary>
    public bool IsWithin(string path) => NewFiles.IsEmpty && Edits.All(edit => edit.File.Path == path);

    /// <summary>The same fix, no longer safe.</summary>
    public ConfigFix Demote(string reason) =>
        Safety == FixSafety.Safe ? new ConfigFix(Title, FixSafety.Unsafe, Edits, NewFiles, reason, FollowUp, Settles, Proposal) : this;

    /// <summary>The same fix with every text for users as <paramref name="restore"/> writes it.</summary>
    internal ConfigFix WithTexts(Func<string, string> restore) => new(
        restore(Title),
        Safety,
        Edits,
        NewFiles,
        Reason is null ? null : restore(Reason),
        FollowUp is null ? null : restore(FollowUp),
        Settles,
        Proposal is null ? null : restore(Proposal));

    /// <summary>Advice without edits.</summary>
    public static ConfigFix Manual(string title, string? reason = null) => new(title, FixSafety.Manual, [], [], reason);
}
