using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds where a container is told to run as root: <c>user</c> in Compose, <c>runAsUser</c> in a manifest or a chart's values.</summary>
internal static class RootUser
{
    private static readonly string[] SecurityKeys = ["securityContext", "podSecurityContext"];
    private static readonly string[] RootNames = ["0", "root"];

    /// <summary>The entry that makes the container of <paramref name="image"/> run as root; null where none does.</summary>
    public static YamlEntry? Find(ImageReference image)
    {
        if (image.Text.Owner is not YamlScalar { Entry: { } entry })
            return null;
        // In a chart's values the image is a mapping of its own.
        var container = entry.KeyText == "image" ? entry.Mapping : entry.Mapping.Entry is { KeyText: "image" } outer ? outer.Mapping : null;
        if (container is null)
            return null;
        if (container.Find("user") is { Value: YamlScalar user } userEntry && RootNames.Contains(user.Value.Split(':')[0]))
            return userEntry;
        if (SecurityKeys.Select(container.Find).OfType<YamlEntry>().ToList() is { Count: > 0 } own)
            return own.Select(RunAsRoot).FirstOrDefault(found => found is not null);
        return container.Parent is YamlSequence { Entry: { KeyText: "containers" or "initContainers" } containers } && containers.Mapping.Find("securityContext") is { } pod
            ? RunAsRoot(pod)
            : null;
    }

    private static YamlEntry? RunAsRoot(YamlEntry security) =>
        (security.Value.Resolved as YamlMapping)?.Find("runAsUser") is { Value: YamlScalar { Value: "0" } } found ? found : null;
}
