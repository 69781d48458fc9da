namespace OmConfigLint.Syntax.Shell;

/// <summary>What a <see cref="ShellFrame"/> is, by what closes it.</summary>
internal enum ShellFrameKind
{
    /// <summary>The script; nothing closes it.</summary>
    Script,

    /// <summary><c>( … )</c></summary>
    Subshell,

    /// <summary><c>$( … )</c> or <c>&lt;( … )</c></summary>
    Substitution,

    /// <summary><c>{ … }</c></summary>
    Group,

    /// <summary><c>if … fi</c></summary>
    If,

    /// <summary><c>while … done</c></summary>
    Loop,

    /// <summary><c>case … esac</c></summary>
    Case,
}
