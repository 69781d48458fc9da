namespace OmConfigLint.Syntax.Python;

/// <summary>What a <see cref="PythonConstant"/> is.</summary>
public enum PythonConstantKind
{
    /// <summary>An integer, a float or an imaginary number.</summary>
    Number,

    /// <summary><c>True</c>.</summary>
    True,

    /// <summary><c>False</c>.</summary>
    False,

    /// <summary><c>None</c>.</summary>
    None,

    /// <summary><c>...</c>.</summary>
    Ellipsis,
}
