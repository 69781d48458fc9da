using System.Collections.Immutable;

namespace OmConfigLint.Cli.Output;

/// <summary>The words for the formats on the command line.</summary>
internal static class ReportFormats
{
    /// <summary>All of them, as the help lists them.</summary>
    public static ImmutableArray<(string Word, ReportFormat Value)> All { get; } =
    [
        ("text", ReportFormat.Text),
        ("json", ReportFormat.Json),
        ("sarif", ReportFormat.Sarif),
        ("github", ReportFormat.GitHub),
        ("gitlab", ReportFormat.GitLab),
        ("junit", ReportFormat.JUnit),
        ("markdown", ReportFormat.Markdown),
        ("checkstyle", ReportFormat.Checkstyle),
    ];

    /// <summary>The word for a format.</summary>
    public static string NameOf(ReportFormat format) => All.First(known => known.Value == format).Word;
}
