using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Requirements;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Toml;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>Finds the Python packages that a document requires, in any format.</summary>
internal static class PackageGroups
{
    /// <summary>Adds the groups of <paramref name="document"/>, the packages of OpenMetadata's in them, and the Pythons that they are installed for.</summary>
    public static void AddTo(ImmutableArray<object>.Builder models, ConfigDocument document)
    {
        if (!OpenMetadataPackage.IsIn(document.Tree.Text))
            return;
        PackageGroup[] groups = [.. Find(document)];
        foreach (var group in groups)
        {
            models.Add(group);
            foreach (var pin in group.Pins)
            {
                if (OpenMetadataPackage.Is(pin.Name))
                    models.Add(pin);
            }
        }

        if (!groups.Any(group => group.Pins.Any(pin => pin.Name == OpenMetadataPackage.Ingestion)))
            return;
        foreach (var place in PythonVersionPlaces.Find(document, groups))
            models.Add(place);
    }

    /// <summary>The groups in which a package of OpenMetadata's is, and those that are installed with it.</summary>
    private static IEnumerable<PackageGroup> Find(ConfigDocument document)
    {
        var groups = document.Tree switch
        {
            RequirementsTree tree => RequirementsPackages.Find(document, tree),
            TomlTree tree => TomlPackages.Find(document, tree),
            IniTree tree => IniPackages.Find(document, tree),
            YamlTree tree => YamlPackages.Find(document, tree),
            DockerfileTree tree => WordPackages.Find(document, owner => !EmbeddedScripts.IsRead(tree, owner)),
            ShellTree tree => ShellPackages.Find(document, tree),
            PythonTree tree => PythonListPackages.Find(document, tree),
            _ => WordPackages.Find(document, _ => true),
        };
        return groups.Where(group => group.Together.Any(pin => OpenMetadataPackage.Is(pin.Name)));
    }
}
