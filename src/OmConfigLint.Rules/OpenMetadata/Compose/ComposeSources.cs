using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Compose;

/// <summary>The files and folders of a tree that a service of a compose file takes in: what it mounts, what its image is built from, its configs.</summary>
internal static class ComposeSources
{
    /// <summary>The sources of <paramref name="service"/> in <paramref name="compose"/>, as users see them; those outside of the tree are left out.</summary>
    public static IEnumerable<string> Of(ComposeService service, ComposeFile compose)
    {
        var directory = VersionFact.GroupOf(compose.Document.File.Outermost.Path);
        foreach (var source in WrittenIn(service, compose))
        {
            if (Resolve(directory, source) is { } path)
                yield return path;
        }
    }

    private static IEnumerable<string> WrittenIn(ComposeService service, ComposeFile compose)
    {
        foreach (var volume in ItemsOf(service.Find("volumes")?.Value.Resolved))
        {
            if (volume is YamlScalar { Value: var text } && text.IndexOf(':') is > 0 and var colon)
                yield return text[..colon];
            else if (volume is YamlMapping mapping && mapping.Find("source")?.Value.Resolved is YamlScalar source)
                yield return source.Value;
        }

        if (ValueOf(service.Find("build")?.Value.Resolved, "context") is YamlScalar context)
            yield return context.Value;

        if ((compose.Document.Yaml?.Root as YamlMapping)?.Find("configs")?.Value.Resolved is not YamlMapping configs)
            yield break;
        foreach (var config in ItemsOf(service.Find("configs")?.Value.Resolved))
        {
            if (ValueOf(config, "source") is YamlScalar name && configs.Find(name.Value)?.Value.Resolved is YamlMapping entry
                && entry.Find("file")?.Value.Resolved is YamlScalar file)
            {
                yield return file.Value;
            }
        }
    }

    private static IEnumerable<YamlNode?> ItemsOf(YamlNode? list) => list is YamlSequence sequence ? sequence.Items.Select(item => item.Resolved) : [];

    // The long form of what is a text alone in the short one.
    private static YamlNode? ValueOf(YamlNode? node, string key) => node is YamlMapping mapping ? mapping.Find(key)?.Value.Resolved : node;

    /// <summary>The path that <paramref name="source"/> means in <paramref name="directory"/>; null for a named volume and for what lies elsewhere.</summary>
    private static string? Resolve(string directory, string source)
    {
        if (source.Contains('$') || source is not (['.', ..] or [not '/' and not '~', ..]) || (source[0] != '.' && !source.Contains('/')))
            return null;
        var names = new List<string>(directory.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var name in source.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".")
                continue;
            if (name != "..")
                names.Add(name);
            else if (names.Count == 0)
                return null;
            else
                names.RemoveAt(names.Count - 1);
        }

        return string.Join('/', names);
    }
}
