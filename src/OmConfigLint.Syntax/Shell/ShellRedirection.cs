namespace OmConfigLint.Syntax.Shell;

/// <summary>A redirection other than a here-document.</summary>
/// <param name="Operator">The operator with the number before it: <c>&gt;</c>, <c>2&gt;&amp;</c>.</param>
/// <param name="Target">What stands behind it.</param>
public sealed record ShellRedirection(string Operator, ShellWord Target)
{
    /// <summary>True where standard output goes to a file.</summary>
    public bool WritesFile => Operator is ">" or ">>" or ">|" or "1>" or "1>>" or "&>" or "&>>";
}
