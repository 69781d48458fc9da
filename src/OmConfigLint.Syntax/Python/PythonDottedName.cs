using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>A name, or several with dots between them, in an import.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The name, without blanks around its dots.</param>
public sealed record PythonDottedName(TextSpan Span, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
