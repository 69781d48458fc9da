using System.Collections.Immutable;
using System.Text;

namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary>Completion for PowerShell.</summary>
internal static class PowerShellScript
{
    private const string Start = """
        # PowerShell completion of omlint. To load it, in $PROFILE:   omlint completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName omlint -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)

        """;

    private const string End = """
            $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
            $command = if ($before.Count -gt 1 -and $commands.ContainsKey($before[1])) { $before[1] } else { '' }
            $previous = $before[-1]
            $current = $wordToComplete
            $prefix = ''
            if ($current -match '^(--[a-z-]+)=(.*)$') {
                $previous = $Matches[1]
                $current = $Matches[2]
                $prefix = "$previous="
            }

            $found = if ($values.ContainsKey("${command}:$previous")) {
                $values["${command}:$previous"] | ForEach-Object { , @($_, $_) }
            } elseif ($current.StartsWith('-')) {
                $options[$command]
            } elseif ($words.ContainsKey($command)) {
                $words[$command] | ForEach-Object { , @($_, $_) }
            } elseif ($before.Count -eq 1 -and $current) {
                $commands.GetEnumerator() | Sort-Object Key | ForEach-Object { , @($_.Key, $_.Value) }
            }

            # Without an answer, PowerShell completes paths.
            $found | Where-Object { $_ -and $_[0].StartsWith($current) } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($prefix + $_[0], $_[0], 'ParameterValue', $_[1])
            }
        }

        """;

    /// <summary>Writes the script.</summary>
    public static string Of(ImmutableArray<CompletedCommand> commands)
    {
        var script = new StringBuilder(Start);
        Table("commands", commands.Where(command => command.Name.Length > 0), command => $"{Quote(command.Name)} = {Quote(command.Description)}");
        Table(
            "options",
            commands,
            command => $"{Quote(command.Name)} = {string.Join(", ", command.Options.SelectMany(option => option.Names.Select(name => $"@({Quote(name)}, {Quote(option.Description)})")))}");
        Table(
            "values",
            commands.SelectMany(command => command.Options.Where(option => !option.Words.IsEmpty).Select(option => (command.Name, Option: option))),
            value => $"{Quote($"{value.Name}:{value.Option.Long}")} = {List(value.Option.Words)}");
        Table("words", commands.Where(command => !command.Words.IsEmpty), command => $"{Quote(command.Name)} = {List(command.Words)}");
        return script.Append(End).ToString();

        void Table<T>(string name, IEnumerable<T> rows, Func<T, string> row)
        {
            script.Append("    $").Append(name).Append(" = @{\n");
            foreach (var item in rows)
                script.Append("        ").Append(row(item)).Append('\n');
            script.Append("    }\n");
        }
    }

    private static string List(ImmutableArray<string> words) => string.Join(", ", words.Select(Quote));

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
