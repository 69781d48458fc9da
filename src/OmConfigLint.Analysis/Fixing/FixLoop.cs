using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>
/// Applies the fixes of one file in memory, pass by pass, until none is left. A pass edits a file by one fix, so that each fix is computed
/// for, and proved on, the very text it is applied to. Nothing is written here.
/// </summary>
/// <param name="analyzer">Analyses the text between passes.</param>
/// <param name="accepted">The fixes to apply: the safe ones, or the unsafe ones as well.</param>
/// <param name="isAlone">True where only the file itself may be edited, because there is no tree around it: standard input.</param>
public sealed class FixLoop(FileAnalyzer analyzer, FixSafety accepted, bool isAlone = false)
{
    private const int MinPasses = 10;

    /// <summary>Fixes the file of <paramref name="analysis"/>.</summary>
    /// <param name="analysis">The analysis of the file as it is.</param>
    /// <param name="settingsFor">What is in force for a path.</param>
    /// <param name="files">The files around it.</param>
    public FixOutcome Run(FileAnalysis analysis, Func<string, FileAnalysisSettings> settingsFor, WorkspaceFiles files)
    {
        var overlay = new OverlayFiles(files);
        var originals = new Dictionary<string, SourceFile>(StringComparer.Ordinal) { [analysis.File.Path] = analysis.File };
        var settled = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var rejected = new HashSet<(string Rule, string NodePath)>();
        var faults = new List<Finding>();
        var followUps = new List<string>();
        var states = new HashSet<(string Text, int FileCount)> { (analysis.File.Text, 0) };
        var current = analysis;
        var fixedCount = 0;
        var maxPasses = MinPasses + CountFixes(analysis);

        for (var pass = 1; ApplyPass(current, overlay, originals, settled, rejected, faults, followUps) is var applied and > 0; pass++)
        {
            fixedCount += applied;
            current = Analyze(overlay.TryOpen(analysis.File.Path)!, settingsFor, overlay, settled);
            var isNew = states.Add((current.File.Text, overlay.Changed.Count));
            if ((!isNew || pass == maxPasses) && HasApplicable(current, rejected))
                return GaveUp(analysis, faults, pass);
        }

        return Finish(analysis, current, settingsFor, overlay, originals, settled, faults, followUps, fixedCount);
    }

    private int ApplyPass(
        FileAnalysis current,
        OverlayFiles overlay,
        Dictionary<string, SourceFile> originals,
        Dictionary<string, HashSet<string>> settled,
        HashSet<(string Rule, string NodePath)> rejected,
        List<Finding> faults,
        List<string> followUps)
    {
        var editedInPass = new HashSet<string>(StringComparer.Ordinal);
        var mended = 0;
        foreach (var group in current.Findings.Where(finding => IsApplicable(finding, rejected)).GroupBy(finding => finding.Fix!))
        {
            var fix = group.Key;
            if (fix.Edits.Any(edit => editedInPass.Contains(edit.File.Path)) || fix.NewFiles.Any(file => overlay.Exists(file.Path)))
                continue;

            if (Prove(fix, overlay, out var difference) is not { } proved)
            {
                foreach (var finding in group)
                    rejected.Add((finding.Rule.Id, finding.NodePath));
                faults.Add(Unproved(group.First(), difference!));
                continue;
            }

            foreach (var (file, tree, origin) in proved)
            {
                if (origin is null)
                    originals.TryAdd(file.Path, fix.Edits.First(edit => edit.File.Path == file.Path).File);
                overlay.Set(file, tree, origin);
                editedInPass.Add(file.Path);
            }

            // A fix that only creates files settles what it was asked for all the same.
            foreach (var path in proved.Select(result => result.File.Path).Append(current.File.Path))
            {
                if (!settled.TryGetValue(path, out var ids))
                    settled[path] = ids = new HashSet<string>(StringComparer.Ordinal);
                ids.UnionWith(fix.Settles);
            }

            mended += group.Count();
            if (fix.FollowUp is { } followUp)
                followUps.Add(followUp);
        }

        return mended;
    }

