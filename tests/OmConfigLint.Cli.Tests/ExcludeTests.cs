using System.Text;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests;

public sealed class ExcludeTests
{
    private const string Profiler = """
        source:
          type: mysql
          serviceName: shop
          sourceConfig:
            config:
              type: Profiler
              generateSampleData: true
        processor: { type: orm-profiler, config: {} }
        sink: { type: metadata-rest, config: {} }
        workflowConfig: { openMetadataServerConfig: { hostPort: "http://localhost:8585/api" } }

        """;

    private const string AutoClassification = """
        source:
          type: mysql
          serviceName: shop
          sourceConfig:
            config:
              type: AutoClassification
        processor: { type: orm-profiler, config: {} }
        sink: { type: metadata-rest, config: {} }
        workflowConfig: { openMetadataServerConfig: { hostPort: "http://localhost:8585/api" } }

        """;

    private const string NothingToCheck = "nothing to check: none of 1 file holds anything that omlint knows\n";

    [Theory]
    [InlineData("vendor/shop_profiler.yaml")]
    [InlineData("vendor")]
    [InlineData("vendor/*.yaml")]
    [InlineData(".")]
    public void An_excluded_file_is_left_alone_however_it_is_named(string path)
    {
        using var root = Excluding("vendor/shop_profiler.yaml", Profiler);

        var (exitCode, output) = Run(root, "", path, "--fix", "--target", "1.6.3");

        Assert.Equal((0, NothingToCheck), (exitCode, output));
        Assert.Equal(Profiler, root.Read("vendor/shop_profiler.yaml"));
        Assert.Equal([".editorconfig", "vendor/shop_profiler.yaml"], root.Files());
    }

    [Fact]
    public void Even_where_it_cannot_be_parsed()
    {
        using var root = Excluding("vendor/shop.yaml", "source: [\nserviceConnection: {{ template }}\n");

        Assert.Equal((0, NothingToCheck), Run(root, "", "vendor/shop.yaml"));
    }

    [Fact]
    public void An_inner_section_takes_it_back()
    {
        using var root = Excluding("vendor/ours/shop_profiler.yaml", Profiler);
        root.Write("vendor/ours/.editorconfig", "[*]\nomlint_exclude = false\n");

        Assert.Equal(1, Run(root, "", "--target", "1.6.3").ExitCode);
    }

    [Fact]
    public void Without_configuration_nothing_is_excluded()
    {
        using var root = Excluding("vendor/shop_profiler.yaml", Profiler);

        Assert.Equal(1, Run(root, "", "--no-config", "--target", "1.6.3").ExitCode);
    }

    [Fact]
    public void It_is_not_listed()
    {
        using var root = Excluding("vendor/shop_profiler.yaml", Profiler);
        root.Write("shop.yaml", "a: 1\n");

        Assert.Equal((0, "shop.yaml\n"), Run(root, "", "--show-files"));
    }

    [Fact]
    public void Standard_input_in_its_name_comes_out_as_it_went_in()
    {
        using var root = Excluding("vendor/x", "");

        Assert.Equal((0, Profiler), Run(root, Profiler, "-", "--stdin-filename", "vendor/shop_profiler.yaml", "--fix"));
    }

    [Theory]
    [InlineData("beside/shop_auto_classification.yaml", false)]
    [InlineData("vendor/shop_auto_classification.yaml", true)]
    public void It_is_no_context_of_others(string autoClassification, bool isCreated)
    {
        using var root = Excluding("shop_profiler.yaml", Profiler);
        root.Write(".git/HEAD", "ref: refs/heads/main\n");
        root.Write(autoClassification, AutoClassification);

        Run(root, "", "shop_profiler.yaml", "--fix", "--target", "1.6.3");

        Assert.Equal(isCreated, root.Files().Contains("shop_auto_classification.yaml"));
    }

    private static TemporaryDirectory Excluding(string path, string text)
    {
        var root = new TemporaryDirectory();
        root.Write(".editorconfig", "root = true\n[vendor/**]\nomlint_exclude = true\n");
        root.Write(path, text);
        return root;
    }

    private static (int ExitCode, string Output) Run(TemporaryDirectory root, string input, params string[] words)
    {
        using var output = new MemoryStream();
        int exitCode;
        using (var terminal = new Terminal(
            new MemoryStream(Encoding.UTF8.GetBytes(input)), output, Stream.Null, isOutputTerminal: false, isErrorTerminal: false, _ => null)
        {
            CurrentDirectory = root.Path,
        })
        {
            exitCode = CommandDispatcher.Run(
                [.. words], terminal, (options, _) => CheckCommand.Run(terminal, options, TestContext.Current.CancellationToken));
        }

        return (exitCode, Encoding.UTF8.GetString(output.ToArray()));
    }
}
