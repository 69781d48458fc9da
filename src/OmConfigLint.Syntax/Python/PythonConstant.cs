using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>A number, <c>True</c>, <c>False</c>, <c>None</c> or <c>...</c>.</summary>
public sealed class PythonConstant : PythonValue
{
    internal PythonConstant(TextSpan span, PythonConstantKind kind, string text)
        : base(span)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>What it is.</summary>
    public PythonConstantKind Kind { get; }

    /// <summary>As it is written; a sign belongs to its number.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override IEnumerable<PythonValue> Children => [];

    /// <inheritdoc/>
    public override string ToString() => Text;
}
