using System.Collections.Immutable;
using System.Text;

namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary>Completion for the Z shell, by its own <c>_arguments</c>.</summary>
internal static class ZshScript
{
    private const string Start = """
        #compdef omlint
        # zsh completion of omlint. To load it, behind `compinit`:   source <(omlint completion zsh)
        # or once, into a directory of $fpath:                       omlint completion zsh > DIRECTORY/_omlint

        # A format, or one and the file it goes to.
        _omlint_format() {
            if compset -P '*='; then
                _files
            else
                compadd -S '' -- "$@"
            fi
        }

        _omlint() {
            if (( CURRENT > 2 )); then
                case $words[2] in

        """;

    /// <summary>Writes the script.</summary>
    public static string Of(ImmutableArray<CompletedCommand> commands)
    {
        var script = new StringBuilder(Start);
        var check = commands[0];
        var others = commands.RemoveAt(0);
        foreach (var command in others)
        {
            Line($"            {command.Name})");
            Line("                shift words; (( CURRENT-- ))");
            WriteArguments("                ", command, command.Words.IsEmpty ? null : Quote($"1:{command.Name}:({string.Join(' ', command.Words)})"));
            Line("                return ;;");
        }

        Line("        esac");
        Line("    elif [[ $words[2] != -* ]]; then");
        Line("        local -a commands=(");
        foreach (var command in others)
            Line($"            {Quote($"{command.Name}:{command.Description}")}");
        Line("        )");
        Line("        _describe command commands");
        Line("    fi");
        WriteArguments("    ", check, "'*:path:_files'");
        Line("}");
        Line("");
        Line("if [[ $funcstack[1] == _omlint ]]; then");
        Line("    _omlint \"$@\"");
        Line("else");
        Line("    compdef _omlint omlint");
        Line("fi");
        return script.ToString();

        void WriteArguments(string indent, CompletedCommand command, string? words)
        {
            Line($"{indent}_arguments -s -S \\");
            string[] specifications = [.. command.Options.Select(Specification), .. words is null ? [] : (string[])[words]];
            for (var i = 0; i < specifications.Length; i++)
                Line($"{indent}    {specifications[i]}{(i < specifications.Length - 1 ? " \\" : "")}");
        }

        void Line(string text) => script.Append(text).Append('\n');
    }

    private static string Specification(CompletedOption option)
    {
        var description = option.Description.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
        var tail = $"[{description}]{ValueOf(option)}";
        var repeated = option.IsRepeatable ? "*" : "";
        var separator = option switch { { Value: null } => "", { IsValueOptional: true } => "=-", _ => "=" };
        return option.Short is null
            ? Quote($"{repeated}{option.Long}{separator}{tail}")
            : $"'({option.Short} {option.Long})'{{{option.Short}{(option.Value is null ? "" : "+")},{option.Long}{separator}}}{Quote(tail)}";
    }

    private static string ValueOf(CompletedOption option)
    {
        if (option.Value is null)
            return "";
        var name = option.Value.Split('[')[0].ToLowerInvariant();
        var words = string.Join(' ', option.Words);
        var action = option switch
        {
            { TakesWordAndFile: true } => $"_omlint_format {words}",
            { Words.IsEmpty: false } => $"({words})",
            { Value: "DIR" } => "_files -/",
            { TakesPath: true } => "_files",
            _ => " ",
        };
        return $"{(option.IsValueOptional ? "::" : ":")}{name}:{action}";
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
