using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>A file that a fix creates: one document of an existing file, edited. It takes over that file's encoding and mode.</summary>
/// <param name="Path">Where it goes, relative to the run's root, with forward slashes; nothing may exist there.</param>
/// <param name="Text">What it holds, without a byte order mark.</param>
/// <param name="Origin">The file whose document was copied.</param>
/// <param name="Document">The document that was copied.</param>
/// <param name="Declared">The operations on the copy, against which <paramref name="Text"/> is proved.</param>
public sealed record NewFile(string Path, string Text, SourceFile Origin, YamlDocument Document, YamlEditor Declared)
{
    /// <summary>The template that was copied, where the file is one.</summary>
    public TemplateTree? Template { get; init; }
}
