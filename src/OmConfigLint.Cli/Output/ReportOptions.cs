using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Cli.Output;

/// <summary>What the writers need to know beside the findings.</summary>
internal sealed record ReportOptions
{
    /// <summary>omlint's own version, as in <c>0.1.0</c>.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>omlint's page on the web, for formats that name it.</summary>
    public string? InformationUri { get; init; }

    /// <summary>The rules that run, for formats that list them.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>What tells this report from others of the same commit; null for nothing.</summary>
    public string? Category { get; init; }

    /// <summary>True where formats for other tools hold suppressed findings as well, marked as such.</summary>
    public bool IncludesSuppressed { get; init; }

    /// <summary>The repository from whose root a forge names files.</summary>
    public Repository Repository { get; init; } = Repository.None;

    /// <summary>The mildest severity that fails the run, for formats that say it of each finding; null for none.</summary>
    public DiagnosticSeverity? FailOn { get; init; } = DiagnosticSeverity.Warning;

    /// <summary>Colours and links of the text format; a file gets <see cref="TerminalStyle.Plain"/>.</summary>
    public TerminalStyle Style { get; init; } = TerminalStyle.Plain;

    /// <summary>The columns of a code frame, above which lines are cut around the marked text.</summary>
    public int Width { get; init; } = CodeFrame.DefaultWidth;

    /// <summary>How much the text format says.</summary>
    public Verbosity Verbosity { get; init; } = Verbosity.Normal;

    /// <summary>True where the text format ends with a table of counts by rule.</summary>
    public bool Statistics { get; init; }
}
