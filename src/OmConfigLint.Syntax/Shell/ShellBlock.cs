namespace OmConfigLint.Syntax.Shell;

/// <summary>A part of a script that holds commands. Each branch of an <c>if</c> is one of its own.</summary>
/// <param name="kind">What it is.</param>
/// <param name="parent">The block around it; null where it stands in the script itself.</param>
public sealed class ShellBlock(ShellBlockKind kind, ShellBlock? parent)
{
    /// <summary>What it is.</summary>
    public ShellBlockKind Kind => kind;

    /// <summary>The block around it; null where it stands in the script itself.</summary>
    public ShellBlock? Parent => parent;

    /// <summary>True where it may be passed over.</summary>
    public bool IsConditional => kind is ShellBlockKind.Branch or ShellBlockKind.Loop or ShellBlockKind.CaseArm or ShellBlockKind.Function;
}
