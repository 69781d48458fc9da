using System.Collections.Immutable;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>One document of a file, with the models that the rules speak of.</summary>
public sealed class ConfigDocument
{
    /// <summary>Creates a document; <paramref name="bind"/> makes its models: none where the document is nothing the rules know.</summary>
    public ConfigDocument(SourceFile file, SyntaxTree tree, int index, Func<ConfigDocument, ImmutableArray<object>> bind)
    {
        File = file;
        Tree = tree;
        Index = index;
        Models = bind(this);
    }

    /// <summary>The file that holds it; a document inside another is a file of its own.</summary>
    public SourceFile File { get; }

    /// <summary>The tree of the whole file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Its 0-based number in the file; 0 where the format has one document a file.</summary>
    public int Index { get; }

    /// <summary>Its part of the tree, where the file is YAML or JSON.</summary>
    public YamlDocument? Yaml => (Tree as YamlTree)?.Documents[Index];

    /// <summary>The tree, where the file is YAML or JSON.</summary>
    /// <exception cref="InvalidCastException">It is neither.</exception>
    public YamlTree YamlTree => (YamlTree)Tree;

    /// <summary>What it was bound to.</summary>
    public ImmutableArray<object> Models { get; }

    /// <summary>The first model of a type; null where there is none.</summary>
    public T? Find<T>()
        where T : class => Models.OfType<T>().FirstOrDefault();
}
