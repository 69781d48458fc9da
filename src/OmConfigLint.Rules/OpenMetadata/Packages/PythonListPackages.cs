using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>The packages of Python code: lists of strings (<c>install_requires=[…]</c>, <c>requirements=[…]</c>), and words in other strings.</summary>
internal static class PythonListPackages
{
    /// <summary>The groups of <paramref name="tree"/>.</summary>
    public static IEnumerable<PackageGroup> Find(ConfigDocument document, PythonTree tree)
    {
        var groups = new List<PackageGroup>();
        foreach (var value in tree.Values)
        {
            if (value is PythonSequence sequence && OfSequence(document, tree, sequence) is { } group)
                groups.Add(group);
        }

        var listed = PythonScripts.OwnersIn(tree);
        listed.UnionWith(groups.SelectMany(group => group.Pins).Select(pin => pin.NamePart.Text.Owner));
        groups.AddRange(WordPackages.Find(document, owner => !listed.Contains(owner)));
        return groups;
    }

    private static PackageGroup? OfSequence(ConfigDocument document, PythonTree tree, PythonSequence sequence)
    {
        var name = NameOf(tree, sequence);
        var isNamed = WordPackages.IsRequirementName(name);
        var group = new PackageGroup(document, name ?? "");
        foreach (var item in sequence.Items)
        {
            if (item.Value is not PythonString { Operation: null, IsBytes: false, Holes.IsEmpty: true } text
                || TextOf(text) is not { } mapped
                || !PythonRequirement.TryParse(mapped.Value, out var requirement)
                || (!isNamed && requirement.Specifiers.Clauses.IsEmpty && requirement.Extras.IsEmpty))
            {
                continue;
            }

            group.Add(PackagePin.Of(
                group, mapped, 0, requirement, remove: builder => tree.Remove((TokenEditor)builder.Edit(document.File, document.Tree), item)));
        }

        return group.Pins.Any(pin => OpenMetadataPackage.Is(pin.Name)) ? group : null;
    }

    /// <summary>The one value that a string is; null where it is put together from several.</summary>
    private static MappedText? TextOf(PythonString text) =>
        text.Text.Parts is [{ Start: 0, TextStart: 0 } part] && part.Length == text.Text.Text.Length && part.Length == part.Text.Value.Length ? part.Text : null;

    /// <summary>The keyword, key or variable that a list belongs to, outer keys before inner ones.</summary>
    private static string? NameOf(PythonTree tree, PythonSequence sequence)
    {
        string? path = null;
        for (PythonValue? value = sequence; value is not null; value = value.Entry?.Container)
        {
            if (value.Entry?.Name is { } name)
                path = path is null ? name : $"{name}.{path}";
        }

        return tree.Assignments.FirstOrDefault(assignment => assignment.Value.Span.Contains(sequence.Span)) is { } assignment
            ? path is null ? assignment.Target : $"{assignment.Target}.{path}"
            : path;
    }
}
