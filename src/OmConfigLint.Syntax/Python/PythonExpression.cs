using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>An expression that omlint does not evaluate: operators, comprehensions, subscripts, lambdas.</summary>
public sealed class PythonExpression : PythonValue
{
    internal PythonExpression(TextSpan span, ImmutableArray<PythonValue> operands)
        : base(span) => Operands = operands;

    /// <summary>The values in it, in order.</summary>
    public ImmutableArray<PythonValue> Operands { get; }

    /// <inheritdoc/>
    public override IEnumerable<PythonValue> Children => Operands;
}
