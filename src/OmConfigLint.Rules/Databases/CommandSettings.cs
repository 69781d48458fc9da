using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Make;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// Finds settings in what shells and containers run: <c>mysqld --sort_buffer_size=10M</c>, <c>mysql -e "SET GLOBAL …"</c>, the commands of clouds
/// that change parameters.
/// </summary>
internal static class CommandSettings
{
    private static readonly string[] ValueOptions = ["--value", "-v"];
    private static readonly string[] NameOptions = ["--name", "-n"];

    // A script of these is about OpenMetadata's database throughout.
    private static readonly string[] OwnWords = ["openmetadata_db", "openmetadata_user", "openmetadata-ops", "bootstrap_storage", "openmetadata/db", "openmetadata/postgresql"];

    /// <summary>The settings in a script: OpenMetadata's where the command or a comment on the line above names it, or all of the script is about its database.</summary>
    /// <param name="tree">The script.</param>
    public static IEnumerable<DatabaseSetting> Find(ShellTree tree)
    {
        var isOwn = OwnWords.Any(word => tree.Text.Contains(word, StringComparison.Ordinal));
        var naming = tree.Comments
            .Where(comment => OpenMetadataName.IsIn(tree.Text.AsSpan(comment.Span.Start, comment.Span.Length)))
            .Select(comment => tree.Lines.LineOf(comment.Span.Start))
            .ToHashSet();
        foreach (var command in tree.Commands)
        {
            if (!command.Words.Select(word => word.Value).Concat(command.HereDocuments.Select(document => document.Body.Value)).Any(DatabaseParameter.AnyIsIn))
                continue;
            var isNamed = isOwn || OpenMetadataName.IsIn(tree.Text.AsSpan(command.Span.Start, command.Span.Length))
                || naming.Contains(tree.Lines.LineOf(command.Span.Start) - 1);
            for (var i = 0; i < command.Words.Length; i++)
            {
                var word = command.Words[i];
                if (!DatabaseParameter.AnyIsIn(word.Value))
                    continue;
                foreach (var setting in DatabaseSettings.In(word.Text, command.Words[0].Value, isNamed))
                    yield return setting;
                if (Separate(command, i, isNamed) is { } separate)
                    yield return separate;
            }

            foreach (var document in command.HereDocuments)
            {
                foreach (var setting in DatabaseSettings.In(document.Body.Text, "<<" + document.Delimiter.Value, isNamed))
                    yield return setting;
            }
        }
    }

    /// <summary>The settings in the recipes of a makefile.</summary>
    /// <param name="tree">The makefile.</param>
    public static IEnumerable<DatabaseSetting> Find(MakefileTree tree)
    {
        var isOwn = OwnWords.Any(word => tree.Text.Contains(word, StringComparison.Ordinal));
        foreach (var rule in tree.Rules)
        {
            foreach (var line in rule.Recipe)
            {
                foreach (var setting in DatabaseSettings.In(line.Text, "recipe", isOwn || OpenMetadataName.IsIn(line.Value)))
                    yield return setting;
            }
        }
    }

    /// <summary>The settings in a Dockerfile.</summary>
    /// <param name="tree">The Dockerfile.</param>
    /// <param name="isNamed">True where the file itself names OpenMetadata.</param>
    public static IEnumerable<DatabaseSetting> Find(DockerfileTree tree, bool isNamed)
    {
        foreach (var instruction in tree.Instructions)
        {
            if (instruction.Keyword is not ("RUN" or "CMD" or "ENTRYPOINT"))
                continue;
            var texts = instruction.Command is { } command ? [command.Text] : instruction.Words.Select(word => word.Text);
            foreach (var text in texts)
            {
                foreach (var setting in DatabaseSettings.In(text, instruction.Keyword, isNamed))
                    yield return setting;
            }
        }
    }

    /// <summary><c>az mysql flexible-server parameter set --name sort_buffer_size --value 10485760</c>.</summary>
    private static DatabaseSetting? Separate(ShellCommand command, int index, bool isNamed)
    {
        var words = command.Words;
        if (index == 0 || !NameOptions.Contains(words[index - 1].Value) || DatabaseParameter.Find(words[index].Value) is not { } parameter)
            return null;
        for (var i = 1; i + 1 < words.Length; i++)
        {
            if (ValueOptions.Contains(words[i].Value))
                return Create(parameter, words[index], words[i + 1].Text, words[i + 1].Span, words[0].Value, isNamed);
        }

        return null;
    }

    private static DatabaseSetting Create(DatabaseParameter parameter, ShellWord name, MappedText value, TextSpan place, string path, bool isNamed) => new(
        parameter,
        SettingScope.Server,
        value,
        new TextSpan(0, value.Value.Length),
        place.Start > name.Span.Start ? TextSpan.FromBounds(name.Span.Start, place.End) : place,
        MemorySize.TryRead(value.Value, parameter.Engine),
        path,
        isNamed);
}
