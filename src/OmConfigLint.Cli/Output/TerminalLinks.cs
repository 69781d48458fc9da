using System.Globalization;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// Tells by the environment whether a terminal knows links (OSC 8): no terminal can be asked. Others would show nothing, or rubbish. A terminal
/// within another (tmux, screen) hides which one it is.
/// </summary>
internal static class TerminalLinks
{
    /// <summary>
    /// True for terminals that are known to know links; <c>FORCE_HYPERLINK</c> decides for others (<c>0</c> means no), as programs that use the
    /// npm package supports-hyperlinks have it.
    /// </summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    public static bool AreKnown(Func<string, string?> environment)
    {
        if (environment("FORCE_HYPERLINK") is { Length: > 0 } force)
            return force is not "0";
        if (IsSet("CI") || IsSet("TMUX") || environment("TERM") is { } outer && (outer.StartsWith("screen", StringComparison.Ordinal) || outer.StartsWith("tmux", StringComparison.Ordinal)))
            return false;

        return IsSet("WT_SESSION")
            || IsSet("KONSOLE_VERSION")
            || IsSet("DOMTERM")
            || environment("TERM_PROGRAM") is "iTerm.app" or "WezTerm" or "vscode" or "ghostty" or "Tabby" or "Hyper" or "rio" or "zed"
            || environment("TERM") is "xterm-kitty" or "xterm-ghostty" or "alacritty" or "foot" or "foot-extra" or "wezterm" or "contour"
            // GNOME's library and its kin, from 0.50.1 on: 0.50.0 knows links and can crash on them.
            || (int.TryParse(environment("VTE_VERSION"), NumberStyles.None, CultureInfo.InvariantCulture, out var vte) && vte > 5000);

        bool IsSet(string name) => environment(name) is { Length: > 0 };
    }
}
