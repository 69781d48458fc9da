using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>An assignment to one target: <c>CONFIG = {…}</c>, <c>self.x: int = 1</c>, <c>config["a"] += b</c>.</summary>
public sealed class PythonAssignment
{
    internal PythonAssignment(PythonScope scope, TextSpan span, string target, TextSpan targetSpan, string? name, string @operator, PythonValue value)
    {
        Scope = scope;
        Span = span;
        Target = target;
        TargetSpan = targetSpan;
        Name = name;
        Operator = @operator;
        Value = value;
    }

    /// <summary>Where the assignment is made.</summary>
    public PythonScope Scope { get; }

    /// <summary>The whole statement.</summary>
    public TextSpan Span { get; }

    /// <summary>The target as it is written, without annotation.</summary>
    public string Target { get; }

    /// <summary>Where the target stands.</summary>
    public TextSpan TargetSpan { get; }

    /// <summary>The target where it is one name without dots; else null.</summary>
    public string? Name { get; }

    /// <summary><c>=</c>, or <c>+=</c> and its like.</summary>
    public string Operator { get; }

    /// <summary>What is assigned.</summary>
    public PythonValue Value { get; }
}
