using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>An expression of Python, as far as omlint understands it.</summary>
public abstract class PythonValue
{
    private protected PythonValue(TextSpan span) => Span = span;

    /// <summary>The whole expression without brackets around it, in UTF-16 offsets.</summary>
    public TextSpan Span { get; }

    /// <summary>The entry, item or argument whose value or key it is; null where it stands elsewhere.</summary>
    public PythonEntry? Entry { get; internal set; }

    /// <summary>The expressions directly inside it, in order of the source.</summary>
    public abstract IEnumerable<PythonValue> Children { get; }
}
