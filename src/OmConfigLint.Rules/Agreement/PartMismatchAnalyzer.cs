using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Compose;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Agreement;

/// <summary>
/// A part of a deployment, no client, that is of another release than the server (kind <c>part-mismatch</c>): a chart; a database or operator of
/// another line; a container that works on the same database as the server.
/// </summary>
internal sealed class PartMismatchAnalyzer(Rule rule, ReleaseCatalogs catalogs) : AgreementAnalyzer(rule, catalogs)
{
    private const string Host = "DB_HOST";
    private const string Database = "OM_DATABASE";

    private static readonly string[] MigrationKeys = ["command", "entrypoint"];

    protected override bool Concerns(IVersionedReference reference) => reference.Role is not (VersionRole.IngestionImage or VersionRole.Package);

    protected override void Analyze(IVersionedReference reference, ReleaseVersion release, DocumentAnalysisContext context)
    {
        switch (reference.Role)
        {
            case VersionRole.ServerImage:
                if (reference is ImageReference image)
                    AnalyzeMigration(image, release, context);
                return;
            case VersionRole.Chart:
                AnalyzeChart(reference, release, context);
                return;
            default:
                AnalyzeImage(reference, release, context);
                return;
        }
    }

    // Images of databases change with the line at most.
    private void AnalyzeImage(IVersionedReference reference, ReleaseVersion release, DocumentAnalysisContext context)
    {
        if (FindServers(context) is var (servers, server) && servers[0].Path == context.Document.File.Outermost.Path
            && (release.Major, release.Minor) != (server.Major, server.Minor))
        {
            Report(reference, release, servers, server, "of another line than the server", context);
        }
    }

    private void AnalyzeChart(IVersionedReference reference, ReleaseVersion release, DocumentAnalysisContext context)
    {
        // The chart of the server is a server itself; what it is compared with are images.
        if (release.PartCount > 2 && IsKnown(release, context) && FindServers(context, imagesOnly: true) is var (servers, server) && !IsSame(release, server))
            Report(reference, release, servers, server, "a chart is made for the server of its own number", context);
        else if (release.PartCount > 2 && IsKnown(release, context) && reference.Name != DeploymentServers.ServerChart
            && FindServers(context) is var (charts, chart) && !IsSame(release, chart))
            Report(reference, release, charts, chart, "both charts belong to one release", context);
    }

    private void AnalyzeMigration(ImageReference image, ReleaseVersion release, DocumentAnalysisContext context)
    {
        if (context.Document.Find<ComposeFile>() is not { } compose || compose.Servers.FirstOrDefault(service => service.Image == image.Text.Owner) is not { } service
            || !Migrates(service) || service.Environment(Host) is not { } host)
        {
            return;
        }

        foreach (var other in compose.Servers)
        {
            if (Migrates(other) || other.Environment(Host) != host || other.Environment(Database) != service.Environment(Database)
                || context.Document.Models.OfType<ImageReference>().FirstOrDefault(candidate => candidate.Text.Owner == other.Image) is not { } server
                || ReleaseOf(server, context) is not { } served || context.Releases.IsOutdated(served) || IsSame(release, served))
            {
                continue;
            }

            context.Report(new Finding(
                Rule,
                context.Document.File,
                image.Span,
                $"`{service.Name}` migrates the database for {release}, and `{other.Name}` beside it is of {served}",
                "the server starts only on a database of its own release",
                [server.Locate($"`{other.Name}` is of {served}")],
                Align(image, served, context),
                image.Path));
            return;
        }
    }

    private static bool Migrates(ComposeService service) => MigrationKeys.Any(key => service.Find(key)?.Value.Resolved is { } value
        && value.DescendantsAndSelf().OfType<YamlScalar>().Any(scalar => scalar.Value.Contains("migrate", StringComparison.Ordinal)));

    private void Report(
        IVersionedReference reference, ReleaseVersion release, IReadOnlyList<VersionFact> servers, ReleaseVersion server, string label, DocumentAnalysisContext context) =>
        context.Report(new Finding(
            Rule,
            context.Document.File,
            reference.Span,
            $"{(reference.Role == VersionRole.Chart ? "the chart " : "")}`{reference.Name}` is of {release}, and the server is of {server}",
            label,
            [.. LocateParties(reference, servers, context)],
            Align(reference, server, context),
            PathOf(reference)));

    private static bool IsSame(ReleaseVersion left, ReleaseVersion right) => (left.Major, left.Minor, left.Patch) == (right.Major, right.Minor, right.Patch);
}
