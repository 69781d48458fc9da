using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Hcl;

/// <summary>A block or value of a Terraform file, and its place in the file.</summary>
public sealed class HclNode
{
    private readonly List<HclNode> _children = [];

    internal HclNode(HclNodeKind kind, TextSpan span, SyntaxToken? token = null)
    {
        Kind = kind;
        Span = span;
        Token = token;
    }

    /// <summary>What it is.</summary>
    public HclNodeKind Kind { get; }

    /// <summary>The block, list, object or expression around it; null for the file.</summary>
    public HclNode? Parent { get; private set; }

    /// <summary>A block's type, or the name of the attribute or the key of the entry whose value it is; null for items, and for keys that are computed.</summary>
    public string? Key => KeyToken?.Value;

    /// <summary>The token of <see cref="Key"/>.</summary>
    public SyntaxToken? KeyToken { get; private set; }

    /// <summary>A block's labels.</summary>
    public ImmutableArray<SyntaxToken> Labels { get; internal init; } = [];

    /// <summary>Its 0-based place in a list; null elsewhere.</summary>
    public int? Index { get; private set; }

    /// <summary>The token of a string, here-document, number or word; of a function's call that of its name; else null.</summary>
    public SyntaxToken? Token { get; }

    /// <summary>
    /// The stretches <c>${…}</c> and <c>%{…}</c> of a string or here-document, in offsets of its value, where they stand as written. What touches
    /// one of them is not to be edited.
    /// </summary>
    public ImmutableArray<TextSpan> Interpolations { get; internal init; } = [];

    /// <summary>From its key, or else its own start, to its end, in UTF-16 offsets.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>The attributes and blocks, entries or items in order.</summary>
    public IReadOnlyList<HclNode> Children => _children;

    /// <summary>The content of a string or here-document, a number or word as written; null for all else.</summary>
    public string? Value => Kind is HclNodeKind.String or HclNodeKind.HereDocument or HclNodeKind.Number or HclNodeKind.Word ? Token!.Value : null;

    /// <summary>The way to it from the file, as in <c>resource "aws_db_parameter_group" "x" &gt; parameter &gt; value</c>.</summary>
    public string Path
    {
        get
        {
            var steps = new Stack<HclNode>();
            for (var node = this; node.Parent is not null; node = node.Parent)
                steps.Push(node);
            var path = new StringBuilder();
            foreach (var step in steps)
            {
                if (step.Index is { } index)
                    path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                else if (step.KeyToken is { } key)
                    path.Append(path.Length == 0 ? "" : " > ").Append(key.Value);
                foreach (var label in step.Labels)
                    path.Append(" \"").Append(label.Value).Append('"');
            }

            return path.ToString();
        }
    }

    /// <summary>The first child with <paramref name="key"/>; null where there is none.</summary>
    public HclNode? Find(string key) => _children.Find(child => child.Key == key);

    /// <summary>True for a block of <paramref name="type"/> whose first label is <paramref name="label"/>, or any where that is null.</summary>
    public bool IsBlock(string type, string? label = null) =>
        Kind == HclNodeKind.Block && Key == type && (label is null || (Labels.Length > 0 && Labels[0].Value == label));

    /// <summary>This node and all below it, in order.</summary>
    public IEnumerable<HclNode> DescendantsAndSelf()
    {
        var open = new Stack<HclNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node._children.Count - 1; i >= 0; i--)
                open.Push(node._children[i]);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Path;

    internal void AddTo(HclNode parent, SyntaxToken? key)
    {
        Parent = parent;
        KeyToken = key;
        Index = parent.Kind == HclNodeKind.List ? parent._children.Count : null;
        if (key is not null)
            Span = TextSpan.FromBounds(key.Span.Start, Span.End);
        parent._children.Add(this);
    }

    internal void EndAt(int end) => Span = TextSpan.FromBounds(Span.Start, end);
}
