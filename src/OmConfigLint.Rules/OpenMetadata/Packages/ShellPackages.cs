using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Shell;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>The packages that a script installs, and those in its variables.</summary>
internal static class ShellPackages
{
    /// <summary>The groups of <paramref name="tree"/>: one a command or variable.</summary>
    public static IEnumerable<PackageGroup> Find(ConfigDocument document, ShellTree tree)
    {
        foreach (var command in tree.Commands)
        {
            foreach (var assignment in command.Assignments)
            {
                foreach (var group in WordPackages.In(document, new ConfigValue(assignment.Value.Text, assignment.Name.Value)))
                    yield return group;
            }

            if (!command.Words.Any(word => OpenMetadataPackage.IsIn(word.Value)))
                continue;
            if (CondaPackages.PackagesIn([.. command.Words.Select(word => word.Value)]).ToList() is { Count: > 0 } conda)
            {
                var group = new PackageGroup(document, command.Words[0].Value);
                foreach (var pin in conda.Select(index => CondaPackages.Read(group, command.Words[index].Text)).OfType<PackagePin>())
                    group.Add(pin);
                yield return group;
                continue;
            }

            if (PipCommand.RequirementsOf([.. command.Words.Select(word => new PackageWord(0, word.Value))]) is not null)
            {
                yield return OfInstallation(document, tree, command);
                continue;
            }

            // `--set "extraPipPackages={…}"`, `-e PIP_REQUIREMENTS="…"`
            foreach (var word in command.Words.Skip(1))
            {
                foreach (var group in WordPackages.In(document, new ConfigValue(word.Text, command.Words[0].Value)))
                    yield return group;
            }
        }
    }

    private static PackageGroup OfInstallation(ConfigDocument document, ShellTree tree, ShellCommand command)
    {
        var words = command.Words.Select((word, index) => new PackageWord(index, word.Value)).ToList();
        var requirements = PipCommand.RequirementsOf(words)!;
        var group = new PackageGroup(document, command.Words[0].Value) { IsHeldElsewhere = requirements.Exists(word => word.Text == "-c") };
        foreach (var (index, text) in requirements)
        {
            var word = command.Words[index];
            if (!word.Variables.IsEmpty)
                AddFollowed(group, document, tree, command, word);
            else if (PythonRequirement.TryParse(text, out var requirement))
                group.Add(PackagePin.Of(group, word.Text, 0, requirement));
        }

        return group;
    }

    /// <summary>Adds <c>openmetadata-ingestion==$VERSION</c> with the version that the variable has.</summary>
    private static void AddFollowed(PackageGroup group, ConfigDocument document, ShellTree tree, ShellCommand command, ShellWord word)
    {
        if (word.Variables is not [var variable] || variable.Span.End != word.Value.Length
            || ScriptVariables.Find(document, tree, command, variable.Name) is not { } place
            || !PythonRequirement.TryParse(word.Value[..variable.Span.Start] + place.Value, out var requirement)
            || requirement.Specifiers.Clauses is not [{ VersionText: var version }] || version != place.Value)
        {
            return;
        }

        group.Add(PackagePin.OfVariable(group, word.Text, requirement, variable.Name, place));
    }
}
