using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>
/// A run over files: reads all of them (in parallel, looking at bytes only), analyses those that can matter, fixes them if asked to, and
/// reports in the files' order.
/// </summary>
public sealed class Linter
{
    private const long MaxRetainedCharacters = 512 * 1024;

    private readonly LintRequest _request;
    private readonly FileReader _reader;
    private readonly FileAnalyzer _analyzer;
    private readonly DiskFiles _disk;
    private readonly FileTransaction _transaction;
    private readonly List<string> _failures = [];
    private readonly SortedDictionary<string, (SourceFile Before, SourceFile After)> _changed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (SourceFile Origin, SourceFile File)> _created = new(StringComparer.Ordinal);
    private readonly List<string> _followUps = [];
    private ImmutableArray<Candidate> _candidates = [];
    private int _relevantCount;
    private int _fixedCount;

    /// <summary>Prepares a run.</summary>
    public Linter(LintRequest request)
    {
        _request = request;
        _reader = new FileReader(new ContentFilter(request.Rules.ContentMarkers), ReadLimits.Default);
        _analyzer = new FileAnalyzer(request.Rules, request.Baseline, request.IsAskedFor);
        _transaction = new FileTransaction(request.Root);
        // What a file's neighbour says may matter though nothing in it is OpenMetadata's: `TAG=1.6.3` in a `.env` file.
        _disk = new DiskFiles(request.Root, new FileReader(filter: null, ReadLimits.Default), BuildIndex);
    }

    /// <summary>Runs.</summary>
    /// <param name="report">Called for each relevant file, in order, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the run between two files.</param>
    /// <param name="progress">Told the number of files looked at and of all files, from any thread.</param>
    /// <exception cref="OperationCanceledException">The run was ended; what was written by then is whole.</exception>
    public LintResult Run(Action<FileAnalysis> report, Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        _candidates = FindCandidates(progress, cancellationToken);
        if (_request.Accepted is { } accepted)
        {
            try
            {
                Fix(accepted, report, cancellationToken);
            }
            finally
            {
                _transaction.Flush();
            }
        }
        else
        {
            OrderedParallel.Run(_candidates.Length, AnalysisJobs, Analyze, Emit, cancellationToken);
        }

        return new LintResult
        {
            RelevantCount = _relevantCount,
            FixedCount = _fixedCount,
            Changed = [.. _changed.Values],
            Created = [.. _created.Values],
            FollowUps = [.. _followUps.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Failures = [.. _failures.Order(StringComparer.Ordinal)],
        };

        void Emit(FileAnalysis? analysis)
        {
            if (analysis is not { IsRelevant: true })
                return;
            _relevantCount++;
            report(analysis);
        }
    }

    /// <summary>Analyses, and fixes, one text that is not on disk. Fixes that reach into other files are left alone.</summary>
    /// <param name="file">What the text stands for: its neighbours are those of this path.</param>
    /// <param name="bytes">The text.</param>
    /// <returns>The analysis of what is left, null where the text is nothing the rules know; the text as it is and as it is to be, null where it is none; the number of findings mended.</returns>
    public (FileAnalysis? Analysis, (SourceFile Before, SourceFile After)? Text, int FixedCount) RunText(DiscoveredFile file, ReadOnlySpan<byte> bytes)
    {
        if (IsExcluded(file))
            return (null, null, 0);

        var content = _reader.Read(file, bytes);
        switch (content)
        {
            case FileContent.Text text:
                _candidates = [new Candidate(file, content)];
                var analysis = _analyzer.Analyze(text.File, _request.SettingsFor(file.FullPath), _disk);
                if (_request.Accepted is not { } accepted)
                    return (analysis, (text.File, text.File), 0);
                var outcome = new FixLoop(_analyzer, accepted, isAlone: true).Run(analysis, _request.SettingsFor, _disk);
                return (outcome.Remaining[0], (text.File, outcome.Remaining[0].File), outcome.FixedCount);
            case FileContent.Problem problem:
                return (NotRead(file, problem), null, 0);
            default:
                return (null, null, 0);
        }
    }

    private ImmutableArray<Candidate> FindCandidates(Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var files = _request.Files;
        var contents = new FileContent?[files.Length];
        var retained = 0L;
        var done = 0;
        if (_request.Jobs > 1 && files.Length > 16)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = _request.Jobs, CancellationToken = cancellationToken };
            Parallel.For(0, files.Length, options, Read);
        }
        else
        {
            for (var i = 0; i < files.Length; i++)
                Read(i);
        }

        var candidates = ImmutableArray.CreateBuilder<Candidate>();
        for (var i = 0; i < files.Length; i++)
        {
            if (contents[i] is { } content and not FileContent.Irrelevant && !IsExcluded(files[i]))
                candidates.Add(new Candidate(files[i], content));
        }

        return candidates.ToImmutable();

