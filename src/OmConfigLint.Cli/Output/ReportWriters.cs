using System.Text;

namespace OmConfigLint.Cli.Output;

/// <summary>Makes the writer of a format.</summary>
internal static class ReportWriters
{
    /// <summary>
    /// Creates the writer of <paramref name="format"/>. It writes UTF-8 without a byte order mark and LF line ends to
    /// <paramref name="output"/>, flushes at the end of the report and leaves the stream open.
    /// </summary>
    public static ReportWriter Create(ReportFormat format, Stream output, ReportOptions options) => format switch
    {
        ReportFormat.Text => new TextReportWriter(TextOver(output), options),
        ReportFormat.Json => new JsonReportWriter(output, options),
        ReportFormat.Sarif => new SarifReportWriter(output, options),
        ReportFormat.GitHub => new GitHubReportWriter(TextOver(output), options),
        ReportFormat.GitLab => new GitLabReportWriter(output, options),
        ReportFormat.JUnit => new JUnitReportWriter(output, options),
        ReportFormat.Markdown => new MarkdownReportWriter(TextOver(output), options),
        ReportFormat.Checkstyle => new CheckstyleReportWriter(output),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not a report format"),
    };

    private static StreamWriter TextOver(Stream output) =>
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 4096, leaveOpen: true) { NewLine = "\n" };
}
