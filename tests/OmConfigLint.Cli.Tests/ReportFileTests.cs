using OmConfigLint.Cli.Output;
using OmConfigLint.Cli.Tests.Output;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests;

/// <summary>A report's place holds the whole report or nothing.</summary>
public sealed class ReportFileTests
{
    private const string Report = "the report";

    [Fact]
    public void A_run_that_breaks_off_leaves_nothing_and_no_older_report()
    {
        using var directory = new TemporaryDirectory("omlint.sarif");

        using (var file = new ReportFile(directory["omlint.sarif"]))
            file.Stream.Write("half of it"u8);

        Assert.Empty(directory.Files());
    }

    [Fact]
    public void Nothing_is_there_before_the_report_is_complete()
    {
        using var directory = new TemporaryDirectory("old.sarif");
        foreach (var path in (string[])["new.sarif", "old.sarif"])
        {
            using var file = new ReportFile(directory[path]);
            file.Stream.Write("the report"u8);
            Assert.False(File.Exists(directory[path]));
            file.Complete();
            Assert.Equal(Report, directory.Read(path));
        }

        Assert.Equal(["new.sarif", "old.sarif"], directory.Files());
    }

    [Fact]
    public void A_mode_is_kept()
    {
        using var directory = new TemporaryDirectory("omlint.sarif");
        directory.SetMode("omlint.sarif", UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Write(directory["omlint.sarif"]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, directory.ModeOf("omlint.sarif"));
    }

    [Theory]
    [InlineData("there.sarif")]
    [InlineData("not-there.sarif")]
    public void A_link_stays_a_link(string target)
    {
        using var directory = new TemporaryDirectory("there.sarif");
        directory.Link("link.sarif", target);

        Write(directory["link.sarif"]);

        Assert.Equal(target, new FileInfo(directory["link.sarif"]).LinkTarget);
        Assert.Equal(Report, directory.Read(target));
    }

    [Fact]
    public void A_device_is_written_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such device");
        using var directory = new TemporaryDirectory();
        directory.Link("null", "/dev/null");

        Write("/dev/null");
        Write(directory["null"]);

        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Equal("/dev/null", new FileInfo(directory["null"]).LinkTarget);
    }

    [Fact]
    public void Where_omlint_failed_inside_no_report_says_that_all_is_mended()
    {
        using var directory = new TemporaryDirectory("omlint.sarif");
        using var error = new StringWriter();
        using (var reports = new ReportSet())
        {
            foreach (var (format, path) in ((ReportFormat, string)[])[(ReportFormat.Sarif, "omlint.sarif"), (ReportFormat.Json, "omlint.json")])
            {
                var file = new ReportFile(directory[path]);
                reports.Add(ReportWriters.Create(format, file.Stream, Sample.Options), file);
            }

            reports.Begin();
            reports.End(Sample.Summary with { HasFault = true, ExitCode = 2 }, error);
        }

        Assert.Equal(
            $"omlint: no report was written to `{directory["omlint.sarif"]}`, because omlint failed inside: what it did not check would be taken for mended\n",
            error.ToString().ReplaceLineEndings("\n"));
        Assert.Equal(["omlint.json"], directory.Files());
    }

    private static void Write(string path)
    {
        using var file = new ReportFile(path);
        file.Stream.Write("the report"u8);
        file.Complete();
    }
}
