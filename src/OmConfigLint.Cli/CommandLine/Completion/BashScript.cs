using System.Collections.Immutable;
using System.Text;

namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary>Completion for Bash 3.2 and later, without the package bash-completion.</summary>
internal static class BashScript
{
    private const string Start = """
        # bash completion of omlint. To load it:   source <(omlint completion bash)
        _omlint() {
            local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= words= word
            # Bash takes `=` for a word of its own.
            if [ "$current" = = ]; then
                current=
            elif [ "$previous" = = ]; then
                previous=${COMP_WORDS[COMP_CWORD - 2]}
            fi

        """;

    private const string End = """
            # Without an answer, Bash completes paths.
            COMPREPLY=()
            while IFS= read -r word; do
                COMPREPLY+=("$word")
            done < <(compgen -W "$words" -- "$current")
        }
        complete -o default -F _omlint omlint

        """;

    /// <summary>Writes the script.</summary>
    public static string Of(ImmutableArray<CompletedCommand> commands)
    {
        var script = new StringBuilder(Start);
        string[] names = [.. commands.Select(command => command.Name).Where(name => name.Length > 0)];
        Line("    if [ \"$COMP_CWORD\" -gt 1 ]; then");
        Line("        case ${COMP_WORDS[1]} in");
        Line($"            {string.Join(" | ", names)}) command=${{COMP_WORDS[1]}} ;;");
        Line("        esac");
        Line("    fi");
        Line("    case $command:$previous in");
        foreach (var command in commands)
        {
            foreach (var values in command.Options.Where(option => option.NeedsValue).GroupBy(option => string.Join(' ', option.Words)))
                Line($"        {string.Join(" | ", values.SelectMany(option => option.Names).Select(name => $"{command.Name}:{name}"))}) words='{values.Key}' ;;");
        }

        Line("        *)");
        Line("            case $command:$current in");
        foreach (var command in commands)
        {
            Line($"                {command.Name}:-*) words='{string.Join(' ', command.Options.SelectMany(option => option.Names))}' ;;");
            if (command.Words.Length > 0)
                Line($"                {command.Name}:*) words='{string.Join(' ', command.Words)}' ;;");
        }

        // A command stands first; so may a path.
        Line($"                :?*) [ \"$COMP_CWORD\" -gt 1 ] || words='{string.Join(' ', names)}' ;;");
        Line("            esac ;;");
        Line("    esac");
        return script.Append(End).ToString();

        void Line(string text) => script.Append(text).Append('\n');
    }
}
