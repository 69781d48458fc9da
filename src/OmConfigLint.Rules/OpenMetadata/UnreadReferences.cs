using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Templates;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the images and packages of OpenMetadata in a template of which it is not known which release they are.</summary>
internal static class UnreadReferences
{
    /// <summary>Adds them to the models of <paramref name="document"/>.</summary>
    public static void AddTo(ImmutableArray<object>.Builder models, ConfigDocument document)
    {
        foreach (var image in DocumentValues.Containing(document, OpenMetadataImages.Organization))
        {
            if (StandIns.AreIn(image.Text.Value))
                Add(image, "the image is not known before the template is rendered");
        }

        foreach (var package in DocumentValues.Containing(document, "openmetadata-ingestion"))
        {
            if (StandIns.AreIn(package.Text.Value))
                Add(package, "the package's release is not known before the template is rendered");
        }

        void Add(ConfigValue value, string reason) => models.Add(new UnreadPart(value.Text.ToSource(new(0, value.Text.Value.Length)), reason));
    }
}