        void Read(int i)
        {
            var content = _reader.Read(files[i]);
            // What does not fit is read again when its turn comes, so that memory does not grow with the tree.
            if (content is FileContent.Text text && Interlocked.Add(ref retained, text.File.Text.Length) > MaxRetainedCharacters)
                content = new FileContent.Deferred(HasFactMarker(text.File));
            contents[i] = content;
            progress?.Invoke(Interlocked.Increment(ref done), files.Length);
        }
    }

    /// <summary>
    /// Files are read by all jobs, and analysed by fewer: the parser takes one file at a time and is half of the work, so that two threads on one
    /// core only wait for each other.
    /// </summary>
    private int AnalysisJobs => _request.Jobs <= 2 ? 1 : Math.Min(_request.Jobs, 4);

    private FileAnalysis? Analyze(int index) => Analyze(_candidates[index]);

    private FileAnalysis? Analyze(Candidate candidate)
    {
        var content = candidate.Content is FileContent.Deferred ? _reader.Read(candidate.File) : candidate.Content;
        switch (content)
        {
            case FileContent.Text text:
                return _analyzer.Analyze(text.File, _request.SettingsFor(text.File.FullPath), _disk);
            case FileContent.Problem { Kind: FileProblemKind.Unreadable } problem:
                Fail($"`{candidate.File.Path}` {problem.Message}");
                return null;
            case FileContent.Problem problem:
                return NotRead(candidate.File, problem);
            default:
                return null;
        }
    }

    private FileAnalysis NotRead(DiscoveredFile file, FileContent.Problem problem)
    {
        var source = new SourceFile(file.Path, file.FullPath, "");
        var rule = problem.Kind == FileProblemKind.TooLarge ? EngineRules.LimitReached : EngineRules.UnparseableFile;
        var finding = new Finding(rule, source, default(TextSpan), $"the file was not analysed: it {problem.Message}");
        var severity = _request.SettingsFor(file.FullPath).SeverityOf(rule);
        return _analyzer.Narrow(new FileAnalysis(
            source, Tree: null, IsRelevant: true, severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden ? [] : [finding.WithSeverity(severity)], Suppressed: []));
    }

    private void Fix(FixSafety accepted, Action<FileAnalysis> report, CancellationToken cancellationToken)
    {
        // Facts are those of the tree before the first file is written.
        var index = new Lazy<WorkspaceIndex>(() => _disk.Index);
        var loop = new FixLoop(_analyzer, accepted);
        var session = new OverlayFiles(_disk);
        var reports = new SortedDictionary<string, FileAnalysis>(StringComparer.Ordinal);
        var serial = new List<(Candidate Candidate, FileAnalysis Analysis)>();
        var claims = new PathClaims();
        OrderedParallel.Run(_candidates.Length, AnalysisJobs, FixAlone, Collect, cancellationToken);

        // Fixes that reach into other files, or want the same new file, come last and one after the other.
        _disk.ShowAll();
        foreach (var (candidate, before) in serial)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (session.TryOpen(candidate.File.Path) is not { } file)
            {
                Fail($"`{candidate.File.Path}` changed on disk since it was read; nothing was changed");
                Say(before);
                continue;
            }

            var analysis = _analyzer.Analyze(file, _request.SettingsFor(file.FullPath), session);
            var outcome = loop.Run(analysis, _request.SettingsFor, session);
            Keep(analysis, outcome, Commit(outcome, session));
        }

        foreach (var analysis in reports.Values)
            Emit(analysis);

        // Safe fixes stay within their file, so what has been said of a file holds. An unsafe fix may edit one that was looked at before.
        void Say(FileAnalysis analysis)
        {
            if (accepted == FixSafety.Safe)
                Emit(analysis);
            else
                reports[analysis.File.Path] = analysis;
        }

        void Emit(FileAnalysis analysis)
        {
            _relevantCount++;
            report(analysis);
        }

        (Candidate Candidate, FileAnalysis? Analysis, FixOutcome? Outcome, CommitResult Result) FixAlone(int i)
        {
            try
            {
                var candidate = _candidates[i];
                if (Analyze(candidate) is not { } analysis)
                    return (candidate, null, null, CommitResult.Done);
                if (!analysis.Findings.Any(finding => finding.Fix is { } fix && fix.Safety <= accepted))
                    return (candidate, analysis, null, CommitResult.Done);

                _ = index.Value;
                var outcome = loop.Run(analysis, _request.SettingsFor, _disk);
                return (candidate, analysis, outcome, TryWrite(i, candidate, outcome));
            }
            finally
            {
                claims.Pass(i);
            }
        }

        CommitResult TryWrite(int i, Candidate candidate, FixOutcome outcome)
        {
            if (!_request.Write || outcome.Changed.Any(file => file.After.Path != candidate.File.Path))
                return CommitResult.Later;
            string[] created = [.. outcome.Created.Select(file => file.File.Path)];
            if (!claims.TryTake(i, created))
                return CommitResult.Later;
            _disk.Hide(created);
            return Commit(outcome, session);
        }

        void Collect((Candidate Candidate, FileAnalysis? Analysis, FixOutcome? Outcome, CommitResult Result) item)
        {
            var (candidate, analysis, outcome, result) = item;
            if (analysis is not { IsRelevant: true })
                return;
            if (outcome is null)
                Say(analysis);
            else if (result == CommitResult.Later && (outcome.Changed.Any(file => file.After.Path != candidate.File.Path) || !TryPreview(outcome)))
                serial.Add((candidate, analysis));
            else
                Keep(analysis, outcome, result == CommitResult.Later ? CommitResult.Done : result);
        }

        // In a preview the files stay in memory, on this thread.
        bool TryPreview(FixOutcome outcome) => !_request.Write && Commit(outcome, session) == CommitResult.Done;

        void Keep(FileAnalysis before, FixOutcome outcome, CommitResult result)
        {
            if (result != CommitResult.Done)
            {
                Say(before);
                return;
            }

            _fixedCount += outcome.FixedCount;
            _followUps.AddRange(outcome.FollowUps);
            foreach (var created in outcome.Created)
                _created[created.File.Path] = (Slim(created.Origin), Slim(created.File));
            foreach (var (origin, after) in outcome.Changed)
            {
                // What this run created or changed before is still that.
                if (_created.TryGetValue(after.Path, out var created))
                    _created[after.Path] = (created.Origin, Slim(after));
                else
                    _changed[after.Path] = (_changed.TryGetValue(after.Path, out var changed) ? changed.Before : Slim(origin), Slim(after));
            }

            foreach (var remaining in outcome.Remaining)
                Say(remaining);
        }

        SourceFile Slim(SourceFile file) => _request.KeepsTexts ? file : file.WithText("");
    }

    private CommitResult Commit(FixOutcome outcome, OverlayFiles session)
    {
        if (outcome.Changed.IsEmpty && outcome.Created.IsEmpty)
            return CommitResult.Done;

        if (!_request.Write)
        {
            if (outcome.Created.Any(created => session.Exists(created.File.Path)))
                return CommitResult.Later;
            foreach (var (_, after) in outcome.Changed)
                session.Set(after, tree: null);
            foreach (var (origin, file) in outcome.Created)
                session.Set(file, tree: null, origin);
            return CommitResult.Done;
        }

        if (outcome.Created.Any(created => _disk.Exists(created.File.Path)))
            return CommitResult.Later;
        var result = _transaction.Commit(outcome.Changed, outcome.Created);
        if (result.Succeeded)
            return CommitResult.Done;
        Fail(result.Error!);
        return CommitResult.Failed;
    }

    private void Fail(string message)
    {
        lock (_failures)
            _failures.Add(message);
    }

    private WorkspaceIndex BuildIndex()
    {
        var facts = new List<WorkspaceFact>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in _candidates)
        {
            seen.Add(candidate.File.FullPath);
            if (candidate.Content is FileContent.Text text && HasFactMarker(text.File))
                facts.AddRange(_analyzer.GetFacts(text.File));
            else if (candidate.Content is FileContent.Deferred { HasFactMarker: true } && _reader.Read(candidate.File) is FileContent.Text again)
                facts.AddRange(_analyzer.GetFacts(again.File));
        }

        var contextPaths = new HashSet<string>(StringComparer.Ordinal);
        AddContext(facts, seen, contextPaths);
        return new WorkspaceIndex(facts, contextPaths);
    }

    /// <summary>Where the user named single files, the tree around them is read for context; nothing is reported of it.</summary>
    private void AddContext(List<WorkspaceFact> facts, HashSet<string> seen, HashSet<string> contextPaths)
    {
        var named = _candidates.Select(candidate => candidate.File).Where(file => file.IsNamed).ToList();
        if (named.Count == 0)
            return;

        var reader = new FileReader(new ContentFilter(_request.Rules.FactMarkers), ReadLimits.Default);
        foreach (var directory in named.DistinctBy(file => Path.GetDirectoryName(file.FullPath), StringComparer.Ordinal))
        {
            foreach (var file in ContextRoot.FilesAround(directory.FullPath, _request.Root))
            {
                if (!seen.Add(file.FullPath) || reader.Read(file) is not FileContent.Text text || !HasFactMarker(text.File) || IsExcluded(file))
                    continue;
                facts.AddRange(_analyzer.GetFacts(text.File));
                contextPaths.Add(text.File.Path);
            }
        }
    }

    /// <summary>Asked of the files that can matter only, for it costs more than to see that one cannot.</summary>
    private bool IsExcluded(DiscoveredFile file) => _request.SettingsFor(file.FullPath).IsExcluded;

    private bool HasFactMarker(SourceFile file)
    {
        foreach (var marker in _request.Rules.FactMarkers)
        {
            if (Holds(file.Text, marker))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Behind <c>://</c> stands the name of a host: every other workflow has <c>http://openmetadata-server:8585/api</c>. That counts only where
    /// the marker is one itself.
    /// </summary>
    private static bool Holds(string text, string marker)
    {
        var isHost = marker.Contains('.', StringComparison.Ordinal);
        for (var start = 0; (start = text.IndexOf(marker, start, StringComparison.Ordinal)) >= 0; start += marker.Length)
        {
            if (isHost || !text.AsSpan(0, start).EndsWith("://", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private sealed record Candidate(DiscoveredFile File, FileContent Content);

    private enum CommitResult
    {
        Done,
        Later,
        Failed,
    }
}
