using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>Finds among the words of a command the one that is a script: <c>bash -c "…"</c>, also behind <c>docker exec</c>, and <c>ssh host "…"</c>.</summary>
internal static class ShellScripts
{
    private static readonly string[] Shells = ["sh", "bash", "dash", "ash", "zsh", "ksh", "su", "runuser"];

    /// <summary>The index of the script among <paramref name="count"/> words; -1 where none is one.</summary>
    public static int IndexIn(int count, Func<int, string> word)
    {
        var isShell = count > 0 && IsCommandOption(word(0));
        for (var i = 0; i < count; i++)
        {
            var text = word(i);
            if (isShell && IsCommandOption(text))
                return i + 1 < count ? i + 1 : -1;
            isShell |= Shells.Contains(text[(text.LastIndexOf('/') + 1)..]);
        }

        return count > 2 && word(0) is "ssh" or "gcloud" && word(count - 1).Contains(' ', StringComparison.Ordinal) ? count - 1
            : count == 2 && word(0) == "eval" ? 1
            : -1;
    }

    /// <summary>The script in <paramref name="command"/>; null where it has none, or one that is put together when it runs.</summary>
    public static MappedText? Of(ShellCommand command)
    {
        var index = IndexIn(command.Words.Length, i => command.Words[i].Value);
        if (index < 0)
            return null;
        var text = command.Words[index].Text;
        // What a `$( … )` holds is read with the script around it.
        return text.Value.Contains("$(", StringComparison.Ordinal) || text.Value.Contains('`', StringComparison.Ordinal) ? null : text;
    }

    /// <summary>True where <paramref name="command"/> reads a script from its standard input: <c>bash &lt;&lt;EOF</c>, <c>ssh host &lt;&lt;EOF</c>.</summary>
    public static bool ReadsInput(ShellCommand command) =>
        command.Words is [var program, ..] && (program.Value == "ssh" || Shells.Contains(program.Value[(program.Value.LastIndexOf('/') + 1)..]));

    /// <summary><c>-c</c>, also with other letters before it: <c>-ec</c>, <c>-lc</c>.</summary>
    private static bool IsCommandOption(string word) =>
        word is ['-', .. var letters] && letters is [.., 'c'] && letters.Length < 8 && letters.All(char.IsAsciiLetterLower);
}
