namespace OmConfigLint.Syntax.PythonPackages;

/// <summary>The operators of PEP 440, the two that Poetry adds, and the one of Conda.</summary>
public enum PythonVersionOperator
{
    /// <summary><c>==</c>; in Poetry also a bare version.</summary>
    Equal,

    /// <summary><c>===</c>: the text as it stands.</summary>
    ArbitraryEqual,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>~=</c>: <c>~=1.5.4.0</c> admits <c>1.5.4.3</c>, not <c>1.5.5.0</c>.</summary>
    Compatible,

    /// <summary><c>&gt;=</c>.</summary>
    AtLeast,

    /// <summary><c>&lt;=</c>.</summary>
    AtMost,

    /// <summary><c>&gt;</c>.</summary>
    Above,

    /// <summary><c>&lt;</c>.</summary>
    Below,

    /// <summary>Poetry's <c>^</c>: up to the next change of the first number that is not 0.</summary>
    Caret,

    /// <summary>Poetry's <c>~</c>: up to the next minor version; <c>~1</c> up to the next major one.</summary>
    Tilde,

    /// <summary>Conda's <c>=</c>: <c>=1.5.4</c> admits <c>1.5.4</c> and <c>1.5.4.3</c>.</summary>
    Prefix,
}
