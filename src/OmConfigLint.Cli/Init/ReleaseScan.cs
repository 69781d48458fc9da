using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Cli.Init;

/// <summary>Looks for pins of the ingestion package and tags of OpenMetadata's images in the text of files that usually hold them.</summary>
internal static partial class ReleaseScan
{
    private const int LongestLine = 1000;

    /// <summary>How names of files end in which releases are pinned.</summary>
    private static readonly ImmutableArray<string> Names = [".txt", ".in", ".toml", ".cfg", ".py", ".yaml", ".yml", ".env", ".dockerfile", "Dockerfile", "Pipfile"];

    /// <summary>Every place below <paramref name="root"/> that names a known release, by path and line. Files that git ignores are left out.</summary>
    public static ImmutableArray<ReleaseEvidence> Find(string root, CancellationToken cancellationToken = default)
    {
        var reader = new FileReader(new ContentFilter(["openmetadata"]), ReadLimits.Default);
        return
        [
            .. FileDiscovery.Find(new DiscoveryRequest { Root = root, IsWanted = MayPin }, cancellationToken).Files
                .Select(reader.Read)
                .OfType<FileContent.Text>()
                .SelectMany(content => Find(content.File)),
        ];
    }

    private static bool MayPin(ReadOnlySpan<char> fileName)
    {
        foreach (var ending in Names)
        {
            if (fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static IEnumerable<ReleaseEvidence> Find(SourceFile file)
    {
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            // A release in a comment is not in use.
            if (lines[i].Length > LongestLine || lines[i].TrimStart().StartsWith('#'))
                continue;
            foreach (Match match in Pin().Matches(lines[i]))
            {
                if (OpenMetadataReleases.ResolveTarget(match.Groups["release"].Value).Version is { } release)
                    yield return new ReleaseEvidence(release, match.Value, file.Path, i + 1);
            }
        }
    }

    [GeneratedRegex(
        @"(openmetadata-ingestion(\[[^\]]*\])?\s*[=~]=\s*|openmetadata/[a-z-]+:)v?(?<release>[0-9][0-9.]*[0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1_000)]
    private static partial Regex Pin();
}
