using System.Collections.Immutable;

namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary>
/// What <c>omlint completion</c> prints: a script that knows every option, format, release and rule of this omlint, so that no program runs while
/// someone types.
/// </summary>
internal static class CompletionScript
{
    /// <summary>The words for the shells.</summary>
    public static ImmutableArray<(string Word, Shell Value)> Shells { get; } =
        [("bash", Shell.Bash), ("zsh", Shell.Zsh), ("fish", Shell.Fish), ("powershell", Shell.PowerShell)];

    /// <summary>The script for <paramref name="shell"/>.</summary>
    public static string For(Shell shell)
    {
        var commands = CompletedCommand.All();
        return shell switch
        {
            Shell.Bash => BashScript.Of(commands),
            Shell.Zsh => ZshScript.Of(commands),
            Shell.Fish => FishScript.Of(commands),
            _ => PowerShellScript.Of(commands),
        };
    }
}
