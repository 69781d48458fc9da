using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Cli.Baselines;
using OmConfigLint.Cli.Changes;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Cli.Output;
using OmConfigLint.Rules;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;
using RuleSet = OmConfigLint.Analysis.Diagnostics.RuleSet;

namespace OmConfigLint.Cli;

/// <summary><c>omlint [PATH...]</c>: checks, fixes, previews.</summary>
internal sealed class CheckCommand : IDisposable
{
    private readonly Terminal _terminal;
    private readonly CommandLineOptions _options;
    private readonly ReleaseCatalogs _catalogs = new();
    private readonly List<string> _failures = [];
    private readonly SortedDictionary<DiagnosticSeverity, int> _counts = [];
    private ReportSet _reports = new();
    private int _safelyFixable;
    private int _partlyAnalyzed;
    private int _unsafelyFixable;
    private readonly SortedDictionary<DiagnosticSeverity, int> _baselined = [];
    private int _suppressed;
    private bool _hasFault;
    private readonly SortedSet<ReleaseVersion> _targets = [];
    private BaselineRun? _baseline;
    private GitChanges? _changes;

    private CheckCommand(Terminal terminal, CommandLineOptions options)
    {
        _terminal = terminal;
        _options = options;
    }

    /// <summary>Runs.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(Terminal terminal, CommandLineOptions options, CancellationToken cancellationToken)
    {
        using var command = new CheckCommand(terminal, options);
        return command.Run(cancellationToken);
    }

    /// <summary>Throws away the reports that are not complete.</summary>
    public void Dispose() => _reports.Dispose();

