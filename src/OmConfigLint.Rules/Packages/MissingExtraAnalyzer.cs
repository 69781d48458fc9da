using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Packages;

/// <summary>
/// A requirement of <c>openmetadata-ingestion</c> without the extra that a workflow below its folder needs to tag columns (kind
/// <c>missing-extra</c>). Parameters: <c>extra</c>; <c>or</c>, other extras that bring the same; <c>message</c>, <c>label</c>, <c>because</c>.
/// </summary>
internal sealed class MissingExtraAnalyzer(Rule rule, RuleParameters parameters) : PackageAnalyzer(rule)
{
    private readonly string _extra = parameters.Text("extra");
    private readonly ImmutableArray<string> _or = parameters.List("or");
    private readonly string _message = parameters.Text("message");
    private readonly string _label = parameters.Text("label");
    private readonly string _because = parameters.Text("because");

    public override bool AppliesTo(ReleaseRange releases) => releases.Target >= Rule.Since;

    protected override void Analyze(PackagePin pin, DocumentAnalysisContext context)
    {
        if (pin.Name != OpenMetadataPackage.Ingestion || pin.IsDirect || !(PackageStandings.ReleaseFor(pin, context.Releases) >= Rule.Since) || Has(pin.Extras.Select(extra => extra.Name)))
            return;

        // Where another requirement has the extra, or an image brings everything, the workflow may run there.
        var index = context.Files.Index;
        var directory = DirectoryOf(pin.Document.File.Outermost.Path);
        var workflows = index.Find(TaggingFact.AnyKey).OfType<TaggingFact>().Where(fact => IsBelow(fact.Path, directory)).ToImmutableArray();
        if (workflows.IsEmpty
            || index.Find(PackageFact.KeyOf(pin.Name)).OfType<PackageFact>().Any(fact => Has(fact.Extras))
            || index.Find(VersionFact.AnyKey).OfType<VersionFact>().Any(fact => fact.Role == VersionRole.IngestionImage))
        {
            return;
        }

        context.Report(new Finding(
            Rule,
            context.Document.File,
            pin.Span,
            _message,
            _label,
            [.. workflows.Select(workflow => workflow.Locate("this workflow tags columns"))],
            Add(pin),
            pin.Path));
    }

    private ConfigFix Add(PackagePin pin)
    {
        var title = $"adds the extra `{_extra}`";
        if (pin.AddExtra is not { } add)
            return ConfigFix.Manual(title, "there is no list of extras here to add it to");
        if (pin.Group.IsGenerated)
            return ConfigFix.Manual($"{title} in the file that this one is generated from", "an edit here would be lost");
        var builder = new FixBuilder(title);
        builder.MakeUnsafe(_because);
        add(builder, _extra);
        return builder.Build();
    }

    private bool Has(IEnumerable<string> extras) => extras.Any(extra => extra == _extra || _or.Contains(extra));

    private static bool IsBelow(string path, string directory) => directory.Length == 0 || path.StartsWith(directory + "/", StringComparison.Ordinal);

    private static string DirectoryOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";
}
