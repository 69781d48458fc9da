using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>A call: <c>KubernetesPodOperator(image="…")</c>, <c>config.update(…)</c>.</summary>
public sealed class PythonCall : PythonValue
{
    internal PythonCall(TextSpan span, PythonValue? receiver, string callee, TextSpan calleeSpan, ImmutableArray<PythonEntry> arguments)
        : base(span)
    {
        Receiver = receiver;
        Callee = callee;
        CalleeSpan = calleeSpan;
        Arguments = arguments;
        foreach (var argument in arguments)
            argument.Container = this;
    }

    /// <summary>What the method is called on where that is more than a name: <c>f()</c> in <c>f().g()</c>; else null.</summary>
    public PythonValue? Receiver { get; }

    /// <summary>The name with its dots (<c>config.update</c>); behind a <see cref="Receiver"/> the method's alone; empty where there is none, as in <c>f()()</c>.</summary>
    public string Callee { get; }

    /// <summary>The last part of <see cref="Callee"/>: what is called, however it was imported.</summary>
    public string CalleeName => Callee[(Callee.LastIndexOf('.') + 1)..];

    /// <summary>Where <see cref="Callee"/> stands.</summary>
    public TextSpan CalleeSpan { get; }

    /// <summary>The arguments in order.</summary>
    public ImmutableArray<PythonEntry> Arguments { get; }

    /// <inheritdoc/>
    public override IEnumerable<PythonValue> Children =>
        Arguments.Select(argument => argument.Value).Prepend(Receiver).OfType<PythonValue>();

    /// <summary>The argument with the keyword <paramref name="keyword"/>; null where there is none.</summary>
    public PythonEntry? this[string keyword] => Arguments.LastOrDefault(argument => argument.Name == keyword);
}
