using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>
/// The packages of a YAML or JSON document: lists of requirements (conda's <c>pip:</c>, <c>extraPipPackages</c>, <c>requirements</c>), and words in
/// other values.
/// </summary>
internal static class YamlPackages
{
    /// <summary>The groups of <paramref name="document"/>.</summary>
    public static IEnumerable<PackageGroup> Find(ConfigDocument document, YamlTree tree)
    {
        var groups = new List<PackageGroup>();
        foreach (var node in tree.Documents[document.Index].Root.DescendantsAndSelf())
        {
            if (node is YamlSequence sequence && OfSequence(document, tree, sequence) is { } group)
                groups.Add(group);
        }

        var listed = groups.SelectMany(group => group.Pins).Select(pin => pin.NamePart.Text.Owner).ToHashSet(ReferenceEqualityComparer.Instance);

        // What is read as a document of its own is looked at there.
        groups.AddRange(WordPackages.Find(document, owner => !listed.Contains(owner) && owner is YamlScalar scalar && EmbeddedDocuments.FormatOf(scalar) is null));
        return groups;
    }

    private static PackageGroup? OfSequence(ConfigDocument document, YamlTree tree, YamlSequence sequence)
    {
        var isNamed = WordPackages.IsRequirementName(sequence.Entry?.KeyText);
        var group = new PackageGroup(document, YamlPath.Of(sequence));
        foreach (var item in sequence.Items)
        {
            if (item is not YamlScalar scalar || EmbeddedDocuments.FormatOf(scalar) is not null)
                continue;
            if (scalar.Value.StartsWith("-c", StringComparison.Ordinal))
                group.IsHeldElsewhere = true;
            else if (PythonRequirement.TryParse(scalar.Value, out var requirement) && (isNamed || !requirement.Specifiers.Clauses.IsEmpty || !requirement.Extras.IsEmpty))
                group.Add(PackagePin.Of(group, tree.TextOf(scalar), 0, requirement));
            else if (sequence.Entry?.KeyText == "dependencies" && CondaPackages.Read(group, tree.TextOf(scalar)) is { } conda)
                group.Add(conda);
        }

        return group.Pins.Any(pin => OpenMetadataPackage.Is(pin.Name)) ? group : null;
    }
}
