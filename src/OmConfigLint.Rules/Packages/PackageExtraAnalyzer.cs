using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Packages;

/// <summary>
/// An extra that the package no longer has (kind <c>package-extra</c>). Parameters: <c>package</c>; <c>removed</c>, a list, or <c>renamed</c>, a
/// mapping from old names to new ones; <c>label</c>; <c>because</c>, needed where the fix is unsafe.
/// </summary>
internal sealed class PackageExtraAnalyzer : PackageAnalyzer
{
    private readonly string _package;
    private readonly Dictionary<string, string?> _extras = new(StringComparer.Ordinal);
    private readonly string _message;
    private readonly string _label;
    private readonly string? _because;

    public PackageExtraAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        _package = parameters.Text("package");
        if (parameters.Contains("renamed"))
        {
            var renamed = parameters.Child("renamed");
            foreach (var key in renamed.Keys)
                _extras[key] = renamed.Text(key);
        }
        else
        {
            foreach (var name in parameters.List("removed"))
                _extras[name] = null;
        }

        _message = parameters.Text("message");
        _label = parameters.Text("label");
        _because = rule.Fix == FixAvailability.Unsafe ? parameters.Text("because") : null;
    }

    public override bool AppliesTo(ReleaseRange releases) => releases.Target >= Rule.Since;

    protected override void Analyze(PackagePin pin, DocumentAnalysisContext context)
    {
        var releases = context.Releases with { Target = PackageStandings.ReleaseFor(pin, context.Releases) };
        if (pin.Name != _package || (Rule.Since is { } since && !releases.Crosses(since)))
            return;
        foreach (var extra in pin.Extras)
        {
            if (!_extras.TryGetValue(extra.Name, out var to))
                continue;
            context.Report(new Finding(
                Rule,
                context.Document.File,
                extra.Part.SourceSpan,
                FillIn(_message, extra, to),
                FillIn(_label, extra, to),
                fix: Mend(pin, extra, to),
                nodePath: $"{pin.Path}[{extra.Name}]"));
        }
    }

    private ConfigFix Mend(PackagePin pin, PackageExtra extra, string? to)
    {
        var isThere = to is not null && pin.FindExtra(to) is not null;
        var title = to is null || isThere ? $"removes `{extra.Name}`" : $"writes `{to}` instead";
        if (pin.Group.IsGenerated)
            return ConfigFix.Manual($"{title} in the file that this one is generated from", "an edit here would be lost");

        var builder = new FixBuilder(title);
        if (_because is not null)
            builder.MakeUnsafe(_because);
        if (to is null || isThere)
            extra.Remove(builder);
        else
            extra.Part.Replace(builder, pin.Document, to);
        return builder.Build();
    }

    private static string FillIn(string text, PackageExtra extra, string? to) => text
        .Replace("{extra}", extra.Name, StringComparison.Ordinal)
        .Replace("{to}", to, StringComparison.Ordinal);
}
