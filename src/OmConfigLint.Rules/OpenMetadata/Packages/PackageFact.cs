using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>A package of OpenMetadata's is required somewhere in the tree, with these extras.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The package.</param>
/// <param name="Extras">The extras.</param>
internal sealed record PackageFact(string Path, string Name, ImmutableArray<string> Extras) : WorkspaceFact(KeyOf(Name), Path)
{
    /// <summary>What the requirements of <paramref name="name"/> are found by.</summary>
    public static string KeyOf(string name) => "package/" + name;

    /// <summary>The facts of <paramref name="document"/>.</summary>
    public static IEnumerable<PackageFact> Of(ConfigDocument document)
    {
        foreach (var pin in document.Models.OfType<PackagePin>())
            yield return new PackageFact(document.File.Outermost.Path, pin.Name, [.. pin.Extras.Select(extra => extra.Name)]);
    }
}
