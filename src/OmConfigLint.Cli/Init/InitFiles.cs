using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Cli.Init;

/// <summary>What <c>omlint init</c> writes, with LF line ends.</summary>
internal static class InitFiles
{
    /// <summary>The section of <c>.editorconfig</c>.</summary>
    public static string EditorConfigSection(ReleaseVersion? from, ReleaseVersion target) => $"""
        # omlint: the OpenMetadata release in use, and the one to check against.
        [*]
        {(from is { } known ? $"omlint_from_version = {known}" : "# omlint_from_version = 1.5")}
        omlint_target_version = {target}

        """;

    /// <summary>The baseline.</summary>
    public const string Baseline = "omlint-baseline.json";

    /// <summary><c>.pre-commit-config.yaml</c>.</summary>
    public static string PreCommit(bool hasBaseline) => $"""
        repos:
          - repo: local
            hooks:
              - id: omlint
                name: omlint
                entry: omlint
                language: system{(hasBaseline ? $"\n        args: [--baseline, {Baseline}]" : "")}
                files: {FileFormats.NamePattern}
                require_serial: true

        """;

    /// <summary><c>.github/workflows/omlint.yml</c>.</summary>
    public static string Workflow(string version, bool hasBaseline) => $"""
        name: omlint

        on: [pull_request]

        permissions:
          contents: read

        jobs:
          omlint:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
                with:
                  persist-credentials: false
              - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: 10.0.x
              # From the NuGet sources of the runner; add yours with `--add-source`.
              - run: dotnet tool install --global omlint --version {version}
              - run: omlint --format github{(hasBaseline ? $" --baseline {Baseline}" : "")}

        """;
}
