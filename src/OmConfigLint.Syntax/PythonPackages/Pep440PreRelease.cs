namespace OmConfigLint.Syntax.PythonPackages;

/// <summary>The kind of a pre-release, in the order of PEP 440.</summary>
public enum Pep440PreRelease
{
    /// <summary><c>a</c>, <c>alpha</c>.</summary>
    Alpha,

    /// <summary><c>b</c>, <c>beta</c>.</summary>
    Beta,

    /// <summary><c>rc</c>, <c>c</c>, <c>pre</c>, <c>preview</c>.</summary>
    Candidate,
}
