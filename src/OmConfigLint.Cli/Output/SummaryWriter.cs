namespace OmConfigLint.Cli.Output;

/// <summary>Writes to standard error what is no finding: what could not be done, which files <c>--fix</c> touched, what is left for a person to do.</summary>
internal sealed class SummaryWriter
{
    private readonly TextWriter _output;
    private readonly TerminalStyle _style;

    /// <summary>Writes to <paramref name="output"/>, normally standard error.</summary>
    public SummaryWriter(TextWriter output, TerminalStyle style)
    {
        _output = output;
        _style = style;
    }

    /// <summary>Writes it all; nothing for a run without fixes and failures.</summary>
    public void Write(RunSummary summary)
    {
        foreach (var path in summary.ChangedFiles)
            _output.WriteLine($"{_style.Added("changed")} {DisplayText.OneLine(path)}");
        foreach (var path in summary.CreatedFiles)
            _output.WriteLine($"{_style.Added("created")} {DisplayText.OneLine(path)}");
        foreach (var followUp in summary.FollowUps)
        {
            // What is proposed comes as lines of its own.
            var lines = followUp.TrimEnd().Split('\n');
            _output.WriteLine($"{_style.Bold("next:")} {DisplayText.OneLine(lines[0])}");
            foreach (var line in lines[1..])
                _output.WriteLine($"    {DisplayText.OneLine(line.TrimEnd('\r'))}".TrimEnd());
        }

        foreach (var failure in summary.Failures)
            _output.WriteLine($"{_style.Severity(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, "failed:")} {DisplayText.OneLine(failure)}");
        _output.Flush();
    }
}
