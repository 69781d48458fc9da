namespace OmConfigLint.Syntax.Shell;

/// <summary>A construct of a script that is not closed yet.</summary>
/// <param name="kind">What it is.</param>
internal sealed class ShellFrame(ShellFrameKind kind)
{
    public ShellFrameKind Kind => kind;

    /// <summary>What is read in it now.</summary>
    public ShellFramePart Part { get; set; }

    /// <summary>The words read of a header.</summary>
    public int HeaderWords { get; set; }

    /// <summary>The block around it.</summary>
    public ShellBlock? OuterBlock { get; init; }

    /// <summary>The block around its parts: that around it, or a function or branch that it is.</summary>
    public ShellBlock? BaseBlock { get; init; }

    /// <summary>The command that goes on behind it.</summary>
    public ShellCommandBuilder? OuterCommand { get; init; }

    /// <summary>The redirection whose target goes on behind it.</summary>
    public string? OuterRedirection { get; init; }

    /// <summary>The word that goes on behind it; only of a substitution.</summary>
    public ShellWordBuilder? OuterWord { get; init; }

    /// <summary>Where it starts.</summary>
    public int Start { get; init; }
}
