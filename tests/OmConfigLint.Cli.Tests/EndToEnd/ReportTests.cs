using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>`--format`: the same run for people and for machines.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData("json", "json")]
    [InlineData("sarif", "sarif")]
    [InlineData("github", "txt")]
    [InlineData("gitlab", "json")]
    [InlineData("junit", "xml")]
    [InlineData("markdown", "md")]
    [InlineData("checkstyle", "xml")]
    public Task Of_a_directory(string format, string extension)
    {
        using var directory = Samples.Directory(
            ("broken.yaml", Samples.Broken), ("lineage.yaml", Samples.Lineage), ("metadata.yaml", Samples.Metadata), ("profiler.yaml", Samples.Profiler));

        var run = Omlint.Run(directory, "--format", format, "--target", "1.6.3", "--select", "OM1001,OM1009", "missing.yaml", ".");

        Assert.Equal((2, "failed: `missing.yaml` does not exist\n"), (run.ExitCode, run.Error));
        return Snapshot.Verify(format == "sarif" ? WithoutRules(run.Output) : WithoutVersion(run.Output), extension, format);
    }

    [Fact]
    public Task Of_fixes()
    {
        using var directory = Samples.Directory(("metadata.yaml", Samples.Metadata), ("profiler.yaml", Samples.Profiler));

        var run = Omlint.Run(directory, "--fix", "--format", "json", "--target", "1.6.3");

        Assert.Equal(1, run.ExitCode);
        return Snapshot.Verify(WithoutVersion(run.Output), "json");
    }

    [Fact]
    public void Into_files_and_onto_standard_output_at_once()
    {
        using var directory = Samples.Directory(("a/profiler.yaml", Samples.Profiler), ("reports/omlint.sarif", "an old report"));
        string[] options = ["a", "--target", "1.6.3"];

        var run = Omlint.Run(directory, ["--format", "sarif=reports/omlint.sarif", "--format", "text", "--format", "json=omlint.json", "--format", "github=omlint.txt", .. options]);

        Assert.Equal(Omlint.Run(directory, options).Said, run.Said);
        Assert.Equal(Omlint.Run(directory, ["--format", "sarif", .. options]).Output, directory.Read("reports/omlint.sarif"));
        Assert.Equal(Omlint.Run(directory, ["--format", "json", .. options]).Output, directory.Read("omlint.json"));
        Assert.Equal(Omlint.Run(directory, ["--format", "github", .. options]).Output, directory.Read("omlint.txt"));
        Assert.Equal(["a/profiler.yaml", "omlint.json", "omlint.txt", "reports/omlint.sarif"], directory.Files());
    }

    [Fact]
    public void Quotes_what_it_is_about_and_is_not_checked_itself()
    {
        using var directory = Samples.Directory(("requirements.txt", "openmetadata-ingestion[mysql]==1.5.6\n"), ("profiler.yaml", Samples.Profiler));
        string[] options = [".", "--target", "1.6.3", "--format", "text"];
        var before = Omlint.Run(directory, options);

        Omlint.Run(directory, [.. options, "--format", "json=a.json", "--format", "sarif=b.json", "--format", "gitlab=c.json"]);
        Omlint.Run(directory, [".", "--target", "1.6.3", "--baseline", "known.json", "--write-baseline"]);

        Assert.Contains("requirements.txt", before.Output, StringComparison.Ordinal);
        Assert.All(["a.json", "b.json", "c.json", "known.json"], name => Assert.Contains("openmetadata-ingestion", directory.Read(name), StringComparison.Ordinal));
        Assert.Equal(before.Said, Omlint.Run(directory, options).Said);
    }

    [Fact]
    public void Beside_a_patch_or_a_fixed_text()
    {
        using var directory = Samples.Directory(("profiler.yaml", Samples.Profiler), ("broken.yaml", Samples.Broken));

        var patch = Omlint.Run(directory, "--diff", "--format", "json=left.json", "--target", "1.6.3");
        var fixedText = (new Omlint(directory.Path) { Input = "source: [sourceConfig"u8.ToArray() }).Run("-", "--fix", "--format", "text=left.txt");

        Assert.Equal(Omlint.Run(directory, "--diff", "--target", "1.6.3").Output, patch.Output);
        using var left = JsonDocument.Parse(directory.Read("left.json"));
        Assert.Equal(["OM0003"], left.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("id").GetString()));
        Assert.Equal("source: [sourceConfig", fixedText.Output);
        Assert.StartsWith("error[OM0003]", directory.Read("left.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_written_stops_the_run_before_anything_is_fixed()
    {
        using var directory = Samples.Directory(("profiler.yaml", Samples.Profiler));

        var run = Omlint.Run(directory, "--fix", "--format", "json=nowhere/omlint.json", "--target", "1.6.3");

        Assert.Equal((2, "", $"omlint: the report cannot be written to `{directory["nowhere/omlint.json"]}`: there is no such directory\n"), run.Said);
        Assert.Equal(["profiler.yaml"], directory.Files());
        Assert.Equal(Samples.Profiler, directory.Read("profiler.yaml"));
    }

    [Fact]
    public void A_directory_is_no_place_for_a_report()
    {
        using var directory = Samples.Directory(("a/profiler.yaml", Samples.Profiler));

        var run = Omlint.Run(directory, "--fix", "--format", "json=a", "--target", "1.6.3");

        Assert.Equal((2, "", $"omlint: the report cannot be written to `{directory["a"]}`: it is a directory\n"), run.Said);
        Assert.Equal(["a/profiler.yaml"], directory.Files());
    }

    [Fact]
    public void Suppressed_findings_are_in_reports_for_tools_where_asked_for()
    {
        var suppressed = Samples.Notes.Replace("type: Profiler", "type: Profiler # omlint: ignore[OM1006] -- no views here", StringComparison.Ordinal);
        using var directory = Samples.Directory(("notes.yaml", suppressed));
        string[] options = ["--format", "json=a.json", "--format", "sarif=a.sarif", "--format", "text", "--target", "1.6.3", "--select", "OM1006", "--fail-on", "note", "notes.yaml"];

        var without = Omlint.Run(directory, options);
        Assert.DoesNotContain("OM1006\",", directory.Read("a.json"), StringComparison.Ordinal);
        var run = Omlint.Run(directory, ["--include-suppressed", .. options]);

        Assert.Equal((0, "all clear, 1 suppressed: 1 file checked against 1.6.3\n", ""), without.Said);
        Assert.Equal(without.Said, run.Said);
        Assert.Equal(
            """{"kind":"inSource","reason":"no views here"}""",
            JsonNode.Parse(directory.Read("a.json"))!["findings"]![0]!["suppression"]!.ToJsonString());
        Assert.Equal(
            """[{"kind":"inSource","justification":"no views here"}]""",
            JsonNode.Parse(directory.Read("a.sarif"))!["runs"]![0]!["results"]![0]!["suppressions"]!.ToJsonString());
    }

    [Fact]
    public void SARIF_names_files_from_the_repositorys_root_and_its_category()
    {
        using var directory = Samples.Directory(("deploy/my ingestion/metadata.yaml", Samples.Metadata), ("deploy/my ingestion/lineage.yaml", Samples.Lineage), (".git/HEAD", "ref: refs/heads/main\n"), ("other.yaml", Samples.Profiler));

        var report = new Omlint(directory["deploy"]).Run("--format", "sarif", "--target", "1.6.3", "--category", "nightly", ".", "../other.yaml").Output;

        var run = JsonNode.Parse(report)!["runs"]![0]!;
        Assert.Equal("nightly/", run["automationDetails"]!["id"]!.GetValue<string>());
        Assert.Equal(
            ["deploy/my%20ingestion/lineage.yaml", "deploy/my%20ingestion/metadata.yaml", "other.yaml"],
            Uris(run["results"]!).Order(StringComparer.Ordinal));

        static IEnumerable<string> Uris(JsonNode results) => results.AsArray()
            .SelectMany(result => result!["locations"]!.AsArray().Select(location => location!["physicalLocation"]!)
                .Concat(result["fixes"]?.AsArray().SelectMany(fix => fix!["artifactChanges"]!.AsArray()) ?? []))
            .Select(place => place!["artifactLocation"]!["uri"]!.GetValue<string>())
            .Distinct();
    }

    [Fact]
    public void The_last_report_does_not_become_a_finding_of_the_next_run()
    {
        using var directory = Samples.Directory(("profiler.yaml", Samples.Profiler));
        string[] options = ["--format", "json=omlint.json", "--format", "text", "--target", "1.6.3", "-q"];

        Assert.Equal(Omlint.Run(directory, options).Output, Omlint.Run(directory, options).Output);
    }

    /// <summary>The report without the rules, which are their pages.</summary>
    private static string WithoutRules(string sarif)
    {
        var report = JsonNode.Parse(sarif)!;
        var driver = report["runs"]![0]!["tool"]!["driver"]!.AsObject();
        Assert.NotEmpty(driver["rules"]!.AsArray());
        driver.Remove("rules");
        return WithoutVersion(report.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) + "\n";
    }

    private static string WithoutVersion(string report) =>
        report.Replace($"\"{BuildInformation.Version}\"", "\"VERSION\"", StringComparison.Ordinal);
}
