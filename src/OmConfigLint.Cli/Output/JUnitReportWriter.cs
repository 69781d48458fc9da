using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// Writes JUnit's XML, as Jenkins, GitLab and others read it: a suite a file, a case a finding. A case fails where its finding fails the run, and is
/// skipped where it does not, so that the report agrees with the exit code. The last suite is omlint's own: it stands for all that was looked at.
/// </summary>
internal sealed class JUnitReportWriter : XmlReportWriter
{
    private readonly DiagnosticSeverity? _failOn;

    /// <summary>Writes to <paramref name="output"/>, which is flushed at the end and left open.</summary>
    public JUnitReportWriter(Stream output, ReportOptions options)
        : base(output) => _failOn = options.FailOn;

    /// <inheritdoc/>
    public override void Begin()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("testsuites");
        Attribute("name", "omlint");
    }

    /// <inheritdoc/>
    public override void Write(FileReport report)
    {
        if (report.Findings.IsEmpty)
            return;

        var failures = report.Findings.Count(Fails);
        StartSuite(report.File.Path, report.Findings.Length, failures, errors: 0, report.Findings.Length - failures);
        foreach (var finding in report.Findings)
        {
            // No line: a case is known by its name from one run to the next.
            var place = finding.NodePath.Length > 0 ? $" at {finding.NodePath}" : "";
            StartCase($"{finding.Rule.Id} {finding.Rule.Name}{place}", report.File.Path);
            WriteOutcome(
                Fails(finding) ? "failure" : "skipped",
                SeverityNames.Of(finding.Severity),
                FindingText.FactOf(finding),
                FindingText.RemedyOf(finding) is { } remedy ? $"{FindingText.PlaceOf(finding)}\n{remedy}" : FindingText.PlaceOf(finding));
            Xml.WriteEndElement();
        }

        Xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        var failures = summary.Failures;
        StartSuite("omlint", Math.Max(failures.Length, 1), failures: 0, failures.Length, skipped: 0);
        if (failures.IsEmpty)
        {
            StartCase("everything was checked", "omlint");
            Xml.WriteEndElement();
        }

        foreach (var failure in failures)
        {
            var text = DisplayText.OneLine(failure);
            StartCase(text, "omlint");
            WriteOutcome("error", "failure", text, body: "");
            Xml.WriteEndElement();
        }

        Xml.WriteEndElement();
        Xml.WriteEndDocument();
        Xml.Flush();
    }

    private bool Fails(Finding finding) => finding.Severity >= _failOn;

    private void StartSuite(string name, int tests, int failures, int errors, int skipped)
    {
        Xml.WriteStartElement("testsuite");
        Attribute("name", DisplayText.OneLine(name));
        Attribute("tests", tests);
        Attribute("failures", failures);
        Attribute("errors", errors);
        Attribute("skipped", skipped);
    }

    private void StartCase(string name, string className)
    {
        Xml.WriteStartElement("testcase");
        Attribute("name", DisplayText.OneLine(name));
        Attribute("classname", DisplayText.OneLine(className));
        // Some readers take no case without one.
        Attribute("time", 0);
    }

    private void WriteOutcome(string element, string type, string message, string body)
    {
        Xml.WriteStartElement(element);
        Attribute("type", type);
        Attribute("message", message);
        if (body.Length > 0)
            Xml.WriteString(Valid(body));
        Xml.WriteEndElement();
    }
}
