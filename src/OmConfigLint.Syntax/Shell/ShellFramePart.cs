namespace OmConfigLint.Syntax.Shell;

/// <summary>What is read in a <see cref="ShellFrame"/>.</summary>
internal enum ShellFramePart
{
    /// <summary>Commands.</summary>
    Commands,

    /// <summary>The words of <c>for x in a b</c> or <c>case x in</c>.</summary>
    Header,

    /// <summary>A pattern of <c>case</c>.</summary>
    Pattern,
}
