using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Packages;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Agreement;

/// <summary>
/// An ingestion image or package of another release than the server that it talks to (kind <c>release-mismatch</c>). Parameter <c>difference</c>:
/// <c>refused</c> for what the client ends at, <c>patch</c> for what it lets pass.
/// </summary>
internal sealed class ReleaseMismatchAnalyzer : AgreementAnalyzer
{
    private readonly bool _isRefused;

    public ReleaseMismatchAnalyzer(Rule rule, RuleParameters parameters, ReleaseCatalogs catalogs)
        : base(rule, catalogs)
    {
        parameters.Expect("difference");
        _isRefused = parameters.Text("difference") switch
        {
            "refused" => true,
            "patch" => false,
            var other => throw new RuleParameterException($"page {rule.Id}", $"`difference` is `{other}`; it is refused or patch"),
        };
    }

    protected override bool Concerns(IVersionedReference reference) => reference.Role == VersionRole.IngestionImage
        || (reference.Role == VersionRole.Package && reference.Name is OpenMetadataPackage.Ingestion or OpenMetadataPackage.ManagedApis);

    protected override void Analyze(IVersionedReference reference, ReleaseVersion release, DocumentAnalysisContext context)
    {
        if (FindServers(context) is not var (servers, server) || IsRefused(release, server) is not { } isRefused || isRefused != _isRefused)
            return;

        context.Report(new Finding(
            Rule,
            context.Document.File,
            reference.Span,
            $"`{reference.Name}` is of {release}, and the server is of {server}",
            LabelOf(release, server),
            [.. LocateParties(reference, servers, context)],
            Align(reference, server, context),
            PathOf(reference)));
    }

    private static string LabelOf(ReleaseVersion release, ReleaseVersion server) => IsRefused(release, server) == false
        ? "patch releases add to the schemas, and the two may not understand each other"
        : server < PackageStandings.AnyPatchFits
            ? "client and server must be equal up to the third number"
            : "client and server must be of the same line";

    /// <summary>True where the client ends at once; false where only the patch differs, from 1.4 on; null where they agree.</summary>
    private static bool? IsRefused(ReleaseVersion client, ReleaseVersion server)
    {
        if ((client.Major, client.Minor) != (server.Major, server.Minor))
            return true;
        // `~=1.5.4` takes any patch.
        if (client.PartCount < 3 || client.Patch == server.Patch)
            return null;
        return server < PackageStandings.AnyPatchFits;
    }
}
