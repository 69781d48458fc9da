using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Packages;

/// <summary>
/// A package that is no longer made (kind <c>retired-package</c>). Parameters: <c>package</c>, <c>message</c>, <c>label</c>; <c>to</c>, the
/// package that took its place, where there is one; <c>beside</c>, a package
/// without which it is nothing of OpenMetadata's; <c>because</c>, why the fix is unsafe where the page says that it is.
/// </summary>
internal sealed class RetiredPackageAnalyzer : ConfigAnalyzer
{
    private readonly string _package;
    private readonly string? _to;
    private readonly string? _beside;
    private readonly string _message;
    private readonly string _label;
    private readonly string? _because;

    public RetiredPackageAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        _package = parameters.Text("package");
        _to = parameters.OptionalText("to");
        _beside = parameters.OptionalText("beside");
        _message = parameters.Text("message");
        _label = parameters.Text("label");
        _because = parameters.OptionalText("because");
    }

    public override bool IsAbout(object model) => model is PackageGroup;

    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var group in context.Document.Models.OfType<PackageGroup>())
        {
            foreach (var pin in group.Pins)
            {
                if (pin.Name == _package && (_beside is null || group.Together.Any(other => other.Name == _beside)))
                    context.Report(new Finding(Rule, context.Document.File, pin.Span, _message, _label, fix: Mend(pin), nodePath: pin.Path));
            }
        }
    }

    private ConfigFix Mend(PackagePin pin)
    {
        var title = _to is null ? $"removes `{pin.Name}`" : $"writes `{_to}` instead";
        if (pin.Group.IsGenerated)
            return ConfigFix.Manual($"{title} in the file that this one is generated from", "an edit here would be lost");
        if (pin.IsHashed)
            return ConfigFix.Manual(title, "the hashes beside it are those of the old package");
        if (_to is null)
            return Remove(pin, title);
        if (pin.Group.Pins.Any(other => other.Name == _to))
            return Remove(pin, $"removes `{pin.Name}`; `{_to}` is there already");
        if (pin.IsDirect)
            return ConfigFix.Manual(title, "it comes from a place of its own");

        var builder = new FixBuilder(title);
        if (_because is not null)
            builder.MakeUnsafe(_because);
        pin.NamePart.Replace(builder, pin.Document, _to);
        if (!pin.Specifiers.Clauses.IsEmpty && pin.SpecifiersPart is { } clauses)
        {
            builder.MakeUnsafe("the old version has no counterpart among those of the new package");
            clauses.Replace(builder, pin.Document, pin.IsPoetry ? "*" : "");
        }

        return builder.Build();
    }

    private ConfigFix Remove(PackagePin pin, string title)
    {
        if (pin.Remove is not { } remove)
            return ConfigFix.Manual(title, "it cannot be taken out of this place with certainty");
        var builder = new FixBuilder(title);
        if (_because is not null)
            builder.MakeUnsafe(_because);
        remove(builder);
        return builder.Build();
    }
}
