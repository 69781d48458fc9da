using System.Runtime.CompilerServices;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.Images;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Packages;

namespace OmConfigLint.Rules.Agreement;

/// <summary>
/// Compares what a document names of OpenMetadata's with the servers of its deployment. What is older than the release that was asked for, or has
/// another problem with its tag, is told of by other rules, and their fixes bring it to that release.
/// </summary>
internal abstract class AgreementAnalyzer(Rule rule, ReleaseCatalogs catalogs) : ConfigAnalyzer(rule)
{
    private const int MaxParties = 12;

    private readonly ConditionalWeakTable<WorkspaceIndex, DeploymentServers> _servers = [];

    /// <summary>Versions are compared as they stand, whatever release is in use.</summary>
    public sealed override bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Target >= since;

    /// <inheritdoc/>
    public sealed override bool IsAbout(object model) => model is IVersionedReference;

    /// <inheritdoc/>
    public sealed override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var model in context.Document.Models)
        {
            if (model is not IVersionedReference reference || !Concerns(reference) || ReleaseOf(reference, context) is not { } release
                || context.Releases.IsOutdated(release))
            {
                continue;
            }

            Analyze(reference, release, context);
        }
    }

    /// <summary>True for what the rule compares.</summary>
    protected abstract bool Concerns(IVersionedReference reference);

    /// <summary>Reports how <paramref name="reference"/>, which is of <paramref name="release"/>, disagrees with its servers.</summary>
    protected abstract void Analyze(IVersionedReference reference, ReleaseVersion release, DocumentAnalysisContext context);

    /// <summary>The servers of the document's deployment and their release; null where that is not certain, or they are to be updated.</summary>
    /// <param name="context">The document and its surroundings.</param>
    /// <param name="imagesOnly">True where a chart does not count as a server.</param>
    protected (IReadOnlyList<VersionFact> Servers, ReleaseVersion Release)? FindServers(DocumentAnalysisContext context, bool imagesOnly = false)
    {
        var catalog = catalogs.Of(context);
        var servers = ServersOf(context).Of(context.Document.File.Outermost.Path, context.Files, catalog, imagesOnly);
        return DeploymentServers.ReleaseOf(servers, context.Files, catalog) is { } release && !context.Releases.IsOutdated(release) ? (servers, release) : null;
    }

    /// <summary>Where the other parties of the deployment are written, servers first.</summary>
    protected IEnumerable<RelatedLocation> LocateParties(IVersionedReference reference, IReadOnlyList<VersionFact> servers, DocumentAnalysisContext context)
    {
        var file = reference.Document.File;
        var (path, own) = (file.Outermost.Path, file.ToOutermost(reference.Version?.SourceSpan ?? reference.Span));
        return ServersOf(context).PartiesOf(path, servers, context.Files)
            .Where(fact => fact.Path != path || fact.Span != own)
            .Take(MaxParties)
            .Select(fact => fact.Locate(Deployment.ReleaseOf(fact, context.Files) is { } release ? $"`{fact.Name}` is of {release}" : $"`{fact.Name}`"));
    }

    /// <summary>Brings <paramref name="reference"/> to <paramref name="release"/>.</summary>
    protected ConfigFix Align(IVersionedReference reference, ReleaseVersion release, DocumentAnalysisContext context)
    {
        const string Reason = "another release is installed; if the server is the one that is behind, that is what to change";
        switch (reference)
        {
            case PackagePin pin:
                return PackagePinFix.To(release, pin, Reason);
            case ImageReference image:
                var use = new ImageUse(image, ResolvedTag.Of(image, context), context, catalogs.Of(context));
                return TargetTagFix.To(release, use, "brings it to", Reason).Build(use);
            default:
                var builder = new FixBuilder($"brings it to `{release}`");
                builder.MakeUnsafe(Reason);
                reference.Version!.Replace(builder, release.ToString());
                return builder.Build();
        }
    }

    /// <summary>The place of <paramref name="reference"/> by names.</summary>
    protected static string PathOf(IVersionedReference reference) => reference switch
    {
        PackagePin pin => pin.Path,
        ImageReference image => image.Path,
        ChartReference chart => chart.Path,
        _ => reference.Name,
    };

    /// <summary>True for a release of the server that is known, as a chart's number has to be before it says anything.</summary>
    protected bool IsKnown(ReleaseVersion release, DocumentAnalysisContext context) => catalogs.Of(context).IsKnown(release);

    /// <summary>The release that <paramref name="reference"/> names, where there is nothing else to say of it; else null.</summary>
    protected ReleaseVersion? ReleaseOf(IVersionedReference reference, DocumentAnalysisContext context)
    {
        switch (reference)
        {
            case ImageReference image:
                var use = new ImageUse(image, ResolvedTag.Of(image, context), context, catalogs.Of(context));
                return !image.IsBuilt && ImageDiagnosis.Of(use) is ImageProblem.None or ImageProblem.Floating
                    && use.Tag.Text is { } tag && ReleaseVersion.TryParse(tag, out var tagged) && tagged.PartCount > 2 ? tagged : null;
            // Of several for different Pythons each has its reason.
            case PackagePin pin when pin.Group.Together.Any(other => other != pin && other.Name == pin.Name):
                return null;
            default:
                return reference.Version is { } place && ReleaseVersion.TryParse(place.Value, out var version)
                    && !ImageDiagnosis.IsNewer(version, catalogs.Of(context).Newest) ? version : null;
        }
    }

    private DeploymentServers ServersOf(DocumentAnalysisContext context) =>
        _servers.GetValue(context.Files.Index, static index => new DeploymentServers(index));
}
