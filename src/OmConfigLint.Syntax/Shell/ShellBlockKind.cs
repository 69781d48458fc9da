namespace OmConfigLint.Syntax.Shell;

/// <summary>In what a command of a script stands.</summary>
public enum ShellBlockKind
{
    /// <summary><c>{ …; }</c></summary>
    Group,

    /// <summary><c>( … )</c></summary>
    Subshell,

    /// <summary><c>$( … )</c> or <c>&lt;( … )</c></summary>
    Substitution,

    /// <summary>What <c>if</c>, <c>while</c> or <c>until</c> test: it runs at least once.</summary>
    Condition,

    /// <summary>What runs in one case only: behind <c>then</c>, <c>elif</c> or <c>else</c>, or a group behind <c>&amp;&amp;</c> or <c>||</c>.</summary>
    Branch,

    /// <summary>What <c>for</c>, <c>while</c> or <c>until</c> repeat.</summary>
    Loop,

    /// <summary>What follows a pattern of <c>case</c>.</summary>
    CaseArm,

    /// <summary>The body of a function.</summary>
    Function,
}
