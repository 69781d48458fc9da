using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli;

/// <summary>The reports of one run, each on its way to standard output or a file.</summary>
internal sealed class ReportSet : IDisposable
{
    private readonly List<(ReportWriter Writer, ReportFile? File)> _reports = [];

    /// <summary>Opens the reports that <paramref name="options"/> ask for; they are still to be begun.</summary>
    /// <exception cref="IOException">One cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">One must not be written.</exception>
    public static ReportSet Open(Terminal terminal, CommandLineOptions options, ImmutableArray<Rule> rules)
    {
        var reports = new ReportSet();
        try
        {
            // A preview prints a patch, a fix of standard input the text: nothing else may stand on standard output.
            var printsElse = options.Diff || (options.ReadsStandardInput && options.Fix);
            foreach (var destination in options.Reports)
            {
                if (destination.Path is null && printsElse)
                    continue;
                var file = destination.Path is { } path ? new ReportFile(Path.GetFullPath(path, terminal.CurrentDirectory)) : null;
                reports.Add(
                    ReportWriters.Create(destination.Format, (Stream?)file?.Stream ?? terminal.OutputStream, OptionsOf(destination, terminal, options, rules)),
                    file);
            }
        }
        catch
        {
            reports.Dispose();
            throw;
        }

        return reports;
    }

    /// <summary>Adds a report.</summary>
    /// <param name="writer">Writes it; disposed of with the set.</param>
    /// <param name="file">The file that it grows in, likewise; null for standard output.</param>
    public void Add(ReportWriter writer, ReportFile? file) => _reports.Add((writer, file));

    /// <summary>Begins the reports.</summary>
    public void Begin()
    {
        foreach (var (writer, _) in _reports)
            writer.Begin();
    }

    /// <summary>Writes what there is to say of one file.</summary>
    public void Write(FileReport report)
    {
        foreach (var (writer, _) in _reports)
            writer.Write(report);
    }

    /// <summary>Ends the reports and puts each in its place.</summary>
    /// <param name="summary">The run.</param>
    /// <param name="error">Told what a report leaves out, or why there is none.</param>
    public void End(RunSummary summary, TextWriter error)
    {
        foreach (var (writer, file) in _reports)
        {
            writer.End(summary);
            foreach (var notice in writer.Notices)
                error.WriteLine($"omlint: {notice}");
            if (file is null)
                continue;
            if (summary.HasFault && writer.NeedsWholeRun)
                error.WriteLine($"omlint: no report was written to `{file.FilePath}`, because omlint failed inside: what it did not check would be taken for mended");
            else
                file.Complete();
        }
    }

    /// <summary>Throws away what is not complete.</summary>
    public void Dispose()
    {
        foreach (var (writer, file) in _reports)
        {
            writer.Dispose();
            file?.Dispose();
        }
    }

    private static ReportOptions OptionsOf(ReportDestination destination, Terminal terminal, CommandLineOptions options, ImmutableArray<Rule> rules)
    {
        var isFile = destination.Path is not null;
        return new ReportOptions
        {
            ToolVersion = BuildInformation.Version,
            Rules = rules,
            Category = options.Category,
            IncludesSuppressed = options.IncludeSuppressed,
            Repository = destination.Format is ReportFormat.Text or ReportFormat.Json ? Repository.None : Repository.Around(terminal.CurrentDirectory),
            FailOn = options.FailOn,
            Style = isFile ? TerminalStyle.Plain : terminal.OutputStyle(options.Color),
            Width = isFile ? CodeFrame.DefaultWidth : terminal.OutputWidth,
            Verbosity = options.Verbosity,
            Statistics = options.Statistics,
        };
    }
}