    private static List<(SourceFile File, YamlTree Tree, SourceFile? Origin)>? Prove(ConfigFix fix, OverlayFiles overlay, out string? difference)
    {
        var proved = new List<(SourceFile File, YamlTree Tree, SourceFile? Origin)>();
        foreach (var edit in fix.Edits)
        {
            if (FixProof.Prove(edit, out difference) is not { } result)
                return null;
            proved.Add((result.File, result.Tree, null));
        }

        foreach (var created in fix.NewFiles)
        {
            if (FixProof.Prove(created, overlay.GetFullPath(created.Path), out difference) is not { } result)
                return null;
            proved.Add((result.File, result.Tree, created.Origin));
        }

        difference = null;
        return proved;
    }

    private FixOutcome Finish(
        FileAnalysis analysis,
        FileAnalysis current,
        Func<string, FileAnalysisSettings> settingsFor,
        OverlayFiles overlay,
        Dictionary<string, SourceFile> originals,
        Dictionary<string, HashSet<string>> settled,
        List<Finding> faults,
        List<string> followUps,
        int fixedCount)
    {
        var remaining = ImmutableArray.CreateBuilder<FileAnalysis>();
        remaining.Add(faults.Count == 0 ? current : current with { Findings = [.. faults, .. current.Findings] });
        foreach (var (path, file) in overlay.Changed)
        {
            if (path != analysis.File.Path)
                remaining.Add(Analyze(file, settingsFor, overlay, settled));
        }

        return new FixOutcome
        {
            Remaining = remaining.ToImmutable(),
            Changed = [.. overlay.Changed.Values
                .Where(file => originals.TryGetValue(file.Path, out var before) && before.Text != file.Text)
                .Select(file => (originals[file.Path], file))],
            Created = [.. overlay.Origins.Select(created => (created.Value, overlay.Changed[created.Key]))],
            FollowUps = [.. followUps.Distinct(StringComparer.Ordinal)],
            FixedCount = fixedCount,
        };
    }

    private static FixOutcome GaveUp(FileAnalysis analysis, List<Finding> faults, int passes)
    {
        var loop = new Finding(
            EngineRules.FixLoop,
            analysis.File,
            new TextSpan(0, 0),
            string.Create(CultureInfo.InvariantCulture, $"the fixes of this file did not come to rest in {passes} passes; none was applied"));
        return new FixOutcome
        {
            Remaining = [analysis with { Findings = [loop, .. faults, .. analysis.Findings] }],
            Changed = [],
            Created = [],
            FollowUps = [],
            FixedCount = 0,
        };
    }

    private FileAnalysis Analyze(
        SourceFile file, Func<string, FileAnalysisSettings> settingsFor, OverlayFiles overlay, Dictionary<string, HashSet<string>> settled) =>
        analyzer.Analyze(file, settingsFor(file.FullPath), overlay, overlay.TreeOf(file.Path), settled.GetValueOrDefault(file.Path));

    private static int CountFixes(FileAnalysis analysis) =>
        analysis.Findings.Select(finding => finding.Fix).Where(fix => fix is not null).Distinct().Count();

    private bool HasApplicable(FileAnalysis analysis, HashSet<(string Rule, string NodePath)> rejected) =>
        analysis.Findings.Any(finding => IsApplicable(finding, rejected));

    private bool IsApplicable(Finding finding, HashSet<(string Rule, string NodePath)> rejected) =>
        finding.Fix is { } fix && fix.Safety <= accepted && fix.Safety != FixSafety.Manual && (!isAlone || fix.IsWithin(finding.File.Path))
        && !rejected.Contains((finding.Rule.Id, finding.NodePath));

    private static Finding Unproved(Finding finding, string difference) => new(
        EngineRules.UnprovedFix,
        finding.File,
        finding.Span,
        $"a fix of {finding.Rule.Id} `{finding.Rule.Name}` could not be proved and was dropped: {difference}",
        label: "please report this with the file's structure",
        nodePath: finding.NodePath);
}
