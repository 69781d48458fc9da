using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Toml;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>Finds where a document says for which Python it installs packages.</summary>
internal static class PythonVersionPlaces
{
    /// <summary>The places in <paramref name="document"/>, in which <paramref name="groups"/> are the packages.</summary>
    public static IEnumerable<PythonVersionPlace> Find(ConfigDocument document, IReadOnlyList<PackageGroup> groups) => (document.Tree switch
    {
        TomlTree tree => OfToml(tree),
        IniTree tree => OfIni(tree),
        YamlTree tree => OfYaml(tree, tree.Documents[document.Index], groups),
        PythonTree tree => OfPython(tree, groups),
        ShellTree when document.File.Embedding is { HostTree: YamlTree tree } embedding => OfPipeline(embedding, tree),
        _ => [],
    }).OfType<PythonVersionPlace>();

    private static IEnumerable<PythonVersionPlace?> OfToml(TomlTree tree)
    {
        if (tree.Root.Find("project", "requires-python") is { Token: { } required } node)
            yield return PythonVersionPlace.OfClauses(PackagePart.Whole(required.Text), node.Path);
        if (tree.Root.Find("tool", "poetry", "dependencies", "python") is { Token: { } poetry } python)
            yield return PythonVersionPlace.OfClauses(PackagePart.Whole(poetry.Text), python.Path, isPoetry: true);
        if (tree.Root.Find("requires", "python_version") is { Token: { } pipenv } version)
            yield return PythonVersionPlace.OfVersion(PackagePart.Whole(pipenv.Text), version.Path);
    }

    private static IEnumerable<PythonVersionPlace?> OfIni(IniTree tree)
    {
        foreach (var entry in tree.Entries)
        {
            if (entry is { Key: "python_requires", Value: { } value, Section: { } section })
                yield return PythonVersionPlace.OfClauses(PackagePart.Whole(value.Text), $"{section.Name}.{entry.Key}");
        }
    }

    private static IEnumerable<PythonVersionPlace?> OfYaml(YamlTree tree, YamlDocument document, IReadOnlyList<PackageGroup> groups)
    {
        foreach (var node in document.Root.DescendantsAndSelf())
        {
            if (node is not YamlScalar scalar)
                continue;
            // conda: the interpreter stands in the list that holds `pip:`.
            if (scalar.Parent is YamlSequence list && scalar.Value.StartsWith("python=", StringComparison.Ordinal) && groups.Any(group => group.Path.StartsWith(YamlPath.Of(list), StringComparison.Ordinal)))
            {
                var start = scalar.Value.LastIndexOf('=') + 1;
                yield return PythonVersionPlace.OfVersion(new PackagePart(tree.TextOf(scalar), TextSpan.FromBounds(start, scalar.Value.Length)), YamlPath.Of(scalar));
            }
        }
    }

    /// <summary>GitHub: the job that sets Python up is the one that installs. Told for the first of its scripts that does.</summary>
    private static IEnumerable<PythonVersionPlace?> OfPipeline(Embedding embedding, YamlTree tree)
    {
        if (embedding.Text.Parts[0].Text.Owner is not YamlScalar script || JobAround(script) is not { } job
            || job.Value.DescendantsAndSelf().OfType<YamlScalar>().FirstOrDefault(scalar => EmbeddedScripts.IsRead(scalar) && OpenMetadataPackage.IsIn(scalar.Value)) != script)
        {
            yield break;
        }

        foreach (var scalar in job.Value.DescendantsAndSelf().OfType<YamlScalar>())
        {
            if (scalar.Entry is { KeyText: "python-version", Mapping.Entry.KeyText: "with" } entry && entry.Value == scalar
                && PythonVersionPlace.OfVersion(PackagePart.Whole(tree.TextOf(scalar)), YamlPath.Of(scalar)) is { } place)
            {
                yield return place with { Host = embedding.Host };
            }
        }
    }

    /// <summary>The job of a GitHub workflow in which <paramref name="node"/> stands.</summary>
    private static YamlEntry? JobAround(YamlNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (node is YamlMapping { Entry: { Mapping.Entry: { KeyText: "jobs", Mapping.Parent: null } } entry })
                return entry;
        }

        return null;
    }

    private static IEnumerable<PythonVersionPlace?> OfPython(PythonTree tree, IReadOnlyList<PackageGroup> groups)
    {
        foreach (var call in tree.Calls)
        {
            if (!groups.Any(group => group.Pins.Any(pin => call.Span.Contains(pin.Span))))
                continue;
            if (call["python_requires"]?.Value is PythonString { Text.Parts: [{ } required] })
                yield return PythonVersionPlace.OfClauses(PackagePart.Whole(required.Text), $"{call.CalleeName}.python_requires");
            if (call["python_version"]?.Value is PythonString { Text.Parts: [{ } version] })
                yield return PythonVersionPlace.OfVersion(PackagePart.Whole(version.Text), $"{call.CalleeName}.python_version");
        }
    }
}
