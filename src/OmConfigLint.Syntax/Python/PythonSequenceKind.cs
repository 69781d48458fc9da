namespace OmConfigLint.Syntax.Python;

/// <summary>What a <see cref="PythonSequence"/> is.</summary>
public enum PythonSequenceKind
{
    /// <summary><c>[a, b]</c>.</summary>
    List,

    /// <summary><c>(a, b)</c>, or without parentheses.</summary>
    Tuple,

    /// <summary><c>{a, b}</c>.</summary>
    Set,
}
