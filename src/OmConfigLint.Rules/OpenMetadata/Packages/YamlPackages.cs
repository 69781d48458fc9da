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
        // What is read as a document of its own is looked at there.
        var embedded = EmbeddedDocuments.Find(document).SelectMany(inner => inner.Text.Parts).Select(part => part.Text.Owner).ToHashSet(ReferenceEqualityComparer.Instance);
        var groups = new List<PackageGroup>();
        foreach (var node in tree.Documents[document.Index].Root.DescendantsAndSelf())
        {
            if (node is YamlSequence sequence && OfSequence(document, tree, sequence, embedded) is { } group)
                groups.Add(group);
        }

        var listed = groups.SelectMany(group => group.Pins).Select(pin => pin.NamePart.Text.Owner).ToHashSet(ReferenceEqualityComparer.Instance);
        groups.AddRange(WordPackages.Find(document, owner => !embedded.Contains(owner) && !listed.Contains(owner)));
        return groups;
    }

    private static PackageGroup? OfSequence(ConfigDocument document, YamlTree tree, YamlSequence sequence, HashSet<object> embedded)
    {
        var isNamed = WordPackages.IsRequirementName(sequence.Entry?.KeyText);
        if (!sequence.Items.Any(item => item is YamlScalar scalar && OpenMetadataPackage.IsIn(scalar.Value) && !embedded.Contains(scalar) && IsRequirement(scalar.Value, isNamed)))
            return null;
        var group = new PackageGroup(document, YamlPath.Of(sequence));
        foreach (var item in sequence.Items)
        {
            if (item is YamlScalar scalar && !embedded.Contains(scalar) && IsRequirement(scalar.Value, isNamed) && PythonRequirement.TryParse(scalar.Value, out var requirement))
                group.Add(PackagePin.Of(group, tree.TextOf(scalar), 0, requirement));
            else if (item is YamlScalar { Value: { } option } && option.StartsWith("-c", StringComparison.Ordinal))
                group.IsHeldElsewhere = true;
        }

        return group;
    }

    /// <summary>A name alone is a requirement only where the list says so: services, volumes and repositories have such names too.</summary>
    private static bool IsRequirement(string value, bool isNamed) =>
        PythonRequirement.TryParse(value, out var requirement) && (isNamed || !requirement.Specifiers.Clauses.IsEmpty || !requirement.Extras.IsEmpty);
}
