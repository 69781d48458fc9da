using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Packages;

/// <summary>
/// A requirement that stands to the target release as it should not (kind <c>package-standing</c>). Parameters: <c>packages</c>;
/// <c>standing</c>: <c>outdated</c>, <c>unpinned</c>, <c>any-patch</c>, <c>behind</c> or <c>first-build</c>; <c>message</c>, <c>label</c> and
/// <c>because</c>, in which <c>{name}</c>, <c>{clauses}</c>, <c>{version}</c> and <c>{target}</c> are filled in.
/// </summary>
internal sealed class PackageStandingAnalyzer : PackageAnalyzer
{
    private readonly ImmutableArray<string> _packages;
    private readonly PackageStanding _standing;
    private readonly string _message;
    private readonly string _label;
    private readonly string _because;

    public PackageStandingAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        _packages = parameters.List("packages");
        _standing = parameters.Text("standing") switch
        {
            "outdated" => PackageStanding.Outdated,
            "unpinned" => PackageStanding.Unpinned,
            "any-patch" => PackageStanding.AnyPatch,
            "behind" => PackageStanding.Behind,
            "first-build" => PackageStanding.FirstBuild,
            var other => throw new RuleParameterException($"page {rule.Id}", $"`standing` is `{other}`; it is one of outdated, unpinned, any-patch, behind, first-build"),
        };
        _message = parameters.Text("message");
        _label = parameters.Text("label");
        _because = parameters.Text("because");
    }

    // What is in use says nothing of where a requirement should go.
    public override bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Target >= since;

    protected override void Analyze(PackagePin pin, DocumentAnalysisContext context)
    {
        var target = context.Releases.Target;
        if (!_packages.Contains(pin.Name) || PackageStandings.Of(pin, context.Releases, context.Files) != _standing)
            return;

        context.Report(new Finding(
            Rule,
            context.Document.File,
            pin.Span,
            FillIn(_message, pin, target),
            FillIn(_label, pin, target),
            fix: Pin(pin, context, FillIn(_because, pin, target)),
            nodePath: pin.Path));
    }

    private ConfigFix Pin(PackagePin pin, DocumentAnalysisContext context, string because)
    {
        if (_standing == PackageStanding.FirstBuild && PackageStandings.HeldRelease(pin) is { } own)
            return PackagePinFix.To(own, pin, because);
        return (context.Releases.AskedTarget is null ? Deployment.ServerRelease(pin.Document.File, context.Files) : context.Releases.Target) is { } release
            ? PackagePinFix.To(release, pin, because)
            : ConfigFix.Manual($"pin `{pin.Name}` to the release of the server", "no target release was asked for");
    }

    private static string FillIn(string text, PackagePin pin, ReleaseVersion target) => text
        .Replace("{name}", pin.Name, StringComparison.Ordinal)
        .Replace("{clauses}", pin.Specifiers.ToString(), StringComparison.Ordinal)
        .Replace("{version}", pin.Specifiers.Clauses is [var clause] ? clause.VersionText : pin.Specifiers.ToString(), StringComparison.Ordinal)
        .Replace("{target}", target.ToString(), StringComparison.Ordinal);
}
