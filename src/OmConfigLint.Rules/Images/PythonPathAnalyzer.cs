using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.Dockerfiles;

namespace OmConfigLint.Rules.Images;

/// <summary>
/// A path of another Python than the one in the ingestion image that a Dockerfile builds on (kind <c>python-path</c>). Parameter <c>python</c>: the
/// image's Python by release, oldest first.
/// </summary>
internal sealed partial class PythonPathAnalyzer : ConfigAnalyzer
{
    private readonly ImmutableArray<(ReleaseVersion Since, string Version)> _pythons;

    public PythonPathAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("python");
        _pythons = [.. parameters.Children("python").Select(python => (ReleaseVersion.Parse(python.Text("since")), python.Text("version")))];
    }

    /// <summary>An image is judged as it stands, whatever release is in use.</summary>
    public override bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Target >= since;

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is ImageReference;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        if (context.Document.Tree is not DockerfileTree tree)
            return;
        foreach (var image in context.Document.Models.OfType<ImageReference>())
        {
            if (image.Role == VersionRole.IngestionImage && ReleaseOf(image, context) is { } release && StageOf(tree, image) is { } stage)
                Analyze(stage, image, release, tree, context);
        }
    }

    private void Analyze(DockerfileStage stage, ImageReference image, ReleaseVersion release, DockerfileTree tree, DocumentAnalysisContext context)
    {
        var python = _pythons.Last(python => python.Since <= release).Version;
        foreach (var instruction in stage.Instructions)
        {
            foreach (var match in PythonDirectory().EnumerateMatches(tree.Text.AsSpan(instruction.Span.Start, instruction.Span.Length)))
            {
                var span = new TextSpan(instruction.Span.Start + match.Index, match.Length);
                var written = tree.Text.Substring(span.Start, span.Length)["/lib/python".Length..].TrimEnd('/');
                if (written == python || tree.Comments.Any(comment => comment.Span.OverlapsWith(span)))
                    continue;
                context.Report(new Finding(
                    Rule,
                    context.Document.File,
                    span,
                    $"the image of {release} has Python {python}, and no directory of Python {written}",
                    $"`/lib/python{python}/` there",
                    [image.Locate("the image")],
                    ConfigFix.Manual("ask Python for the path, as in `$(python -m site --user-site)`"),
                    $"{image.Path}.python"));
            }
        }
    }

    /// <summary>The release that the image will be of; null where that is not known.</summary>
    private ReleaseVersion? ReleaseOf(ImageReference image, DocumentAnalysisContext context)
    {
        if (image.Tag.Place is not { } place || !ReleaseTag.TryParse(place.Value, out var tag) || tag.Suffix.Length > 0 || tag.Version.PartCount < 3)
            return null;
        var release = context.Releases.IsOutdated(tag.Version) ? context.Releases.Target : tag.Version;
        return release >= _pythons[0].Since ? release : null;
    }

    private static DockerfileStage? StageOf(DockerfileTree tree, ImageReference image) =>
        tree.Stages.FirstOrDefault(stage => stage.Image?.Token == image.Text.Owner);

    [GeneratedRegex(@"/lib/python3\.[0-9]+/", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex PythonDirectory();
}
