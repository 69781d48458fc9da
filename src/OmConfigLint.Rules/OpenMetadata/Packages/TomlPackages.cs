using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Toml;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>
/// The packages of a <c>pyproject.toml</c> or <c>Pipfile</c>: arrays of requirements (PEP 621, PEP 735, build requirements, uv, Hatch, PDM) and
/// tables with a package a key (Poetry, Pipenv, pixi).
/// </summary>
internal static class TomlPackages
{
    // Of a Pipfile's tables, those that list no packages.
    private static readonly string[] PipfileOtherTables = ["source", "requires", "scripts", "pipenv"];

    /// <summary>The groups of <paramref name="tree"/>.</summary>
    public static IEnumerable<PackageGroup> Find(ConfigDocument document, TomlTree tree)
    {
        var isPipfile = Path.GetFileName(document.File.Path) == "Pipfile";
        var groups = new List<PackageGroup>();
        foreach (var node in tree.Root.DescendantsAndSelf())
        {
            if (node.Kind == TomlNodeKind.Array && IsRequirementList(node))
                groups.Add(OfArray(document, tree, node));
            else if (node.Kind == TomlNodeKind.Table && IsPackageTable(node, isPipfile))
                groups.Add(OfTable(document, tree, node));
        }

        var main = groups.Find(group => group.Path is "project.dependencies") ?? groups.Find(group => group.Path is "tool.poetry.dependencies" or "packages");
        foreach (var group in groups)
        {
            if (group != main && group.Path != "build-system.requires" && !group.Path.StartsWith("tool.hatch.", StringComparison.Ordinal))
                group.Base = main;
        }

        return groups;
    }

    private static bool IsRequirementList(TomlNode array)
    {
        for (var node = array; node.Parent is not null; node = node.Parent)
        {
            if (node.Key is { } key && (key.Contains("dependencies", StringComparison.Ordinal) || key is "requires" or "dependency-groups" or "requirements"))
                return array.Children.Any(item => item.Kind == TomlNodeKind.String);
        }

        return false;
    }

    private static bool IsPackageTable(TomlNode table, bool isPipfile)
    {
        if (table.Key is not { } key)
            return false;
        if (isPipfile)
            return table.Parent?.Parent is null && !PipfileOtherTables.Contains(key);
        return key == "pypi-dependencies" || (key is "dependencies" or "dev-dependencies" && table.Path.StartsWith("tool.poetry.", StringComparison.Ordinal));
    }

    private static PackageGroup OfArray(ConfigDocument document, TomlTree tree, TomlNode array)
    {
        var group = new PackageGroup(document, array.Path);
        foreach (var item in array.Children)
        {
            if (item.Kind == TomlNodeKind.String && PythonRequirement.TryParse(item.Value!, out var requirement))
            {
                group.Add(PackagePin.Of(
                    group, item.Token!.Text, 0, requirement, remove: builder => tree.RemoveItem((TokenEditor)builder.Edit(document.File, document.Tree), item)));
            }
        }

        return group;
    }

    private static PackageGroup OfTable(ConfigDocument document, TomlTree tree, TomlNode table)
    {
        var group = new PackageGroup(document, table.Path);
        foreach (var child in table.Children)
        {
            // Poetry takes several for one package, each for another platform or Python.
            if (child.Kind == TomlNodeKind.Array)
            {
                foreach (var one in child.Children)
                    Add(one, child, isOneOfSeveral: true);
            }
            else
            {
                Add(child, child, isOneOfSeveral: false);
            }
        }

        return group;

        void Add(TomlNode node, TomlNode named, bool isOneOfSeveral)
        {
            var version = node.Kind == TomlNodeKind.String ? node : node.Find("version");
            if (named.KeyToken is not { } name || version is not (null or { Kind: TomlNodeKind.String }) || (node.Kind is not (TomlNodeKind.String or TomlNodeKind.Table)))
                return;
            if (!PythonVersionSpecifiers.TryParsePoetry(version?.Value ?? "", out var specifiers))
                return;
            group.Add(new PackagePin
            {
                Group = group,
                Name = PythonPackageName.Normalize(name.Value),
                NamePart = PackagePart.Whole(name.Text),
                Span = version is null || node == version ? node.Span : TextSpan.FromBounds(node.Span.Start, Math.Max(version.Span.End, node.Span.End)),
                Extras = ExtrasOf(node),
                AddExtra = AddExtra(node),
                Specifiers = specifiers,
                SpecifiersPart = version is null ? null : PartOf(version, specifiers),
                IsPoetry = true,
                IsDirect = node.Kind == TomlNodeKind.Table && version is null,
                IsConditional = isOneOfSeveral || node.Find("markers") is not null || node.Find("python") is not null || node.Find("platform") is not null,
            });
        }

        ImmutableArray<PackageExtra> ExtrasOf(TomlNode node) => node.Find("extras") is not { Kind: TomlNodeKind.Array } extras
            ? []
            : [.. extras.Children.Where(item => item.Kind == TomlNodeKind.String).Select(item => new PackageExtra(
                PythonPackageName.Normalize(item.Value!),
                PackagePart.Whole(item.Token!.Text),
                builder => tree.RemoveItem((TokenEditor)builder.Edit(document.File, document.Tree), item)))];

        Action<Analysis.Fixing.FixBuilder, string>? AddExtra(TomlNode node)
        {
            if (node.Find("extras") is not { Kind: TomlNodeKind.Array, Children: [.., { Kind: TomlNodeKind.String, Token: { } last }] })
                return null;
            return (builder, name) =>
            {
                var index = tree.Tokens.IndexOf(last);
                var quote = tree.Text[last.Span.Start];
                ((TokenEditor)builder.Edit(document.File, document.Tree)).ReplaceTokens(
                    index + 1,
                    0,
                    new TextSpan(last.Span.End, 0),
                    $", {quote}{name}{quote}",
                    new DeclaredToken(SyntaxTokenKind.Punctuation, ","),
                    new DeclaredToken(SyntaxTokenKind.Text, name));
            };
        }
    }

    private static PackagePart PartOf(TomlNode version, PythonVersionSpecifiers specifiers) => specifiers.Clauses.IsEmpty
        ? PackagePart.Whole(version.Token!.Text)
        : new PackagePart(version.Token!.Text, TextSpan.FromBounds(specifiers.Clauses[0].Span.Start, specifiers.Clauses[^1].Span.End));
}
