using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Requirements;
using OmConfigLint.Syntax.Toml;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>Finds the Python packages that a document requires, in any format.</summary>
internal static class PackageGroups
{
    /// <summary>
    /// The groups of <paramref name="document"/> in which a package of OpenMetadata's is, and those that are installed with them; none in a document that names no such package.
    /// </summary>
    public static IEnumerable<PackageGroup> Find(ConfigDocument document)
    {
        if (!OpenMetadataPackage.IsIn(document.Tree.Text))
            return [];
        var groups = document.Tree switch
        {
            RequirementsTree tree => RequirementsPackages.Find(document, tree),
            TomlTree tree => TomlPackages.Find(document, tree),
            IniTree tree => IniPackages.Find(document, tree),
            YamlTree tree => YamlPackages.Find(document, tree),
            PythonTree tree => PythonListPackages.Find(document, tree),
            _ => WordPackages.Find(document, _ => true),
        };
        return groups.Where(group => group.Together.Any(pin => OpenMetadataPackage.Is(pin.Name)));
    }
}
