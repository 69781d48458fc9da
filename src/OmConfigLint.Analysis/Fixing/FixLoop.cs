using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>
/// Applies the fixes of one file, and those of the files that they create, in memory, pass by pass, until none is left. A pass applies
/// the fixes that do not meet; each is computed for, and proved on, the very text it is applied to. Nothing is written here.
/// </summary>
/// <param name="analyzer">Analyses the text between passes.</param>
/// <param name="accepted">The fixes to apply: the safe ones, or the unsafe ones as well.</param>
/// <param name="isAlone">True where only the file itself may be edited, because there is no tree around it: standard input.</param>
public sealed class FixLoop(FileAnalyzer analyzer, FixSafety accepted, bool isAlone = false)
{
    private const int MinPasses = 10;

    /// <summary>Fixes the file of <paramref name="analysis"/>. Several threads may fix different files at once.</summary>
    /// <param name="analysis">The analysis of the file as it is.</param>
    /// <param name="settingsFor">What is in force for a path.</param>
    /// <param name="files">The files around it.</param>
    public FixOutcome Run(FileAnalysis analysis, Func<string, FileAnalysisSettings> settingsFor, WorkspaceFiles files) =>
        new Session(this, analysis, settingsFor, files).Run();

    private bool IsApplicable(Finding finding) =>
        finding.Fix is { } fix && fix.Safety <= accepted && fix.Safety != FixSafety.Manual && (!isAlone || fix.IsWithin(finding.File.Path));

    private FileAnalysis Analyze(SourceFile file, FileAnalysisSettings settings, OverlayFiles overlay, IReadOnlySet<string>? settled) =>
        analyzer.Analyze(file, settings, overlay, overlay.TreeOf(file.Path), settled);

    /// <summary>The fixes of one file on their way.</summary>
    private sealed class Session(FixLoop loop, FileAnalysis analysis, Func<string, FileAnalysisSettings> settingsFor, WorkspaceFiles files)
    {
        private readonly OverlayFiles _overlay = new(files);
        private readonly Dictionary<string, SourceFile> _originals = new(StringComparer.Ordinal) { [analysis.File.Path] = analysis.File };
        private readonly Dictionary<string, HashSet<string>> _settled = new(StringComparer.Ordinal);
        private readonly HashSet<(string Path, string Rule, string NodePath)> _rejected = [];
        private readonly List<Finding> _faults = [];
        private readonly List<string> _followUps = [];
        private int _fixedCount;

        public FixOutcome Run()
        {
            var own = BringToRest(analysis);
            var remaining = new SortedDictionary<string, FileAnalysis>(StringComparer.Ordinal);
            foreach (var path in _overlay.Origins.Keys.Order(StringComparer.Ordinal).ToList())
            {
                if (own is not null && BringToRest(Analyze(path)) is { } created)
                    remaining[path] = created;
                else
                    own = null;
            }

            if (own is null)
                return GaveUp();
            foreach (var path in _overlay.Changed.Keys.Where(path => path != analysis.File.Path && !remaining.ContainsKey(path)))
                remaining[path] = Analyze(path);
            return new FixOutcome
            {
                Remaining = [_faults.Count == 0 ? own : own with { Findings = [.. _faults, .. own.Findings] }, .. remaining.Values],
                Changed = [.. _overlay.Changed.Values
                    .Where(file => _originals.TryGetValue(file.Path, out var before) && before.Text != file.Text)
                    .Select(file => (_originals[file.Path], file))],
                Created = [.. _overlay.Origins.Select(created => (created.Value, _overlay.Changed[created.Key]))],
                FollowUps = [.. _followUps.Distinct(StringComparer.Ordinal)],
                FixedCount = _fixedCount,
            };
        }

        /// <summary>Applies the fixes of one file until none is left.</summary>
        /// <returns>What is left; null where the fixes lead back to where they have been, or further and further.</returns>
        private FileAnalysis? BringToRest(FileAnalysis current)
        {
            // Most created files need nothing, and a state holds the texts of all of them.
            if (!current.Findings.Any(IsApplicable))
                return current;
            var path = current.File.Path;
            var states = new HashSet<string>(StringComparer.Ordinal) { State() };
            var maxPasses = MinPasses + current.Findings.Select(finding => finding.Fix).Distinct().Count();
            for (var pass = 1; ApplyPass(current); pass++)
            {
                current = Analyze(path);
                var isNew = states.Add(State());
                if ((!isNew || pass == maxPasses) && current.Findings.Any(IsApplicable))
                    return null;
            }

            return current;
        }

        /// <summary>All that is not as it was, as one text.</summary>
        private string State() => string.Join('\0', _overlay.Changed.Values
            .Where(file => !_originals.TryGetValue(file.Path, out var before) || before.Text != file.Text)
            .SelectMany(file => new[] { file.Path, file.Text }));

        private FileAnalysis Analyze(string path)
        {
            var file = _overlay.Changed.GetValueOrDefault(path) ?? analysis.File;
            return loop.Analyze(file, settingsFor(file.FullPath), _overlay, _settled.GetValueOrDefault(path));
        }

        private bool IsApplicable(Finding finding) => loop.IsApplicable(finding) && !_rejected.Contains(KeyOf(finding));

        private static (string Path, string Rule, string NodePath) KeyOf(Finding finding) => (finding.File.Path, finding.Rule.Id, finding.NodePath);

