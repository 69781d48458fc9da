namespace OmConfigLint.Syntax.Python;

/// <summary>What a <see cref="PythonScope"/> is.</summary>
public enum PythonScopeKind
{
    /// <summary>The whole text.</summary>
    Module,

    /// <summary>A <c>def</c>.</summary>
    Function,

    /// <summary>A <c>class</c>: its names are not seen from functions inside it.</summary>
    Class,
}
