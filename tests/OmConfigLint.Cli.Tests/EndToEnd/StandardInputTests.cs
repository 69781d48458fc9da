using System.Text;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>`omlint -`: an editor's buffer, a rendered template.</summary>
public sealed class StandardInputTests
{
    private const string TurnedOff = """
        source:
          type: mysql
          serviceName: shop
          sourceConfig: { config: { type: Profiler, includeViews: false, generateSampleData: false } }
        sink: { type: metadata-rest, config: {} }

        """;

    [Fact]
    public Task Is_checked()
    {
        using var directory = new TemporaryDirectory();

        return Snapshot.Verify(Run(directory, Samples.Profiler, "-", "--target", "1.6.3").Show(directory));
    }

    [Fact]
    public Task Is_called_what_it_stands_for()
    {
        using var directory = new TemporaryDirectory();

        return Snapshot.Verify(
            Run(directory, Samples.Profiler, "-", "--stdin-filename", "dags/shop-profiler.yml", "--target", "1.6.3", "--select", "OM1001").Show(directory));
    }

    [Fact]
    public void Is_JSON_where_it_stands_for_JSON()
    {
        using var directory = new TemporaryDirectory();

        Assert.StartsWith("a.json:1:1: error[OM0003] ", Run(directory, Samples.Profiler, "-", "-q", "--stdin-filename", "a.json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_the_settings_of_the_path_it_stands_for()
    {
        using var directory = Samples.Directory(("old/.editorconfig", "[*]\nomlint_target_version = 1.5\n"));

        Assert.Equal(
            (0, "all clear: 1 file checked against 1.5.15\n", ""), Run(directory, Samples.Profiler, "-", "--stdin-filename", "old/profiler.yaml").Said);
    }

    [Fact]
    public void Is_fixed_on_standard_output()
    {
        using var directory = new TemporaryDirectory();

        Assert.Equal(
            (0, TurnedOff.Replace(", generateSampleData: false", "", StringComparison.Ordinal), ""),
            Run(directory, TurnedOff, "-", "--fix", "--stdin-filename", "a.yaml", "--target", "1.6.3").Said);
        Assert.Empty(directory.Files());
    }

    [Fact]
    public void Is_fixed_byte_for_byte()
    {
        using var directory = new TemporaryDirectory();
        byte[] Bytes(string text) => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal).TrimEnd())];

        var run = (new Omlint(directory.Path) { Input = Bytes(TurnedOff) }).Run("-", "--fix", "--target", "1.6.3");

        Assert.Equal(Bytes(TurnedOff.Replace(", generateSampleData: false", "", StringComparison.Ordinal)), run.OutputBytes);
    }

    [Theory]
    [InlineData(Samples.Profiler, 1)]
    [InlineData(Samples.Notes, 0)]
    [InlineData(Samples.Broken, 1)]
    [InlineData("no workflow\n", 0)]
    [InlineData("", 0)]
    public void What_cannot_be_fixed_comes_back_as_it_is(string text, int exitCode)
    {
        using var directory = new TemporaryDirectory();

        Assert.Equal((exitCode, text, ""), Run(directory, text, "-", "--fix", "--target", "1.6.3").Said);
    }

    [Fact]
    public Task Can_be_previewed()
    {
        using var directory = new TemporaryDirectory();

        return Snapshot.Verify(Run(directory, TurnedOff, "-", "--diff", "--stdin-filename", "dags/a.yaml", "--target", "1.6.3").Show(directory), "patch");
    }

    [Fact]
    public void Sees_the_workflows_around_the_path_it_stands_for()
    {
        using var directory = Samples.Directory((".git/HEAD", ""), ("dags/lineage.yaml", Samples.Lineage), ("metadata.yaml", Samples.Metadata));

        var onDisk = Omlint.Run(directory, "metadata.yaml", "--target", "1.6.3");

        Assert.Contains("dags/lineage.yaml:6:7", onDisk.Output, StringComparison.Ordinal);
        Assert.Equal(onDisk.Said, Run(directory, Samples.Metadata, "-", "--stdin-filename", "metadata.yaml", "--target", "1.6.3").Said);
    }

    private static OmlintRun Run(TemporaryDirectory directory, string input, params string[] words) =>
        (new Omlint(directory.Path) { Input = Encoding.UTF8.GetBytes(input) }).Run(words);
}
