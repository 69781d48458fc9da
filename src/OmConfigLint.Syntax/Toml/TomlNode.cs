using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Toml;

/// <summary>A value of a TOML document and its place in the document.</summary>
public sealed class TomlNode
{
    private readonly List<TomlNode> _children = [];

    internal TomlNode(TomlNodeKind kind, TomlNode? parent, string? key, SyntaxToken? keyToken, int start)
    {
        Kind = kind;
        Parent = parent;
        Key = key;
        KeyToken = keyToken;
        Span = new TextSpan(start, 0);
        Index = key is null && parent is not null ? parent._children.Count : null;
        parent?._children.Add(this);
    }

    /// <summary>What it is.</summary>
    public TomlNodeKind Kind { get; }

    /// <summary>The table or array around it; null for the document.</summary>
    public TomlNode? Parent { get; }

    /// <summary>Its key in the table around it; null in an array.</summary>
    public string? Key { get; }

    /// <summary>Where its key is written first; null in an array.</summary>
    public SyntaxToken? KeyToken { get; }

    /// <summary>Its 0-based place in the array around it; null in a table.</summary>
    public int? Index { get; }

    /// <summary>The token of a string or scalar; null for tables and arrays.</summary>
    public SyntaxToken? Token { get; internal set; }

    /// <summary>
    /// From its key, header or bracket to its end, in UTF-16 offsets. A table with a header ends with the last entry below that header; one that
    /// is only named on the way to another, as <c>tool</c> in <c>[tool.poetry]</c>, is empty.
    /// </summary>
    public TextSpan Span { get; private set; }

    /// <summary>The entries or items in order; none for strings and scalars.</summary>
    public IReadOnlyList<TomlNode> Children => _children;

    /// <summary>The content of a string, or a scalar as written; null for tables and arrays.</summary>
    public string? Value => Token?.Value;

    /// <summary>The way to it from the document, as in <c>project.dependencies[3]</c>; keys that are no bare keys stand in quotes.</summary>
    public string Path
    {
        get
        {
            var steps = new Stack<TomlNode>();
            for (var node = this; node.Parent is not null; node = node.Parent)
                steps.Push(node);
            var path = new StringBuilder();
            foreach (var step in steps)
            {
                if (step.Index is { } index)
                    path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                else
                    path.Append(path.Length == 0 ? "" : ".").Append(TomlReader.IsBareKey(step.Key!) ? step.Key : $"\"{step.Key}\"");
            }

            return path.ToString();
        }
    }

    /// <summary>The node at the end of <paramref name="keys"/>; null where there is none.</summary>
    public TomlNode? Find(params ReadOnlySpan<string> keys)
    {
        var node = this;
        foreach (var key in keys)
        {
            if (node._children.Find(child => child.Key == key) is not { } found)
                return null;
            node = found;
        }

        return node;
    }

    /// <summary>This node and all below it, in order.</summary>
    public IEnumerable<TomlNode> DescendantsAndSelf()
    {
        var open = new Stack<TomlNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node._children.Count - 1; i >= 0; i--)
                open.Push(node._children[i]);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Path;

    internal void EndAt(int end) => Span = TextSpan.FromBounds(Span.Start, Math.Max(Span.End, end));
}
