using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>The packages of <c>setup.cfg</c> and <c>tox.ini</c>: values that list a requirement a line.</summary>
internal static class IniPackages
{
    private const string ExtrasSection = "options.extras_require";

    private static readonly string[] Keys = ["install_requires", "setup_requires", "tests_require", "requires", "deps", "dependencies", "constraints"];

    /// <summary>The groups of <paramref name="tree"/>.</summary>
    public static IEnumerable<PackageGroup> Find(ConfigDocument document, IniTree tree)
    {
        var groups = new List<PackageGroup>();
        foreach (var entry in tree.Entries)
        {
            var section = entry.Section?.Name ?? "";
            if (section != ExtrasSection && !Keys.Contains(entry.Key))
                continue;
            var group = new PackageGroup(document, section.Length == 0 ? entry.Key : $"{section}.{entry.Key}");
            foreach (var value in entry.Values)
            {
                if (PythonRequirement.TryParse(value.Value, out var requirement))
                    group.Add(PackagePin.Of(group, value.Text, 0, requirement));
                else if (value.Value.StartsWith("-c", StringComparison.Ordinal) || value.Value.StartsWith("--constraint", StringComparison.Ordinal))
                    group.IsHeldElsewhere = true;
            }

            groups.Add(group);
        }

        if (groups.Find(group => group.Path == "options.install_requires") is { } main)
        {
            foreach (var extra in groups.Where(group => group.Path.StartsWith(ExtrasSection, StringComparison.Ordinal)))
                extra.Base = main;
        }

        return groups;
    }
}
