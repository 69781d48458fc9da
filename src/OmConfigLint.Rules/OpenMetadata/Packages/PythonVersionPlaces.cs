using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.Python;
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
            var path = YamlPath.Of(scalar);

            // conda: the interpreter stands in the list that holds `pip:`.
            if (scalar.Parent is YamlSequence list && scalar.Value.StartsWith("python=", StringComparison.Ordinal) && groups.Any(group => group.Path.StartsWith(YamlPath.Of(list), StringComparison.Ordinal)))
            {
                var start = scalar.Value.LastIndexOf('=') + 1;
                yield return PythonVersionPlace.OfVersion(new PackagePart(tree.TextOf(scalar), TextSpan.FromBounds(start, scalar.Value.Length)), path);
            }

            // GitHub: the job that sets Python up is the one that installs.
            if (scalar.Entry is { KeyText: "python-version" } entry && entry.Value == scalar && JobOf(path) is { } job
                && groups.Any(group => group.Path.StartsWith(job, StringComparison.Ordinal)))
            {
                yield return PythonVersionPlace.OfVersion(PackagePart.Whole(tree.TextOf(scalar)), path);
            }
        }
    }

    /// <summary><c>jobs.test.</c> of a path in a GitHub workflow.</summary>
    private static string? JobOf(string path)
    {
        var end = path.StartsWith("jobs.", StringComparison.Ordinal) ? path.IndexOf('.', "jobs.".Length) : -1;
        return end < 0 || !path.EndsWith(".with.python-version", StringComparison.Ordinal) ? null : path[..(end + 1)];
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
