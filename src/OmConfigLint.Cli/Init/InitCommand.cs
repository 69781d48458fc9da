using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Cli.Output;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Cli.Init;

/// <summary><c>omlint init</c>: sets a repository up, and never writes over what is there.</summary>
internal sealed class InitCommand(InitRequest request, Terminal terminal)
{
    private const int ShownEvidence = 5;

    private readonly List<(SourceFile Before, SourceFile After)> _changed = [];
    private readonly List<SourceFile> _created = [];
    private readonly List<string> _done = [];

    /// <summary>Runs.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancellationToken)
    {
        var target = request.Target ?? OpenMetadataReleases.Newest;
        var from = request.From ?? Detect(cancellationToken);
        if (from > target)
            return terminal.Fail($"the release in use is {from}, and `--target` {target} is older");

        try
        {
            var hasBaseline = Path.Exists(BaselinePath);
            var usesBaseline = hasBaseline || request.Baseline;
            AddEditorConfig(InitFiles.EditorConfigSection(from, target));
            Create(".pre-commit-config.yaml", InitFiles.PreCommit(usesBaseline), usesBaseline);
            Create(".github/workflows/omlint.yml", InitFiles.Workflow(BuildInformation.Version, usesBaseline), usesBaseline);
            if (!request.IsDryRun && Write() is { } error)
                return terminal.Fail(error);
            if (request.Baseline && !TryAcceptFindings(hasBaseline, cancellationToken))
                return ExitCodes.Failure;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return terminal.Fail(exception.Message);
        }

        foreach (var line in _done)
            terminal.Output.WriteLine(line);
        if (from is null)
            terminal.Output.WriteLine("found no pinned release of OpenMetadata: set `omlint_from_version` in `.editorconfig` to the one in use");
        return ExitCodes.Success;
    }

    private string BaselinePath => Path.Join(terminal.CurrentDirectory, InitFiles.Baseline);

    /// <summary>Makes the baseline, with the releases that are set up by now.</summary>
    private bool TryAcceptFindings(bool isThere, CancellationToken cancellationToken)
    {
        if (isThere)
        {
            _done.Add($"left `{InitFiles.Baseline}` as it is");
            return true;
        }

        _done.Add($"{Verb("create", "created")} `{InitFiles.Baseline}` of what is found today");
        return request.IsDryRun
            || CheckCommand.Run(
                terminal,
                new CommandLineOptions { BaselinePath = InitFiles.Baseline, WriteBaseline = true, FailOn = null, Reports = [] },
                cancellationToken) == ExitCodes.Success;
    }

    /// <summary>The oldest release that is in use somewhere, so that no change is missed.</summary>
    private ReleaseVersion? Detect(CancellationToken cancellationToken)
    {
        var evidence = ReleaseScan.Find(terminal.CurrentDirectory, cancellationToken);
        foreach (var place in evidence.Take(ShownEvidence))
            terminal.Output.WriteLine(DisplayText.OneLine($"found `{place.Text}` in {place.Path}:{SummaryText.Number(place.Line)}"));
        if (evidence.Length > ShownEvidence)
            terminal.Output.WriteLine($"and {SummaryText.Count(evidence.Length - ShownEvidence, "more place")}");

        ImmutableArray<ReleaseVersion> releases = [.. evidence.Select(place => place.Release).Distinct().Order()];
        if (releases.Length > 1)
            terminal.Output.WriteLine($"several releases are in use: {string.Join(", ", releases)}; the oldest counts");
        return releases.IsEmpty ? null : releases[0];
    }

    private void AddEditorConfig(string section)
    {
        const string Name = ".editorconfig";
        var path = Path.Join(terminal.CurrentDirectory, Name);
        if (!Path.Exists(path))
        {
            Create(Name, section);
            return;
        }

        var before = Read(Name, path);
        if (before.Text.Contains(SettingKeys.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            _done.Add($"left `{Name}` as it is: it has settings of omlint");
            return;
        }

        var lineBreak = before.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var text = before.Text.Length == 0 || before.Text.EndsWith('\n') ? before.Text : before.Text + lineBreak;
        var separator = text.Length == 0 ? "" : lineBreak;
        _changed.Add((before, before.WithText(text + separator + section.Replace("\n", lineBreak, StringComparison.Ordinal))));
        _done.Add($"{Verb("add", "added")} a section to `{Name}`");
    }

    private static SourceFile Read(string name, string path) =>
        // Each line of any effect holds one of these.
        new FileReader(new ContentFilter(["[", "=", ":", "#", ";"]), ReadLimits.Default).Read(new DiscoveredFile(name, path, IsNamed: true)) switch
        {
            FileContent.Text content => content.File,
            FileContent.Problem problem => throw new IOException($"`{name}` {problem.Message}"),
            _ => new SourceFile(name, path, File.ReadAllText(path)),
        };

    private void Create(string name, string text, bool usesBaseline = false)
    {
        var path = Path.Join(terminal.CurrentDirectory, name);
        if (Path.Exists(path))
        {
            var isWithout = usesBaseline && File.Exists(path) && !File.ReadAllText(path).Contains(InitFiles.Baseline, StringComparison.Ordinal);
            _done.Add($"left `{name}` as it is{(isWithout ? $"; have it call omlint with `--baseline {InitFiles.Baseline}`" : "")}");
            return;
        }

        _created.Add(new SourceFile(name, path, text));
        _done.Add($"{Verb("create", "created")} `{name}`");
    }

    private string Verb(string future, string past) => request.IsDryRun ? "would " + future : past;

    private string? Write()
    {
        foreach (var file in _created)
            Directory.CreateDirectory(Path.GetDirectoryName(file.FullPath)!);
        var transaction = new FileTransaction(terminal.CurrentDirectory);
        return transaction.Commit([.. _changed], [], [.. _created]).Error;
    }
}
