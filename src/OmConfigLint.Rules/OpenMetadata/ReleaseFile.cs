using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>
/// Reads a user's list of releases: a line each, as in <c>rules/data/releases.txt</c>. A line that begins with <c>package</c> is a release of the
/// ingestion package; <c>#</c> starts a comment.
/// </summary>
internal static class ReleaseFile
{
    private const string PackageWord = "package";

    /// <summary>The releases that are compiled in with those of <paramref name="file"/>, and the lines that are not understood.</summary>
    public static (ReleaseCatalog Catalog, ImmutableArray<ConfigurationProblem> Problems) Read(SourceFile file)
    {
        var servers = new List<OpenMetadataRelease>();
        var packages = new List<OpenMetadataRelease>();
        var problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
        foreach (var line in file.SourceText.Lines)
        {
            var content = line.ToString().Split('#')[0];
            var words = content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            var isPackage = words[0] == PackageWord;
            if (Release(isPackage ? words.AsSpan(1) : words, isPackage ? 4 : 3, out var release) is not { } problem)
                (isPackage ? packages : servers).Add(release);
            else
                problems.Add(new ConfigurationProblem(file, SpanOf(content, line.Start), problem));
        }

        return (ReleaseCatalog.Default.With(servers, packages), problems.ToImmutable());
    }

    private static string? Release(ReadOnlySpan<string> words, int minimum, out OpenMetadataRelease release)
    {
        release = default;
        if (words.Length is 0 or > 2 || !ReleaseVersion.TryParse(words[0], out var version) || version.PartCount < minimum)
        {
            return minimum == 4
                ? "the line is no release of the ingestion package, as in `package 1.6.3.1 2025-01-29`"
                : "the line is no release, as in `1.6.3 2025-01-29`";
        }

        DateOnly? date = null;
        if (words.Length == 2)
        {
            if (!DateOnly.TryParseExact(words[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return $"`{words[1]}` is no day, as in `2025-01-29`";
            date = day;
        }

        release = new OpenMetadataRelease(version, date);
        return null;
    }

    private static TextSpan SpanOf(string content, int start)
    {
        var leading = content.Length - content.TrimStart().Length;
        return new TextSpan(start + leading, content.Trim().Length);
    }
}
