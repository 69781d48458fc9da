using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Testing;

namespace OmConfigLint.Rules.Tests.Corpus;

/// <summary>
/// Counts what omlint recognises in real files against a plain search of their text. Each difference has to have a reason; what has none is listed
/// by its place, and the test fails.
/// </summary>
public sealed partial class RecognitionTests
{
    private const int MaxDepth = 4;

    private static readonly RuleSet Rules = OpenMetadataRules.Create();

    [Fact]
    public async Task Images() => await Snapshot.Verify(Compare(
        ImageName(),
        document => document.Models.OfType<ImageReference>().Select(image => image.NameSpan)));

    [Fact]
    public async Task Packages() => await Snapshot.Verify(Compare(
        PackagePin(),
        document => document.Models.OfType<PackagePin>().Where(pin => pin.Name == OpenMetadataPackage.Ingestion).Select(pin => pin.NamePart.SourceSpan)));

    private static string Compare(Regex name, Func<ConfigDocument, IEnumerable<TextSpan>> recognised)
    {
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var unexplained = new List<string>();
        var (searched, found) = (0, 0);
        foreach (var (path, text) in Files())
        {
            var matches = name.Matches(text);
            if (matches.Count == 0)
                continue;
            var read = new ReadFile(new SourceFile(path, path, text));
            var places = read.Documents.SelectMany(document => recognised(document).Select(span => document.File.ToOutermost(span).Start)).ToHashSet();
            foreach (Match match in matches)
            {
                searched++;
                var position = match.Groups["name"].Index;
                if (places.Contains(position))
                    found++;
                else if (read.ReasonFor(position, match.Groups["name"].Length) is { } reason)
                    reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                else
                    unexplained.Add($"{path}:{read.LineOf(position)}");
            }
        }

        var result = new StringBuilder();
        result.Append(CultureInfo.InvariantCulture, $"found by a search of the text: {searched}\nrecognised: {found}\n");
        foreach (var (reason, count) in reasons)
            result.Append(CultureInfo.InvariantCulture, $"{reason}: {count}\n");
        result.Append(CultureInfo.InvariantCulture, $"without a reason: {unexplained.Count}\n");
        foreach (var place in unexplained)
            result.Append("  ").Append(place).Append('\n');
        return result.ToString();
    }

    /// <summary>The files that omlint reads.</summary>
    private static IEnumerable<(string Path, string Text)> Files()
    {
        var root = SharedMaterial.Require("corpus");
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: Path.GetRelativePath(root, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .Where(file => FileFormats.IsKnown(file.Path));
    }

    [GeneratedRegex(
        @"(?<![A-Za-z0-9_-])openmetadata/(?<name>server|db|postgresql|ingestion-base-slim|ingestion-base|ingestion-slim|ingestion|omjob-operator|airflow)(?![A-Za-z0-9_-])",
        RegexOptions.CultureInvariant,
        10_000)]
    private static partial Regex ImageName();

    [GeneratedRegex(
        """(?<![A-Za-z0-9_./-])(?<name>openmetadata[-_]ingestion)(?:\[[^\]\n]*\])?[ \t]*(?:[=~<>!]=|[<>]|=[ \t]*["{])""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        10_000)]
    private static partial Regex PackagePin();

    [GeneratedRegex(@"^(/|\\|:/|\.ya?ml\b)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PathBehind();

    [GeneratedRegex(@"(\./|/opt/)openmetadata/$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PathBefore();

    /// <summary>A file with all documents in it.</summary>
    private sealed class ReadFile
    {
        private readonly SourceFile _file;
        private readonly List<(SourceFile File, SyntaxTree Tree)> _texts = [];

        public ReadFile(SourceFile file)
        {
            _file = file;
            Read(file, FileFormats.Of(file.Path)!.Value, depth: 0);
        }

        public List<ConfigDocument> Documents { get; } = [];

        public int LineOf(int position) => _file.Lines.LineOf(position) + 1;

        /// <summary>Why what a search finds at <paramref name="position"/> is no reference; null where that cannot be told.</summary>
        public string? ReasonFor(int position, int length)
        {
            if (_texts.Count == 0)
                return "in a file that cannot be read, which is told";
            if (_texts.Any(text => text.Tree.Comments.Any(comment => text.File.ToOutermost(comment.Span).Contains(position))))
                return "in a comment";
            var line = _file.Lines.SpanOf(_file.Lines.LineOf(position));
            var before = _file.Text[line.Start..position];
            var after = _file.Text[(position + length)..line.End];
            if (before.TrimStart().StartsWith('#'))
                return "in a comment inside a text";
            if (PathBehind().IsMatch(after) || PathBefore().IsMatch(before))
                return "in a path of a file system";
            if (before.Contains("tags=", StringComparison.Ordinal) || before.Contains("tags:", StringComparison.Ordinal))
                return "what a build is pushed as";
            if (_file.Path.EndsWith("/Chart.yaml", StringComparison.Ordinal) && _file.Text.Contains("artifacthub.io/images", StringComparison.Ordinal))
                return "in an annotation of a chart, for Artifact Hub";
            return null;
        }

        private void Read(SourceFile file, FileFormat format, int depth)
        {
            if (!FileFormats.TryParse(file.Text, format, out var tree, out _))
                return;
            _texts.Add((file, tree));
            for (var i = 0; i < (tree is YamlTree yaml ? yaml.Documents.Length : 1); i++)
            {
                var document = new ConfigDocument(file, tree, i, Rules.Bind);
                Documents.Add(document);
                if (depth == MaxDepth)
                    continue;
                foreach (var embedded in Rules.FindEmbedded(document))
                    Read(new SourceFile(new Embedding(file, tree, embedded.Text)), embedded.Format, depth + 1);
            }
        }
    }
}
