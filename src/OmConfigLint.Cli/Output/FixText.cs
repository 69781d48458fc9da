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

    /// <summary>What it does, and why it is not safe. A title in the present tense would be untrue of a fix that nobody applies.</summary>
    public static string Of(ConfigFix fix) => (fix.Reason, fix.Safety) switch
    {
        (null, _) => fix.Title,
        (_, FixSafety.Manual) => $"{fix.Title}; omlint leaves it to you, because {fix.Reason}",
        _ => $"{fix.Title}, because {fix.Reason}",
    };
}
