using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Rules.Packages;

/// <summary>
/// A package beside <c>openmetadata-ingestion</c> that is held to versions of which that one takes none (kind <c>package-conflict</c>).
/// Parameters: <c>packages</c>, a mapping from names to the clauses that <c>openmetadata-ingestion</c> has on them; <c>before</c>, the release from which
/// on the clauses no longer hold, where there is one; <c>extra</c>, the extra that brings the clauses, where they are not the package's own;
/// <c>release</c>, the same in words: <c>before 1.13</c>.
/// </summary>
internal sealed class PackageConflictAnalyzer : ConfigAnalyzer
{
    private readonly Dictionary<string, string> _needs = new(StringComparer.Ordinal);
    private readonly ReleaseVersion? _before;
    private readonly string? _extra;
    private readonly string _release;

    public PackageConflictAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        var packages = parameters.Child("packages");
        foreach (var name in packages.Keys)
        {
            var needs = packages.Text(name);
            _needs.Add(name, needs);
            if (!PythonVersionSpecifiers.TryParse(needs, out var specifiers) || PythonVersionRange.Of(specifiers) is null)
                throw new RuleParameterException($"page {rule.Id}", $"`packages.{name}` is `{needs}`, which are no clauses on a version");
        }

        if (parameters.OptionalText("before") is { } before)
            _before = ReleaseVersion.TryParse(before, out var version) ? version : throw new RuleParameterException($"page {rule.Id}", $"`before` is `{before}`, which is no release number");
        _extra = parameters.OptionalText("extra");
        _release = parameters.Text("release");
    }

    public override bool AppliesTo(ReleaseRange releases) => releases.AskedTarget is null || Holds(releases.Target);

    public override bool IsAbout(object model) => model is PackageGroup;

    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var group in context.Document.Models.OfType<PackageGroup>())
        {
            foreach (var neighbour in group.Pins)
            {
                if (!_needs.TryGetValue(neighbour.Name, out var needs) || neighbour.IsDirect || neighbour.IsConditional || !Conflicts(neighbour, needs))
                    continue;
                if (IngestionBeside(group, context.Releases) is not { } ingestion)
                    continue;
                context.Report(new Finding(
                    Rule,
                    context.Document.File,
                    neighbour.Span,
                    $"`{neighbour.Name}{neighbour.Specifiers}` cannot be installed with `{With(ingestion)}` {_release}, which needs `{needs}`",
                    related: [RelatedLocation.In(context.Document.File, ingestion.Span, $"`{With(ingestion)}` is required here")],
                    fix: ConfigFix.Manual($"let `{neighbour.Name}` admit `{needs}`"),
                    nodePath: neighbour.Path));
            }
        }
    }

    private PackagePin? IngestionBeside(PackageGroup group, ReleaseRange releases) => group.Together.FirstOrDefault(pin =>
        pin is { Name: OpenMetadataPackage.Ingestion, IsConditional: false }
        && (_extra is null || pin.FindExtra(_extra) is not null)
        && PackageStandings.SettledRelease(pin, releases) is { } release
        && Holds(release));

    private bool Holds(ReleaseVersion release) => release >= Rule.Since && !(release >= _before);

    private string With(PackagePin ingestion) => _extra is null ? ingestion.Name : $"{ingestion.Name}[{_extra}]";

    private static bool Conflicts(PackagePin neighbour, string needs) =>
        PythonVersionSpecifiers.TryParse(needs, out var specifiers)
        && PythonVersionRange.Of(specifiers) is { } needed
        && PythonVersionRange.Of(neighbour.Specifiers) is { IsEmpty: false } admitted
        && !admitted.Overlaps(needed);
}
