using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Cli.Output;

/// <summary>What reports for people say of a fix.</summary>
internal static class FixText
{
    /// <summary><c>fix (safe)</c>, <c>fix (unsafe)</c>, or <c>help</c> for advice.</summary>
    public static string KindOf(ConfigFix fix) => fix.Safety switch
    {
        FixSafety.Safe => "fix (safe)",
        FixSafety.Unsafe => "fix (unsafe)",
        _ => "help",
    };

    /// <summary>What it does, and why it is not safe.</summary>
    public static string Of(ConfigFix fix) => fix.Reason is null ? fix.Title : $"{fix.Title}, because {fix.Reason}";
}
