using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Compose;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Hcl;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.Make;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Sql;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Databases;

/// <summary>Finds the <see cref="DatabaseSetting"/>s of a document that are, or may be, those of OpenMetadata's database.</summary>
internal static class DatabaseSettings
{
    // What a service of a compose file hands to the server in it.
    private static readonly string[] ComposeKeys = ["command", "entrypoint", "environment"];

    /// <summary>The settings of <paramref name="document"/>; <paramref name="compose"/> and <paramref name="terraform"/> are what it is as a file of those.</summary>
    public static IEnumerable<DatabaseSetting> Of(ConfigDocument document, ComposeFile? compose, TerraformDatabases? terraform)
    {
        if (!DatabaseParameter.AnyIsIn(document.Tree.Text))
            return [];
        var isNamed = OpenMetadataName.IsIn(document.Tree.Text) || IsNamedAround(document.File);
        return document.Tree switch
        {
            YamlTree tree => compose is not null ? OfCompose(compose, tree) : OfYaml(tree, document.Yaml!),
            IniTree tree => OptionFileSettings.Find(tree, isNamed),
            SqlTree tree => SqlScriptSettings.Find(tree, isNamed),
            MakefileTree tree => CommandSettings.Find(tree),
            // What stands in values of YAML, in a Dockerfile or a makefile is found there.
            ShellTree tree when document.File.Embedding is not { HostTree: YamlTree or DockerfileTree or MakefileTree } =>
                CommandSettings.Find(tree),
            DockerfileTree tree => CommandSettings.Find(tree, isNamed),
            HclTree => terraform is not null ? TerraformSettings.Find(terraform) : [],
            _ => [],
        };
    }

    private static IEnumerable<DatabaseSetting> OfCompose(ComposeFile compose, YamlTree tree)
    {
        // Two services may share one command through an anchor.
        var seen = new HashSet<YamlNode>();
        foreach (var database in compose.Databases)
        {
            foreach (var value in ComposeKeys.Select(key => database.Service.Find(key)?.Value.Resolved).OfType<YamlNode>().Where(seen.Add))
            {
                foreach (var setting in In(value, tree, _ => true))
                    yield return setting;
            }
        }
    }

    private static IEnumerable<DatabaseSetting> OfYaml(YamlTree tree, YamlDocument document)
    {
        var known = new Dictionary<YamlNode, bool>();
        return In(document.Root, tree, node => Names(tree, node, known));
    }

    // A mapping `work_mem: 10MB`, and whatever text holds `work_mem=10MB`.
    private static IEnumerable<DatabaseSetting> In(YamlNode root, YamlTree tree, Func<YamlNode, bool> isNamed)
    {
        YamlScalar? previous = null;
        foreach (var node in root.DescendantsAndSelf())
        {
            if (node is not YamlScalar scalar || scalar.Entry?.Key == scalar)
                continue;
            var before = previous;
            previous = scalar;
            if (ParameterOf(scalar, before) is { } parameter)
            {
                if (isNamed(scalar))
                    yield return Whole(scalar, parameter, tree);
            }
            else if (DatabaseParameter.AnyIsIn(scalar.Value) && OptionFileSettings.FormatOf(scalar) is null)
            {
                foreach (var setting in In(tree.TextOf(scalar), YamlPath.Of(scalar), isNamed(scalar)))
                {
                    if (setting.IsNamed)
                        yield return setting;
                }
            }
        }
    }

    /// <summary>The settings in <paramref name="text"/>.</summary>
    /// <param name="text">A value.</param>
    /// <param name="path">Its place by names.</param>
    /// <param name="isNamed">True where what stands around it names OpenMetadata.</param>
    public static IEnumerable<DatabaseSetting> In(MappedText text, string path, bool isNamed)
    {
        foreach (var match in DatabaseSettingText.Find(text.Value))
        {
            var size = MemorySize.TryRead(text.Value.Substring(match.Value.Start, match.Value.Length), match.Parameter.Engine);
            yield return new DatabaseSetting(match.Parameter, match.Scope, text, match.Value, text.ToSource(match.Span), size, path, isNamed);
        }
    }

    private static DatabaseSetting Whole(YamlScalar scalar, DatabaseParameter parameter, YamlTree tree)
    {
        var text = tree.TextOf(scalar);
        var span = scalar.Entry is { Value: var value } entry && value == scalar ? entry.Span : scalar.Span;
        return new DatabaseSetting(
            parameter,
            SettingScope.Server,
            text,
            new TextSpan(0, text.Value.Length),
            span,
            MemorySize.TryRead(text.Value, parameter.Engine),
            YamlPath.Of(scalar),
            IsNamed: true);
    }

    // `work_mem: 10MB`, or `--sort-buffer-size` and `10M` one after the other in a list.
    private static DatabaseParameter? ParameterOf(YamlScalar scalar, YamlScalar? previous)
    {
        if (scalar.Entry?.KeyText is { } key)
            return DatabaseParameter.Find(key);
        return scalar.Parent is YamlSequence && previous?.Parent == scalar.Parent && previous.Value is ['-', '-', .. var option]
            ? DatabaseParameter.Find(option)
            : null;
    }

    /// <summary>True where what stands around <paramref name="node"/> names OpenMetadata: of an object of Kubernetes all of it, else its outermost entry.</summary>
    private static bool Names(YamlTree tree, YamlNode node, Dictionary<YamlNode, bool> known)
    {
        if (CloudFormationResource.IsOfOpenMetadata(tree, node) is { } isOwn)
            return isOwn;
        var (root, outermost) = (node, node.Entry);
        for (; root.Parent is { } parent; root = parent)
            outermost = parent.Entry ?? outermost;
        var isObject = root is YamlMapping mapping && mapping.Find("kind") is not null && mapping.Find("apiVersion") is not null;
        var around = isObject ? root : outermost?.Value ?? node;
        if (!known.TryGetValue(around, out var isNamed))
        {
            var span = isObject ? root.Span : outermost?.Span ?? node.Span;
            known[around] = isNamed = OpenMetadataName.IsIn(tree.Text.AsSpan(span.Start, span.Length));
        }

        return isNamed;
    }

    /// <summary>True where the value that holds the embedded <paramref name="file"/> stands with OpenMetadata's name.</summary>
    private static bool IsNamedAround(SourceFile file) =>
        file.Embedding is { HostTree: YamlTree tree } embedding && embedding.Text.Parts[0].Text.Owner is YamlScalar scalar && Names(tree, scalar, []);
}