    private int Run(CancellationToken cancellationToken)
    {
        foreach (var remark in _options.Remarks)
            _terminal.Error.WriteLine($"omlint: {remark}");

        if (CreateRules() is not { } rules)
            return ExitCodes.Failure;
        var selection = RuleSelection.Create(_options.Select, _options.Ignore, rules.Rules, out var error);
        if (error is not null)
            return _terminal.Fail(error);

        try
        {
            return Run(rules, selection, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BaselineException or GitException)
        {
            return _terminal.Fail(exception.Message);
        }
    }

    private int Run(RuleSet rules, RuleSelection selection, CancellationToken cancellationToken)
    {
        // An older report is gone before files are looked for: it may lie among them.
        if (!_options.ShowFiles)
            _reports = ReportSet.Open(_terminal, _options, [.. rules.Rules.Where(selection.Contains)]);
        var editorConfig = _options.NoConfig ? EditorConfigSettings.None : new EditorConfigSettings(_terminal.CurrentDirectory);
        var today = DateOnly.FromDateTime(_terminal.Clock.GetLocalNow().DateTime);
        var settings = new CheckSettings(_options, editorConfig, selection, _catalogs, today);
        var discovery = _options.ReadsStandardInput
            ? new DiscoveryResult([], [], [])
            : FileDiscovery.Find(
                new DiscoveryRequest { Root = _terminal.CurrentDirectory, Paths = _options.Paths, Jobs = _options.Jobs }, cancellationToken);
        // A reference may have been meant.
        var hint = _options.Changed is { Name: null } changed ? $"; a git reference is written `{changed.OptionName}=" : null;
        _failures.AddRange(discovery.Problems.Select(problem =>
            $"`{problem.Path}` {problem.Message}{(hint is not null && problem.Message == "does not exist" ? $"{hint}{problem.Path}`" : "")}"));
        foreach (var skipped in discovery.Skipped)
            _terminal.Error.WriteLine($"omlint: `{skipped}` was not looked at: omlint reads {FileFormats.Description}");
        if (_options.ShowFiles)
            return ShowFiles(discovery, settings);

        _baseline = BaselineRun.Open(_options, _terminal.CurrentDirectory);
        if (_baseline is not null)
            discovery = discovery with { Files = discovery.Files.RemoveAll(_baseline.Is) };
        FindChanges(discovery);
        _reports.Begin();
        var linter = new Linter(new LintRequest
        {
            Root = _terminal.CurrentDirectory,
            Files = discovery.Files,
            Rules = rules,
            SettingsFor = settings.For,
            Baseline = _baseline?.Baseline,
            IsAskedFor = _changes is null ? null : IsAskedFor,
            Accepted = !_options.Fix && !_options.Diff ? null : _options.UnsafeFixes ? FixSafety.Unsafe : FixSafety.Safe,
            Write = _options.Fix && !_options.Diff,
            KeepsTexts = _options.Diff,
            Jobs = _options.Jobs,
        });
        return _options.ReadsStandardInput
            ? RunStandardInput(linter, settings, editorConfig, rules)
            : RunFiles(linter, discovery, settings, editorConfig, rules, cancellationToken);
    }

    private void FindChanges(DiscoveryResult discovery)
    {
        if (_options.Changed is not { } reference)
            return;
        _changes = GitChanges.Since(_terminal.CurrentDirectory, reference);
        foreach (var file in discovery.Files)
            _changes.Require(file.FullPath);
    }

    /// <summary>True where the finding, or a place that it speaks of, has changed. What was not analysed has no line.</summary>
    private bool IsAskedFor(Finding finding)
    {
        var byLine = _options.Changed!.ByLine && finding.Rule.Descriptor.Category != RulePages.OwnCategory;
        return Has(finding.File.FullPath, finding.Lines)
            || finding.Related.Any(related => Has(Path.GetFullPath(related.Path, _terminal.CurrentDirectory), related.Lines));

        bool Has(string fullPath, LinePositionSpan lines) =>
            byLine ? _changes!.Has(fullPath, lines.Start.Line, lines.End.Line) : _changes!.Has(fullPath);
    }

    private RuleSet? CreateRules()
    {
        ImmutableArray<RulePage> userPages = [];
        if (_options.RulesDirectory is { } directory)
        {
            var loaded = RulePageLoader.Load(Path.GetFullPath(directory, _terminal.CurrentDirectory));
            foreach (var error in loaded.Errors)
                _terminal.Fail(error.ToString());
            if (!loaded.Errors.IsEmpty)
                return null;
            userPages = loaded.Pages;
        }

        try
        {
            return OpenMetadataRules.Create(userPages, _catalogs);
        }
        catch (RuleParameterException exception)
        {
            _terminal.Fail(exception.Message);
            return null;
        }
    }

    private int ShowFiles(DiscoveryResult discovery, CheckSettings settings)
    {
        foreach (var file in discovery.Files.Where(file => !settings.For(file.FullPath).IsExcluded))
            _terminal.Output.WriteLine(file.Path);
        foreach (var failure in _failures)
            _terminal.Fail(failure);
        return _failures.Count > 0 ? ExitCodes.Failure : ExitCodes.Success;
    }

    private int RunFiles(
        Linter linter, DiscoveryResult discovery, CheckSettings settings, EditorConfigSettings editorConfig, RuleSet rules, CancellationToken cancellationToken)
    {
        LintResult result;
        using (var progress = new ProgressLine(_terminal))
        {
            result = linter.Run(
                analysis =>
                {
                    progress.Wipe();
                    Report(analysis, settings);
                },
                progress.Report,
                cancellationToken);
        }

        _failures.AddRange(result.Failures);
        ReportConfiguration(settings, editorConfig, rules);
        FinishBaseline(discovery.Files, settings, rules);
        if (_options.Diff)
            PrintPatch(result.Changed, result.Created);
        var wouldChange = _options.Diff && (!result.Changed.IsEmpty || !result.Created.IsEmpty);
        return Finish(
            new RunSummary
            {
                Target = settings.For(Path.Join(_terminal.CurrentDirectory, "any.yaml")).Releases.Target,
                Targets = [.. _targets],
                FileCount = discovery.Files.Length + result.Created.Length,
                AnalyzedCount = result.RelevantCount,
                ErrorCount = _counts.GetValueOrDefault(DiagnosticSeverity.Error),
                WarningCount = _counts.GetValueOrDefault(DiagnosticSeverity.Warning),
                NoteCount = _counts.GetValueOrDefault(DiagnosticSeverity.Info),
                PartlyAnalyzedCount = _partlyAnalyzed,
                SafelyFixableCount = _safelyFixable,
                UnsafelyFixableCount = _unsafelyFixable,
                SuppressedCount = _suppressed,
                BaselinedCounts = CountsOf(_baselined),
                FixedCount = _options.Diff ? 0 : result.FixedCount,
                HasFault = _hasFault,
                ChangedFiles = _options.Diff ? [] : [.. result.Changed.Select(file => file.After.Path)],
                CreatedFiles = _options.Diff ? [] : [.. result.Created.Select(file => file.File.Path)],
                FollowUps = result.FollowUps,
                Failures = [.. _failures],
                ExitCode = ExitCodeOf(result.FixedCount, wouldChange),
            });
    }

    private int RunStandardInput(Linter linter, CheckSettings settings, EditorConfigSettings editorConfig, RuleSet rules)
    {
        using var buffer = new MemoryStream();
        _terminal.Input.CopyTo(buffer);
        var bytes = buffer.ToArray();
        var path = ShownPath.WithForwardSlashes(_options.StandardInputPath ?? "stdin.yaml");
        var file = new DiscoveredFile(path, Path.GetFullPath(path, _terminal.CurrentDirectory), IsNamed: true);
        var (analysis, text, fixedCount) = linter.RunText(file, bytes);
        var isChanged = text is { } pair && pair.Before.Text != pair.After.Text;
        if (analysis is { IsRelevant: true })
            Report(analysis, settings);
        ReportConfiguration(settings, editorConfig, rules);
        FinishBaseline([file], settings, rules);
        if (_options.Diff && isChanged)
            PrintPatch([text!.Value], []);
        else if (_options.Fix && !_options.Diff)
            _terminal.OutputStream.Write(isChanged ? FileEncodings.GetBytes(text!.Value.After.Text, text.Value.After.Encoding) : bytes);
        return Finish(new RunSummary
        {
            Target = settings.For(file.FullPath).Releases.Target,
            Targets = [.. _targets],
            FileCount = 1,
            AnalyzedCount = analysis is { IsRelevant: true } ? 1 : 0,
            ErrorCount = _counts.GetValueOrDefault(DiagnosticSeverity.Error),
            WarningCount = _counts.GetValueOrDefault(DiagnosticSeverity.Warning),
            NoteCount = _counts.GetValueOrDefault(DiagnosticSeverity.Info),
            PartlyAnalyzedCount = _partlyAnalyzed,
            SafelyFixableCount = _safelyFixable,
            UnsafelyFixableCount = _unsafelyFixable,
            SuppressedCount = _suppressed,
            BaselinedCounts = CountsOf(_baselined),
            FixedCount = _options.Diff ? 0 : fixedCount,
            HasFault = _hasFault,
            Failures = [.. _failures],
            ExitCode = ExitCodeOf(fixedCount, wouldChange: _options.Diff && isChanged),
        });
    }

    private void Report(FileAnalysis analysis, CheckSettings settings)
    {
        _targets.Add(settings.For(analysis.File.FullPath).Releases.Target);
        foreach (var suppressed in analysis.Suppressed)
        {
            if (suppressed.Kind == SuppressionKind.External)
                _baselined[suppressed.Finding.Severity] = _baselined.GetValueOrDefault(suppressed.Finding.Severity) + 1;
            else
                _suppressed++;
        }

        _baseline?.Add(analysis);
        foreach (var fault in analysis.Findings.Where(finding => finding.Rule.Id == EngineRules.RuleFault.Id))
        {
            _hasFault = true;
            _failures.Add($"`{fault.File.Path}`: {fault.Message}");
        }

        Report(analysis.File, analysis.Findings, analysis.Suppressed);
    }

    private void Report(SourceFile file, ImmutableArray<Finding> findings, ImmutableArray<SuppressedFinding> suppressed)
    {
        if (findings.IsEmpty && (suppressed.IsEmpty || !_options.IncludeSuppressed))
            return;
        foreach (var finding in findings)
        {
            _counts[finding.Severity] = _counts.GetValueOrDefault(finding.Severity) + 1;
            if (finding.Rule.Id == EngineRules.PartlyAnalysed.Id)
                _partlyAnalyzed++;
            if (finding.Fix?.Safety == FixSafety.Safe)
                _safelyFixable++;
            else if (finding.Fix?.Safety == FixSafety.Unsafe)
                _unsafelyFixable++;
        }

        _reports.Write(new FileReport(file, findings) { Suppressed = suppressed });
    }

    private void ReportConfiguration(CheckSettings settings, EditorConfigSettings editorConfig, RuleSet rules)
    {
        // The nearest file counts even where no file below it can matter.
        _ = settings.For(Path.Join(_terminal.CurrentDirectory, "any.yaml"));
        var problems = editorConfig.GetProblems(
            rules.OptionKeys,
            rules.Rules.Select(rule => rule.Id),
            rules.Rules.Select(rule => rule.Descriptor.Category).Distinct(StringComparer.Ordinal),
            _catalogs.FindProblem)
            .AddRange(_catalogs.Problems);
        foreach (var group in problems.GroupBy(problem => problem.File))
        {
            var severity = settings.For(group.Key.FullPath).SeverityOf(EngineRules.InvalidSetting);
            if (severity == DiagnosticSeverity.Hidden)
                continue;
            Report(
                group.Key,
                [
                    .. group.Select(problem => new Finding(EngineRules.InvalidSetting, group.Key, problem.Span, problem.Message).WithSeverity(severity))
                        .Where(finding => _changes is null || IsAskedFor(finding)),
                ],
                suppressed: []);
        }
    }

    /// <summary>Reports what is stale in the baseline, or writes it. After a run that could not look at everything neither would be right.</summary>
    private void FinishBaseline(ImmutableArray<DiscoveredFile> files, CheckSettings settings, RuleSet rules)
    {
        if (_baseline is null)
            return;
        if (_failures.Count > 0)
        {
            if (_options.WriteBaseline || _options.PruneBaseline)
                _failures.Add("the baseline was not written, because not everything could be checked");
            return;
        }

        // By line some of what is known was left out before it could be counted.
        var stale = _options.Changed is { ByLine: true } ? [] : _baseline.FindStale(files, rules, settings.For, path => _changes?.Has(path) ?? true);
        if (!stale.IsEmpty)
            Report(stale[0].File, stale, suppressed: []);
        try
        {
            if (_baseline.Write(files, rules, settings.For) is { } done)
                _terminal.Error.WriteLine($"omlint: {DisplayText.OneLine(done)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _failures.Add(exception.Message);
        }
    }

    private static SeverityCounts CountsOf(SortedDictionary<DiagnosticSeverity, int> counts) => new(
        counts.GetValueOrDefault(DiagnosticSeverity.Error),
        counts.GetValueOrDefault(DiagnosticSeverity.Warning),
        counts.GetValueOrDefault(DiagnosticSeverity.Info));

    private void PrintPatch(
        ImmutableArray<(SourceFile Before, SourceFile After)> changed, ImmutableArray<(SourceFile Origin, SourceFile File)> created)
    {
        var prefix = Repository.Around(_terminal.CurrentDirectory).Prefix;
        foreach (var (before, after) in changed)
            Print(after, UnifiedPatch.Changing(before, after, prefix));
        foreach (var (_, file) in created)
            Print(file, UnifiedPatch.Creating(file, prefix));
        _terminal.Output.Flush();

        void Print(SourceFile file, UnifiedPatch patch)
        {
            if (UnifiedPatch.FindObstacle(file) is { } obstacle)
                _failures.Add(obstacle);
            else if (_terminal.IsOutputTerminal)
                patch.WriteMasked(_terminal.Output, _terminal.OutputStyle(_options.Color));
            else
                patch.Write(_terminal.Output);
        }
    }

    private int ExitCodeOf(int fixedCount, bool wouldChange)
    {
        if (_failures.Count > 0)
            return ExitCodes.Failure;
        if (_options.FailOn is not { } failOn)
            return ExitCodes.Success;
        if (_counts.Any(count => count.Key >= failOn))
            return ExitCodes.Findings;
        return wouldChange || (_options.ExitNonZeroOnFix && fixedCount > 0) ? ExitCodes.Findings : ExitCodes.Success;
    }

    private int Finish(RunSummary summary)
    {
        _reports.End(summary, _terminal.Error);
        new SummaryWriter(_terminal.Error, _terminal.ErrorStyle(_options.Color)).Write(summary);
        // An empty patch with an exit status of 1 would explain nothing.
        if (_options.Diff && _options.Verbosity != Verbosity.Quiet && SummaryText.Left(summary) is { Length: > 0 } left)
            _terminal.Error.WriteLine(left);
        return summary.ExitCode;
    }
}
