using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>A stretch of code with names of its own.</summary>
public sealed class PythonScope
{
    private readonly Dictionary<string, PythonAssignment?> _bindings = [];

    internal PythonScope(PythonScopeKind kind, string name, PythonScope? parent, int start, int column)
    {
        Kind = kind;
        Name = name;
        Parent = parent;
        Span = new TextSpan(start, 0);
        Column = column;
    }

    /// <summary>What it is.</summary>
    public PythonScopeKind Kind { get; }

    /// <summary>The name of the function or class; empty for the module.</summary>
    public string Name { get; }

    /// <summary>The scope around; null for the module.</summary>
    public PythonScope? Parent { get; }

    /// <summary>From <c>def</c> or <c>class</c> to the end of its last statement.</summary>
    public TextSpan Span { get; private set; }

    internal int Column { get; }

    internal void EndAt(int position) => Span = TextSpan.FromBounds(Span.Start, Math.Max(Span.End, position));

    /// <summary>Notes that <paramref name="name"/> gets a value here, by <paramref name="assignment"/> or in another way.</summary>
    internal void Bind(string name, PythonAssignment? assignment = null)
    {
        if (!_bindings.TryAdd(name, assignment))
            _bindings[name] = null;
    }

    /// <summary>True where <paramref name="name"/> gets a value here; <paramref name="assignment"/> is the only one that does it.</summary>
    internal bool TryFind(string name, out PythonAssignment? assignment) => _bindings.TryGetValue(name, out assignment);
}
