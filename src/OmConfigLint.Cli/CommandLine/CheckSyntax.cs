using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Cli.Output;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>The grammar of <c>omlint [PATH...]</c>.</summary>
internal sealed class CheckSyntax : OptionSyntax
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _paths;
    private Func<ReleaseCatalog>? _findReleases;
    private readonly Option<bool> _fix;
    private readonly Option<bool> _unsafeFixes;
    private readonly Option<bool> _diff;
    private readonly Option<bool> _exitNonZeroOnFix;
    private readonly Option<string> _target;
    private readonly Option<string> _from;
    private readonly Option<string[]> _select;
    private readonly Option<string[]> _ignore;
    private readonly Option<string[]> _format;
    private readonly Option<string> _category;
    private readonly Option<bool> _includeSuppressed;
    private readonly Option<string> _failOn;
    private readonly Option<string> _baseline;
    private readonly Option<bool> _writeBaseline;
    private readonly Option<bool> _pruneBaseline;
    private readonly Option<string> _changed;
    private readonly Option<string> _changedLines;
    private readonly Option<string> _stdinFileName;
    private readonly Option<string> _rules;
    private readonly Option<string> _jobs;
    private readonly Option<bool> _noConfig;
    private readonly Option<string> _color;
    private readonly Option<bool> _showFiles;
    private readonly Option<bool> _statistics;
    private readonly Option<bool> _quiet;
    private readonly Option<bool> _verbose;

    /// <summary>Sets the grammar up.</summary>
    public CheckSyntax()
    {
        _paths = Words("PATH");
        _fix = Flag("--fix");
        _unsafeFixes = Flag("--unsafe-fixes");
        _diff = Flag("--diff");
        _exitNonZeroOnFix = Flag("--exit-non-zero-on-fix");
        _target = Value("--target");
        _from = Value("--from");
        _select = Values("--select");
        _ignore = Values("--ignore");
        _format = Values("--format");
        _category = Value("--category");
        _includeSuppressed = Flag("--include-suppressed");
        _failOn = Value("--fail-on");
        _baseline = Value("--baseline");
        _writeBaseline = Flag("--write-baseline");
        _pruneBaseline = Flag("--prune-baseline");
        _changed = OptionalValue("--changed");
        _changedLines = OptionalValue("--changed-lines");
        _stdinFileName = Value("--stdin-filename");
        _rules = Value("--rules");
        _jobs = Value("--jobs", "-j");
        _noConfig = Flag("--no-config");
        _color = Value("--color");
        _showFiles = Flag("--show-files");
        _statistics = Flag("--statistics");
        _quiet = Flag("--quiet", "-q");
        _verbose = Flag("--verbose", "-v");
    }

    /// <inheritdoc/>
    public override IEnumerable<string> OptionNames => base.OptionNames.Append("--version");

    /// <summary>Reads the words behind <c>omlint</c>.</summary>
    /// <param name="words">Options and paths.</param>
    /// <param name="paths">The words behind <c>--</c>, which are paths whatever they look like.</param>
    /// <param name="findReleases">Finds the releases that a user has added.</param>
    public static CheckRequest Parse(ImmutableArray<string> words, ImmutableArray<string> paths, Func<ReleaseCatalog>? findReleases = null)
    {
        var syntax = new CheckSyntax { _findReleases = findReleases };
        syntax.Read(words);
        var options = syntax.ReadOptions(paths);
        CheckFixes(options);
        CheckBaseline(options);
        CheckChanged(options);
        CheckReports(options);
        CheckStandardOutput(options);
        return new CheckRequest(options);
    }

    private CommandLineOptions ReadOptions(ImmutableArray<string> morePaths)
    {
        var options = new CommandLineOptions();
        var words = Get(_paths);
        var paths = words.AddRange(morePaths);
        var readsStandardInput = words.Contains(StandardInput);
        if (readsStandardInput && paths.Length > 1)
            throw new UsageException("`-` reads standard input alone; leave out the other paths");
        if (!readsStandardInput && Get(_stdinFileName) is not null)
            throw new UsageException("`--stdin-filename` names what standard input stands for; add `-` to read it");

        var remarks = ImmutableArray.CreateBuilder<string>();
        var target = Release(_target, remarks);
        var from = Release(_from, remarks);
        if (from > target)
            throw new UsageException($"`--from` {from} is newer than `--target` {target}");

        return options with
        {
            Paths = readsStandardInput ? [] : paths.IsEmpty ? options.Paths : paths,
            ReadsStandardInput = readsStandardInput,
            StandardInputPath = Get(_stdinFileName),
            Fix = Has(_fix),
            UnsafeFixes = Has(_unsafeFixes),
            Diff = Has(_diff),
            ExitNonZeroOnFix = Has(_exitNonZeroOnFix),
            Target = target,
            AskedTarget = ReleaseVersion.TryParse(Get(_target), out var asked) ? asked : null,
            From = from,
            Select = Split(_select),
            Ignore = Split(_ignore),
            Reports = Get(_format) is { IsEmpty: false } formats ? [.. formats.Select(Report)] : options.Reports,
            Category = Get(_category),
            IncludeSuppressed = Has(_includeSuppressed),
            FailOn = OneOf<DiagnosticSeverity?>(
                _failOn,
                options.FailOn,
                ("error", DiagnosticSeverity.Error),
                ("warning", DiagnosticSeverity.Warning),
                ("note", DiagnosticSeverity.Info),
                ("never", null)),
            BaselinePath = Get(_baseline),
            WriteBaseline = Has(_writeBaseline),
            PruneBaseline = Has(_pruneBaseline),
            Changed = Changed(),
            RulesDirectory = Get(_rules),
            Jobs = Get(_jobs) is { } jobs ? Number(_jobs, jobs) : options.Jobs,
            NoConfig = Has(_noConfig),
            Color = ColorOf(_color),
            ShowFiles = Has(_showFiles),
            Statistics = Has(_statistics),
            Verbosity = (Has(_quiet), Has(_verbose)) switch
            {
                (true, true) => throw new UsageException("`--quiet` and `--verbose` are opposites"),
                (true, _) => Verbosity.Quiet,
                (_, true) => Verbosity.Verbose,
                _ => Verbosity.Normal,
            },
            Remarks = remarks.ToImmutable(),
        };
    }

    private static void CheckFixes(CommandLineOptions options)
    {
        if (options is { UnsafeFixes: true, Fix: false, Diff: false })
            throw new UsageException("`--unsafe-fixes` says which fixes; add `--fix` to apply them or `--diff` to see them");
        if (options is { ExitNonZeroOnFix: true, Fix: false })
            throw new UsageException("`--exit-non-zero-on-fix` is about what `--fix` does; add `--fix`");
        if (options.ShowFiles && (options.Fix || options.Diff))
            throw new UsageException("`--show-files` lists files and checks none; leave out `--fix` and `--diff`");
    }

    private static void CheckBaseline(CommandLineOptions options)
    {
        if (!options.WriteBaseline && !options.PruneBaseline)
            return;
        var name = options.WriteBaseline ? "--write-baseline" : "--prune-baseline";
        if (options.BaselinePath is null)
            throw new UsageException($"`{name}` needs the file; add `--baseline FILE`");
        if (options is { WriteBaseline: true, PruneBaseline: true })
            throw new UsageException("`--write-baseline` leaves nothing stale; leave out `--prune-baseline`");
        if (options.ReadsStandardInput)
            throw new UsageException($"`{name}` is about files, and `-` reads standard input");
        if (options.Diff)
            throw new UsageException($"`--diff` writes nothing; leave out `{name}`");
        if (options is { WriteBaseline: true, Fix: true })
            throw new UsageException("`--write-baseline` accepts everything that `--fix` would mend; fix first, then write the baseline");
        if (options.ShowFiles)
            throw new UsageException($"`--show-files` lists files and checks none; leave out `{name}`");
    }

    private ChangedReference? Changed()
    {
        var byFile = TryGet(_changed, out var ofFiles);
        var byLine = TryGet(_changedLines, out var ofLines);
        if (byFile && byLine)
            throw new UsageException("`--changed` is about files and `--changed-lines` about lines; leave out one of them");
        return byFile || byLine ? new ChangedReference(ofFiles ?? ofLines, byLine) : null;
    }

    private static void CheckChanged(CommandLineOptions options)
    {
        if (options.Changed is not { } changed)
            return;
        var name = changed.OptionName;
        if (options.ReadsStandardInput)
            throw new UsageException($"`{name}` is about files, and `-` reads standard input");
        if (options.WriteBaseline || options.PruneBaseline)
            throw new UsageException($"a baseline is of everything that is checked; leave out `{name}`");
        if (options.ShowFiles)
            throw new UsageException($"`--show-files` lists what is analysed, and that is the same with `{name}`");
        if (changed.ByLine && (options.Fix || options.Diff))
            throw new UsageException("`--changed-lines` is about lines as they are, and a fix moves them; use `--changed`");
    }

    private static void CheckReports(CommandLineOptions options)
    {
        if (options.Category is not null && !options.Reports.Any(report => report.Format == ReportFormat.Sarif))
            throw new UsageException("`--category` stands in SARIF reports; add `--format sarif=omlint.sarif`");
        if (options.IncludeSuppressed && !options.Reports.Any(report => report.Format is ReportFormat.Sarif or ReportFormat.Json))
            throw new UsageException("`--include-suppressed` is about SARIF and JSON reports; add `--format sarif=omlint.sarif`");
    }

    /// <summary>Standard output holds one thing: a report, a patch, or the fixed text.</summary>
    private static void CheckStandardOutput(CommandLineOptions options)
    {
        var reports = options.Reports.Where(report => report.Path is null).ToArray();
        if (reports.Length > 1)
            throw new UsageException("one report at most goes to standard output; give the others a file, as in `--format sarif=omlint.sarif`");
        if (options.Reports.Select(report => report.Path).OfType<string>().GroupBy(path => path).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new UsageException($"two reports go to `{twice.Key}`");

        var other = options.Diff ? "the patch" : options is { ReadsStandardInput: true, Fix: true } ? "the fixed text" : null;
        if (other is not null && reports is [{ Format: not ReportFormat.Text } report])
        {
            var format = ReportFormats.NameOf(report.Format);
            throw new UsageException($"{other} goes to standard output; give the report a file, as in `--format {format}=omlint.{format}`");
        }
    }

    private ReleaseVersion? Release(Option<string> option, ImmutableArray<string>.Builder remarks)
    {
        if (Get(option) is not { } text)
            return null;
        var (version, message) = ReleaseCatalog.Default.ResolveTarget(text);
        if (message is not null && ReleaseVersion.TryParse(text, out _) && _findReleases is { } find && !Has(_noConfig))
            (version, message) = find().ResolveTarget(text);
        if (version is null)
            throw new UsageException($"`{option.Name}`: {message}");
        if (message is not null)
            remarks.Add($"`{option.Name}`: {message}");
        return version;
    }

    private ImmutableArray<string> Split(Option<string[]> option)
    {
        ImmutableArray<string> words = [.. Get(option).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries))];
        return words.Contains("") ? throw new UsageException($"`{option.Name}` has nothing before or behind a comma") : words;
    }

    private ReportDestination Report(string text)
    {
        var equals = text.IndexOf('=');
        var path = equals < 0 ? null : text[(equals + 1)..];
        if (path is "")
            throw new UsageException($"`--format {text}` names no file");
        return new ReportDestination(
            OneOf(
                _format.Name,
                equals < 0 ? text : text[..equals],
                ReportFormats.All.AsSpan()),
            path);
    }

    private static int Number(Option<string> option, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new UsageException($"`{option.Name}` is a whole number from 1 on, not `{text}`");
}