        /// <summary>Applies the fixes that do not wait for another one; false where there was none.</summary>
        private bool ApplyPass(FileAnalysis current)
        {
            var groups = current.Findings.Where(IsApplicable).GroupBy(finding => finding.Fix!).Where(group => IsFree(group.Key)).ToList();
            var together = Compatible(groups);
            if (together.Count > 1 && Prove(together.Select(group => group.Key), out _) is { } provedTogether)
            {
                Apply(current, together, provedTogether);
                return true;
            }

            // One at a time: the others are computed anew for what it leaves.
            foreach (var group in groups)
            {
                if (Prove([group.Key], out var difference) is { } proved)
                {
                    Apply(current, [group], proved);
                    return true;
                }

                _rejected.UnionWith(group.Select(KeyOf));
                _faults.Add(Unproved(group.First(), difference!));
            }

            return false;
        }

        private bool IsFree(ConfigFix fix) => !fix.NewFiles.Any(file => _overlay.Exists(file.Path));

        /// <summary>The fixes that one pass can apply: they change different mappings of one file and create different files.</summary>
        private static List<IGrouping<ConfigFix, Finding>> Compatible(List<IGrouping<ConfigFix, Finding>> groups)
        {
            var compatible = new List<IGrouping<ConfigFix, Finding>>();
            var created = new HashSet<string>(StringComparer.Ordinal);
            SyntaxEditor? all = null;
            foreach (var group in groups)
            {
                var fix = group.Key;
                if (fix.Edits.Length > 1 || fix.NewFiles.Any(file => created.Contains(file.Path)))
                    continue;
                if (fix.Edits is [var edit] && !(all ??= edit.Declared.Tree.CreateEditor()).TryInclude(edit.Declared))
                    continue;
                created.UnionWith(fix.NewFiles.Select(file => file.Path));
                compatible.Add(group);
            }

            return compatible;
        }

        private void Apply(
            FileAnalysis current, List<IGrouping<ConfigFix, Finding>> applied, List<(SourceFile File, SyntaxTree Tree, SourceFile? Origin)> proved)
        {
            foreach (var (file, tree, origin) in proved)
            {
                if (origin is null && !_overlay.Origins.ContainsKey(file.Path))
                {
                    var edit = applied.SelectMany(group => group.Key.Edits).First(edit => edit.File.Path == file.Path);
                    _originals.TryAdd(file.Path, edit.File);
                }

                _overlay.Set(file, tree, origin);
            }

            // A fix that only creates files settles what it was asked for all the same.
            foreach (var path in proved.Select(result => result.File.Path).Append(current.File.Path))
            {
                if (!_settled.TryGetValue(path, out var ids))
                    _settled[path] = ids = new HashSet<string>(StringComparer.Ordinal);
                ids.UnionWith(applied.SelectMany(group => group.Key.Settles));
            }

            _fixedCount += applied.Sum(group => group.Count());
            _followUps.AddRange(applied
                .Where(group => group.Key.FollowUp is not null)
                .Select(group => group.Key.Proposal is { } proposal ? $"{group.Key.FollowUp}:\n{proposal}" : group.Key.FollowUp!));
        }

        private List<(SourceFile File, SyntaxTree Tree, SourceFile? Origin)>? Prove(IEnumerable<ConfigFix> fixes, out string? difference)
        {
            var proved = new List<(SourceFile File, SyntaxTree Tree, SourceFile? Origin)>();
            foreach (var edits in fixes.SelectMany(fix => fix.Edits).GroupBy(edit => edit.File.Path, StringComparer.Ordinal))
            {
                if (Combine([.. edits], out difference) is not { } edit || FixProof.Prove(edit, out difference) is not { } result)
                    return null;
                proved.Add((result.File, result.Tree, null));
            }

            foreach (var created in fixes.SelectMany(fix => fix.NewFiles))
            {
                if (FixProof.Prove(created, _overlay.GetFullPath(created.Path), out difference) is not { } result)
                    return null;
                proved.Add((result.File, result.Tree, created.Origin));
            }

            difference = null;
            return proved;
        }

        /// <summary>Several edits of one file as one, so that the proof is of what they come to together.</summary>
        private static DocumentEdit? Combine(ImmutableArray<DocumentEdit> edits, out string? obstacle)
        {
            obstacle = null;
            if (edits.Length == 1)
                return edits[0];

            var editor = edits[0].Declared.Tree.CreateEditor();
            try
            {
                return edits.All(edit => editor.TryInclude(edit.Declared)) ? new DocumentEdit(edits[0].File, editor, editor.GetChanges()) : null;
            }
            catch (SyntaxEditException exception)
            {
                obstacle = exception.Message;
                return null;
            }
        }

        private FixOutcome GaveUp()
        {
            var finding = new Finding(
                EngineRules.FixLoop, analysis.File, new TextSpan(0, 0), "the fixes of this file do not come to rest; none was applied");
            return new FixOutcome
            {
                Remaining = [analysis with { Findings = [finding, .. _faults, .. analysis.Findings] }],
                Changed = [],
                Created = [],
                FollowUps = [],
                FixedCount = 0,
            };
        }

        private static Finding Unproved(Finding finding, string difference) => new(
            EngineRules.UnprovedFix,
            finding.File,
            finding.Span,
            $"a fix of {finding.Rule.Id} `{finding.Rule.Name}` could not be proved and was dropped: {difference}",
            label: "please report this with the file's structure",
            nodePath: finding.NodePath);
    }
}
