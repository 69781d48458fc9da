
namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>Secrets stand in files, and in patches for files, but nowhere else.</summary>
public sealed class SecretTests
{
    private const string Secret = Samples.Secret;

    /// <summary>A workflow in which every finding has a secret beside it, on its line or inside what it marks.</summary>
    private const string Workflow = $$"""
        x-login: &login { password: {{Secret}}, generateSampleData: true }
        source:
          type: mysql
          serviceName: shop
          serviceConnection:
            config:
              authType: { password: '{{Secret}}' }
              connectionOptions: { sslKey: 1, privateKey: "{{Secret}}" }
              hostPort: mysql://admin:{{Secret}}@db:3306
              awsConfig: { awsSecretAccessKey: {{Secret}} }
          sourceConfig: { config: { type: Profiler, token: {{Secret}}, confidence: 80, apiKey: {{Secret}}, <<: *login } } # password={{Secret}}
        sink: { type: metadata-rest, config: {} }
        workflowConfig:
          successThreshold: 90 # jwtToken: {{Secret}}
          openMetadataServerConfig:
            securityConfig:
              jwtToken: {{Secret}}
              jwtToken: >-
                {{Secret}}

        """;

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    public void No_report_holds_one(string format)
    {
        foreach (var (path, text) in Files())
        {
            using var directory = Samples.Directory((path, text));
            foreach (var option in new[] { "-v", "-q", "--statistics", "--fix" })
            {
                var run = Omlint.Run(directory, "--format", format, "--target", "1.6.3", option);

                Assert.DoesNotContain(Secret, run.Output, StringComparison.Ordinal);
                Assert.DoesNotContain(Secret, run.Error, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("-v")]
    [InlineData("--diff")]
    [InlineData("--diff", "--unsafe-fixes")]
    public void No_terminal_shows_one(params string[] options)
    {
        foreach (var (path, text) in Files())
        {
            using var directory = Samples.Directory((path, text));

            var run = new Omlint(directory.Path) { OnTerminal = true }.Run(["--target", "1.6.3", .. options]);

            Assert.DoesNotContain(Secret, run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_patch_holds_them_as_the_files_do()
    {
        using var directory = Samples.Directory(("profiler.yaml", Samples.Profiler));

        var patch = Omlint.Run(directory, "--diff", "--target", "1.6.3").Output;

        Assert.Contains($"+        password: {Secret} # rotated monthly\n", patch, StringComparison.Ordinal);
    }

    /// <summary>The workflows, and what is left of them where they break off: errors point into the middle of secrets.</summary>
    private static IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("profiler.yaml", Samples.Profiler);
        yield return ("workflow.yaml", Workflow);
        yield return ("workflow.yaml", Workflow.Replace("\n", "\r\n", StringComparison.Ordinal));
        yield return ("broken.yaml", Workflow.Replace("sink: {", "sink: {{", StringComparison.Ordinal));
        yield return ("broken.yaml", Workflow.Replace($"'{Secret}'", $"'{Secret}", StringComparison.Ordinal));
        yield return ("broken.yaml", Workflow.Replace($"jwtToken: {Secret}\n", $"jwtToken: {Secret}: x\n", StringComparison.Ordinal));
        yield return ("broken.yaml", Workflow.Replace($"jwtToken: {Secret}\n", $"jwtToken: [{Secret}\n", StringComparison.Ordinal));
        yield return ("broken.yaml", Workflow.Replace($"jwtToken: {Secret}\n", $"jwtToken: *{Secret}\n", StringComparison.Ordinal));
        foreach (var indicator in "&!%@`|>-?{")
            yield return ("broken.yaml", Workflow.Replace($"jwtToken: {Secret}\n", $"jwtToken: {indicator}{Secret}\n", StringComparison.Ordinal));
        yield return ("workflow.json", $$"""
            { "source": { "type": "mysql", "serviceName": "shop",
              "serviceConnection": { "config": { "password": "{{Secret}}" } },
              "sourceConfig": { "config": { "type": "Profiler", "token": "{{Secret}}", "generateSampleData": true, "secret": "{{Secret}}" } } },
              "sink": { "type": "metadata-rest", "config": { "apiKey": "{{Secret}}" } } }
            """);
        yield return ("broken.json", $$"""{ "source": { "sourceConfig": { "password": "{{Secret}}" "x": 1 } } }""");
        yield return ("broken.json", $$"""{ "source": { "sourceConfig": { "password": {{Secret}} } } }""");
    }
}
