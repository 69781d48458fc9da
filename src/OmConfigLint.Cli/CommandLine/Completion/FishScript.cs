using System.Collections.Immutable;
using System.Text;

namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary>Completion for Fish.</summary>
internal static class FishScript
{
    /// <summary>Writes the script.</summary>
    public static string Of(ImmutableArray<CompletedCommand> commands)
    {
        var script = new StringBuilder();
        var others = commands.RemoveAt(0);
        Line("# fish completion of omlint. To load it:   omlint completion fish > ~/.config/fish/completions/omlint.fish");
        Line("");
        Line("# True where the command is the one that is asked for; a check has no name.");
        Line("function __omlint_command");
        Line("    set -l words (commandline -opc)");
        Line($"    if set -q words[2]; and contains -- $words[2] {string.Join(' ', others.Select(command => command.Name))}");
        Line("        test \"$words[2]\" = \"$argv[1]\"");
        Line("    else");
        Line("        test -z \"$argv[1]\"");
        Line("    end");
        Line("end");
        Line("");
        foreach (var command in others)
            Line($"complete -c omlint -n 'test (count (commandline -opc)) -eq 1' -a {command.Name} -d {Quote(command.Description)}");
        foreach (var command in commands)
        {
            Line("");
            var condition = $"complete -c omlint -n '__omlint_command \"{command.Name}\"'";
            if (command.Name.Length > 0)
                Line($"{condition} -f{(command.Words.IsEmpty ? "" : $" -a '{string.Join(' ', command.Words)}'")}");
            foreach (var option in command.Options)
                Line($"{condition}{NamesOf(option)}{ValueOf(option)} -d {Quote(option.Description)}");
        }

        return script.ToString();

        void Line(string text) => script.Append(text).Append('\n');
    }

    private static string NamesOf(CompletedOption option) => $"{(option.Short is null ? "" : $" -s {option.Short[1..]}")} -l {option.Long[2..]}";

    private static string ValueOf(CompletedOption option)
    {
        if (!option.NeedsValue)
            return "";
        if (option.TakesPath)
            return " -r -F";
        var words = option.Words.IsEmpty ? "" : $" -a '{string.Join(' ', option.Words)}'";
        // With -x there are no paths; behind `sarif=` there are.
        return (option.TakesWordAndFile ? " -r" : " -x") + words;
    }

    private static string Quote(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
