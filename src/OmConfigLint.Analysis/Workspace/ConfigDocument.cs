using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>One document of a file, with the model that the rules speak of.</summary>
public sealed class ConfigDocument
{
    /// <summary>Creates a document; <paramref name="bind"/> makes its model, or null where the document is nothing the rules know.</summary>
    public ConfigDocument(SourceFile file, YamlTree tree, int index, Func<ConfigDocument, object?> bind)
    {
        File = file;
        Tree = tree;
        Index = index;
        Model = bind(this);
    }

    /// <summary>The file that holds it.</summary>
    public SourceFile File { get; }

    /// <summary>The tree of the whole file.</summary>
    public YamlTree Tree { get; }

    /// <summary>Its 0-based number in the file.</summary>
    public int Index { get; }

    /// <summary>Its part of the tree.</summary>
    public YamlDocument Syntax => Tree.Documents[Index];

    /// <summary>What it was bound to.</summary>
    public object? Model { get; }
}
