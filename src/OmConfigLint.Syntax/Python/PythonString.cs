using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>
/// A string expression: one literal, adjacent ones, literals joined with <c>+</c>, and <c>dedent</c>, <c>cleandoc</c> and <c>strip</c> of these.
/// </summary>
public sealed class PythonString : PythonValue
{
    private EmbeddedText? _text;

    internal PythonString(TextSpan span, ImmutableArray<PythonStringLiteral> literals, PythonStringContent content, ImmutableArray<PythonValue> arguments)
        : base(span)
    {
        Literals = literals;
        Content = content;
        Arguments = arguments;
    }

    /// <summary>The literals in order.</summary>
    public ImmutableArray<PythonStringLiteral> Literals { get; }

    /// <summary>
    /// The text: escapes, doubled braces, joining and cutting resolved, each part with its place. A character that is written by its Unicode
    /// name is U+FFFD.
    /// </summary>
    public EmbeddedText Text => _text ??= Content.ToEmbeddedText();

    /// <summary>The stretches of the text that are known only when the program runs, in order.</summary>
    public ImmutableArray<PythonHole> Holes => Content.Holes;

    /// <summary>True for bytes.</summary>
    public bool IsBytes => Literals.Any(literal => literal.Prefix.AsSpan().IndexOfAny('b', 'B') >= 0);

    /// <summary>
    /// What is done to the text beyond what is resolved here: <c>.format</c>, <c>.replace</c>, <c>%</c>, <c>[</c>; null where nothing is, so that
    /// the text is the value.
    /// </summary>
    public string? Operation { get; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<PythonValue> Children => Arguments;

    internal PythonStringContent Content { get; }

    /// <summary>The values of the holes and of the arguments, in order of the source.</summary>
    internal ImmutableArray<PythonValue> Arguments { get; }

    /// <inheritdoc/>
    public override string ToString() => Content.Text;
}
