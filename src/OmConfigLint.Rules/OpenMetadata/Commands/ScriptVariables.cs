using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Make;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>
/// Follows a variable of a script to where its value is written: an assignment before the command, else one of the makefile, the Dockerfile or the
/// pipeline around it. Only where there is no doubt: one assignment, and a value without variables of its own.
/// </summary>
internal static class ScriptVariables
{
    private static readonly string[] EnvironmentKeys = ["env", "variables"];

    /// <summary>The value of <paramref name="name"/> for <paramref name="command"/>; null where it is not certain.</summary>
    /// <param name="document">The script.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="command">A command of it.</param>
    /// <param name="name">The variable.</param>
    public static VersionPlace? Find(ConfigDocument document, ShellTree tree, ShellCommand command, string name)
    {
        var isSet = false;
        VersionPlace? found = null;
        foreach (var other in tree.Commands)
        {
            foreach (var assignment in other.Assignments)
            {
                // `VERSION=1.5.0 command` is for that command alone, and not for its own words.
                if (assignment.Name.Value != name || !IsDeclaration(other))
                    continue;
                if (isSet || !other.ComesBefore(command))
                    return null;
                isSet = true;
                found = Literal(document.File, tree, assignment.Value.Text);
            }

            if (other.Words is [{ Value: "read" or "mapfile" or "unset" }, ..] && other.Words.Any(word => word.Value == name))
                return null;
        }

        if (isSet)
            return found;
        return tree.Text.Contains($"for {name} in", StringComparison.Ordinal) ? null : InHost(document.File, name);
    }

    private static bool IsDeclaration(ShellCommand command) =>
        command.Words.IsEmpty || command.Words[0].Value is "export" or "readonly" or "declare" or "typeset" or "local";

    private static VersionPlace? InHost(SourceFile file, string name)
    {
        if (file.Embedding is not { } embedding)
            return null;
        var host = embedding.Host;
        return embedding.HostTree switch
        {
            ShellTree tree => Only(
                host, tree, tree.Commands.Where(IsDeclaration).SelectMany(command => command.Assignments.Where(assignment => assignment.Name.Value == name))
                    .Select(assignment => assignment.Value.Text)) ?? InHost(host, name),
            MakefileTree tree => Only(host, tree, tree.Variables.Where(variable => variable.Name.Value == name).Select(variable => variable.Value.Text)),
            DockerfileTree tree => Only(
                host, tree, tree.Instructions.Where(instruction => instruction.Keyword is "ARG" or "ENV")
                    .SelectMany(instruction => instruction.Assignments).Where(assignment => assignment.Name.Value == name)
                    .Select(assignment => assignment.Value?.Text).OfType<MappedText>()),
            YamlTree tree when embedding.Text.Parts[0].Text.Owner is YamlNode node => InYaml(host, tree, node, name),
            _ => null,
        };
    }

    private static VersionPlace? InYaml(SourceFile file, YamlTree tree, YamlNode node, string name)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (current is not YamlMapping mapping)
                continue;
            foreach (var key in EnvironmentKeys)
            {
                if ((mapping.Find(key)?.Value.Resolved as YamlMapping)?.Find(name)?.Value is { } value)
                    return value is YamlScalar scalar ? Literal(file, tree, tree.TextOf(scalar)) : null;
            }
        }

        return null;
    }

    private static VersionPlace? Only(SourceFile file, SyntaxTree tree, IEnumerable<MappedText> values)
    {
        var all = values.Take(2).ToList();
        return all.Count == 1 ? Literal(file, tree, all[0]) : null;
    }

    /// <summary>The value itself, or the default in <c>${NAME:-default}</c>.</summary>
    private static VersionPlace? Literal(SourceFile file, SyntaxTree tree, MappedText text)
    {
        var span = new TextSpan(0, text.Value.Length);
        if (text.Value is ['$', ..])
        {
            if (VariableReferences.In(text.Value) is not [{ HasDefault: true } reference, ..] || reference.Span != span)
                return null;
            span = reference.ArgumentSpan;
        }

        return ImageName.IsTag(text.Value.AsSpan(span.Start, span.Length)) ? new VersionPlace(file, tree, text, span) : null;
    }
}
