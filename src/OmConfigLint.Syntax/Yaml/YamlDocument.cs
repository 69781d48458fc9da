using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>One document of a stream.</summary>
public sealed class YamlDocument
{
    internal YamlDocument(YamlNode root, TextSpan span, bool hasStartMarker)
    {
        Root = root;
        Span = span;
        HasStartMarker = hasStartMarker;
    }

    /// <summary>The root node; an empty plain scalar for an empty document.</summary>
    public YamlNode Root { get; }

    /// <summary>
    /// The text that belongs to the document: its directives and <c>---</c> marker, the comments before its content, its content, and the
    /// comments and blank lines up to the next document's first directive or marker (a <c>...</c> line included). The spans of a tree's
    /// documents follow one another without gap and cover the whole text.
    /// </summary>
    public TextSpan Span { get; }

    /// <summary>True where the document starts with <c>---</c>.</summary>
    public bool HasStartMarker { get; }
}
