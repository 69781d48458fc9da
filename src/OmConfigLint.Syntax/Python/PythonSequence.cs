using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>A list, tuple or set that is written out.</summary>
public sealed class PythonSequence : PythonValue
{
    internal PythonSequence(TextSpan span, PythonSequenceKind kind, ImmutableArray<PythonEntry> items)
        : base(span)
    {
        Kind = kind;
        Items = items;
        foreach (var item in items)
            item.Container = this;
    }

    /// <summary>What it is.</summary>
    public PythonSequenceKind Kind { get; }

    /// <summary>The items in order.</summary>
    public ImmutableArray<PythonEntry> Items { get; }

    /// <inheritdoc/>
    public override IEnumerable<PythonValue> Children => Items.Select(item => item.Value);
}
