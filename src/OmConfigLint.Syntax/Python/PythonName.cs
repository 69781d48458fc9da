using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>A name, or several with dots between them: <c>flag</c>, <c>settings.flag</c>.</summary>
public sealed class PythonName : PythonValue
{
    internal PythonName(TextSpan span, string text)
        : base(span) => Text = text;

    /// <summary>The name, without blanks around its dots.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override IEnumerable<PythonValue> Children => [];

    /// <inheritdoc/>
    public override string ToString() => Text;
}
