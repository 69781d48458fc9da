using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Rules.Packages;

/// <summary>
/// A document that installs <c>openmetadata-ingestion</c> for a Python that it does not support (kind <c>python-version</c>). Parameters:
/// <c>supported</c>, clauses; <c>but</c>, clauses that the Python must meet so that no other page speaks of it, where there is one; <c>before</c>, the
/// release from which on the clauses no longer hold, where there is one; <c>message</c>.
/// </summary>
internal sealed class PythonVersionAnalyzer : ConfigAnalyzer
{
    private readonly PythonVersionRange _supported;
    private readonly PythonVersionRange? _but;
    private readonly ReleaseVersion? _before;
    private readonly string _clauses;
    private readonly string _message;

    public PythonVersionAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        _clauses = parameters.Text("supported");
        _supported = Range("supported", _clauses);
        _but = parameters.OptionalText("but") is { } but ? Range("but", but) : null;
        if (parameters.OptionalText("before") is { } before)
            _before = ReleaseVersion.TryParse(before, out var version) ? version : throw new RuleParameterException($"page {rule.Id}", $"`before` is `{before}`, which is no release number");
        _message = parameters.Text("message");

        PythonVersionRange Range(string key, string clauses) =>
            PythonVersionSpecifiers.TryParse(clauses, out var specifiers) && PythonVersionRange.Of(specifiers) is { } range
                ? range
                : throw new RuleParameterException($"page {rule.Id}", $"`{key}` is `{clauses}`, which are no clauses on a version");
    }

    public override bool AppliesTo(ReleaseRange releases) => releases.AskedTarget is null || Holds(releases.Target);

    public override bool IsAbout(object model) => model is PythonVersionPlace;

    public override void Analyze(DocumentAnalysisContext context)
    {
        if (!context.Document.Models.OfType<PythonVersionPlace>().Any())
            return;
        var ingestion = context.Document.Models.OfType<PackagePin>().First(pin => pin.Name == OpenMetadataPackage.Ingestion);
        if (PackageStandings.SettledRelease(ingestion, context.Releases) is not { } release || !Holds(release))
            return;
        foreach (var place in context.Document.Models.OfType<PythonVersionPlace>())
        {
            if (place.Range.Overlaps(_supported) || (_but is { } but && !place.Range.Overlaps(but)))
                continue;
            context.Report(new Finding(
                Rule,
                place.Host ?? context.Document.File,
                place.Part.SourceSpan,
                _message,
                $"{release} needs `{_clauses}`",
                [RelatedLocation.In(context.Document.File, ingestion.Span, $"`{ingestion.Name}` is required here")],
                ConfigFix.Manual($"use a Python that is `{_clauses}`"),
                place.Path));
        }
    }

    private bool Holds(ReleaseVersion release) => release >= Rule.Since && !(release >= _before);
}
