using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>The images that omlint knows: <c>rules/data/images.yaml</c>, compiled in.</summary>
internal static class OpenMetadataImages
{
    /// <summary>What stands before every image's name.</summary>
    public const string Organization = "openmetadata/";

    private static readonly RuleParameters Data = RuleData.Find("rules", "images");

    /// <summary>All of them.</summary>
    public static ImmutableArray<OpenMetadataImage> All { get; } = [.. Data.Children("images").Select(Read)];

    /// <summary>The first release with tags of four numbers.</summary>
    public static ReleaseVersion PackageTagsSince { get; } = ReleaseVersion.Parse(Data.Text("package-since"));

    /// <summary>The registry that OpenMetadata's own files name.</summary>
    public static string Registry { get; } = Data.Text("registry");

    /// <summary>The image called <paramref name="name"/>; null where there is none.</summary>
    public static OpenMetadataImage? Find(ReadOnlySpan<char> name)
    {
        foreach (var image in All)
        {
            if (name.SequenceEqual(image.Name))
                return image;
        }

        return null;
    }

    private static OpenMetadataImage Read(RuleParameters image)
    {
        image.Expect("name", "role", "tags", "since", "until", "successor");
        var role = image.Text("role") switch
        {
            "server" => VersionRole.ServerImage,
            "database" => VersionRole.DatabaseImage,
            "ingestion" => VersionRole.IngestionImage,
            "operator" => VersionRole.OtherImage,
            var other => throw new RuleParameterException("rules/data/images.yaml", $"`{other}` is no role"),
        };
        var hasPackageTags = image.Text("tags") switch
        {
            "package" => true,
            "server" => false,
            var other => throw new RuleParameterException("rules/data/images.yaml", $"`{other}` is no kind of tags"),
        };
        return new OpenMetadataImage(image.Text("name"), role, hasPackageTags, Release(image, "since"), Release(image, "until"), image.OptionalText("successor"));
    }

    private static ReleaseVersion? Release(RuleParameters image, string key) => image.OptionalText(key) is { } text ? ReleaseVersion.Parse(text) : null;
}
