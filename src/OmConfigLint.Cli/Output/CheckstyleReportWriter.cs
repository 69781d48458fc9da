using Microsoft.CodeAnalysis;

namespace OmConfigLint.Cli.Output;

/// <summary>Writes the XML of Checkstyle, which many build servers and review bots read.</summary>
internal sealed class CheckstyleReportWriter : XmlReportWriter
{
    /// <summary>Writes to <paramref name="output"/>, which is flushed at the end and left open.</summary>
    public CheckstyleReportWriter(Stream output)
        : base(output)
    {
    }

    /// <inheritdoc/>
    public override void Begin()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("checkstyle");
        // The version of the format, in which its readers expect an `error` to have these attributes.
        Attribute("version", "4.3");
    }

    /// <inheritdoc/>
    public override void Write(FileReport report)
    {
        if (report.Findings.IsEmpty)
            return;

        Xml.WriteStartElement("file");
        Attribute("name", report.File.Path);
        foreach (var finding in report.Findings)
        {
            var severity = finding.Severity == DiagnosticSeverity.Info ? "info" : SeverityNames.Of(finding.Severity);
            WriteError(finding.Lines.Start.Line + 1, finding.Lines.Start.Character + 1, severity, FindingText.OneLine(finding), finding.Rule.Id);
        }

        Xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        // The format knows no trouble but that of a file.
        if (!summary.Failures.IsEmpty)
        {
            Xml.WriteStartElement("file");
            Attribute("name", "omlint");
            foreach (var failure in summary.Failures)
                WriteError(1, 1, "error", DisplayText.OneLine(failure), "failure");
            Xml.WriteEndElement();
        }

        Xml.WriteEndDocument();
        Xml.Flush();
    }

    private void WriteError(int line, int column, string severity, string message, string source)
    {
        Xml.WriteStartElement("error");
        Attribute("line", line);
        Attribute("column", column);
        Attribute("severity", severity);
        Attribute("message", message);
        Attribute("source", "omlint." + source);
        Xml.WriteEndElement();
    }
}
