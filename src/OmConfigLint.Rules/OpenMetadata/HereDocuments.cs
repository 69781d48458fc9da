using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the workflows and other files that scripts and Dockerfiles write out of here-documents.</summary>
internal static class HereDocuments
{
    /// <summary>The documents that are read: those that hold something of OpenMetadata's.</summary>
    public static IEnumerable<EmbeddedDocument> In(ConfigDocument document) => document.Tree switch
    {
        ShellTree script => script.Commands.SelectMany(command => command.HereDocuments).Select(Read).OfType<EmbeddedDocument>(),
        DockerfileTree dockerfile => dockerfile.Instructions.SelectMany(instruction => instruction.HereDocuments).Select(Read).OfType<EmbeddedDocument>(),
        _ => [],
    };

    private static EmbeddedDocument? Read(HereDocument document)
    {
        var text = document.Body.Value;
        var isWorkflow = WorkflowText.MayBe(text);
        if (!isWorkflow && !text.Contains(OpenMetadataImages.Organization, StringComparison.Ordinal))
            return null;
        if (FormatOf(document, text, isWorkflow) is not { } format)
            return null;
        return new EmbeddedDocument(new EmbeddedText(document.Body.Text), format)
        {
            Marks = document.IsExpanded ? TemplateMarks.Shell : TemplateMarks.None,
            IsCertain = isWorkflow && document.Target is not null,
        };
    }

    /// <summary>By the name of the file that is written; a workflow that goes elsewhere is YAML or JSON all the same, but it can be a script's text.</summary>
    private static FileFormat? FormatOf(HereDocument document, string text, bool isWorkflow)
    {
        var isJson = text.AsSpan().TrimStart() is ['{', ..];
        if (document.Target is { } target && FileFormats.Of(target.Value) is { } named)
            return named is FileFormat.Yaml or FileFormat.Json or FileFormat.Dockerfile or FileFormat.Dotenv ? named : null;
        return !isWorkflow ? null : isJson ? FileFormat.Json : FileFormat.Yaml;
    }
}
