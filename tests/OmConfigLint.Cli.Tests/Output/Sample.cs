using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Cli.Output;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Cli.Tests.Output;

/// <summary>Findings made by hand: a text, and what is marked in it.</summary>
internal static class Sample
{
    public const string Profiler = """
        source:
          type: mysql
          serviceName: shop
          sourceConfig:
            config:
              type: Profiler
              generateSampleData: true
              profileSample: 50
        """ + "\n";

    public static Rule MovedProperty { get; } = new(
        "OM1001",
        "profiler-generate-sample-data",
        "Profiler workflows no longer take sample data",
        "workflow",
        DiagnosticSeverity.Error,
        FixAvailability.Safe,
        new ReleaseVersion(1, 6, 0, 0, 3),
        "https://docs.open-metadata.org/latest/deployment/upgrade",
        () => """
            ---
            id: OM1001
            ---
            # OM1001 profiler-generate-sample-data

            ## What it checks

            `generateSampleData` in a Profiler workflow:
            1.6.0 moved it to AutoClassification.

            ## Example

            ```yaml
            generateSampleData: true
            ```

            ## Fix safety

            Safe.
            """);

    public static Rule FloatingImage { get; } = new(
        "OM2001", "floating-image-tag", "Images without a release number", "image", DiagnosticSeverity.Warning, FixAvailability.Manual);

    public static Rule ChangedDefault { get; } = new(
        "OM1006", "profiler-include-views", "`includeViews` has another default", "workflow", DiagnosticSeverity.Info, FixAvailability.Unsafe);

    public static ImmutableArray<Rule> Rules { get; } = [MovedProperty, FloatingImage, ChangedDefault];

    public static SourceFile File(string text, string path = "ingestion/mysql_profiler.yaml", FileEncoding encoding = FileEncoding.Utf8) =>
        new(path, "/repository/" + path, text, encoding);

    /// <summary>A finding at the first place of <paramref name="marked"/> in the file.</summary>
    public static Finding Finding(
        SourceFile file,
        string marked,
        string message = "`generateSampleData` was removed from Profiler workflows in 1.6.0",
        string? label = "moves to AutoClassification as `storeSampleData`",
        ConfigFix? fix = null,
        Rule? rule = null,
        string nodePath = "source.sourceConfig.config.generateSampleData",
        params ReadOnlySpan<RelatedLocation> related) =>
        new(rule ?? MovedProperty, file, SpanOf(file, marked), message, label, [.. related], fix, nodePath);

    public static RelatedLocation Related(SourceFile file, string marked, string message)
    {
        var span = SpanOf(file, marked);
        return new RelatedLocation(file.Path, span, file.Lines.PositionsOf(span), message);
    }

    public static ConfigFix Split(SourceFile file, string newText, FixSafety safety = FixSafety.Safe, string? reason = null)
    {
        var editor = EditorOf(file);
        return new ConfigFix(
            "creates ingestion/mysql_auto_classification.yaml",
            safety,
            [Edit(file, "      generateSampleData: true\n", "")],
            [new NewFile("ingestion/mysql_auto_classification.yaml", newText, file, editor.Tree.Documents[0], editor)],
            reason,
            "run `metadata classify -c ingestion/mysql_auto_classification.yaml`");
    }

    public static DocumentEdit Edit(SourceFile file, string old, string @new) =>
        new(file, EditorOf(file), [new TextChange(SpanOf(file, old), @new)]);

    public static RunSummary Summary { get; } = new()
    {
        Target = ReleaseVersion.Parse("1.6.3"),
        FileCount = 40,
        AnalyzedCount = 12,
        ErrorCount = 0,
        WarningCount = 0,
        NoteCount = 0,
        SafelyFixableCount = 0,
        UnsafelyFixableCount = 0,
        SuppressedCount = 0,
        ExitCode = 0,
    };

    public static ReportOptions Options { get; } = new() { ToolVersion = "0.1.0", InformationUri = "https://example.com/omlint", Rules = Rules };

    /// <summary>What the format's writer makes of one report a file.</summary>
    public static string Report(ReportFormat format, ReportOptions options, RunSummary summary, params ReadOnlySpan<Finding> findings)
    {
        using var output = new MemoryStream();
        using (var writer = ReportWriters.Create(format, output, options))
        {
            writer.Begin();
            foreach (var ofOneFile in findings.ToArray().GroupBy(finding => finding.File))
                writer.Write(new FileReport(ofOneFile.Key, [.. ofOneFile]));
            writer.End(summary);
        }

        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The findings as the text format shows them, without the summary.</summary>
    public static string Text(ReportOptions options, params ReadOnlySpan<Finding> findings)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var writer = new TextReportWriter(output, options);
        writer.Begin();
        foreach (var ofOneFile in findings.ToArray().GroupBy(finding => finding.File))
            writer.Write(new FileReport(ofOneFile.Key, [.. ofOneFile]));
        return output.ToString();
    }

    public static string Text(params ReadOnlySpan<Finding> findings) => Text(Options, findings);

    private static YamlEditor EditorOf(SourceFile file)
    {
        Assert.True(FileFormats.TryParse(file, out var tree, out var error), error?.Message);
        return (YamlEditor)tree.CreateEditor();
    }

    private static TextSpan SpanOf(SourceFile file, string marked)
    {
        var start = file.Text.IndexOf(marked, StringComparison.Ordinal);
        Assert.True(start >= 0, $"`{marked}` is not in {file.Path}");
        return new TextSpan(start, marked.Length);
    }
}
