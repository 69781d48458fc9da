using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata.Compose;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Rules.Databases;

/// <summary>Adds an option to the command of a database's service. The images of both engines hand options without a program to the server.</summary>
internal static class CommandOption
{
    /// <summary>Adds <paramref name="option"/> to <paramref name="service"/>.</summary>
    /// <returns>False where that cannot be done with certainty.</returns>
    public static bool TryAdd(ComposeService service, string option, YamlEditor editor, ConfigDocument document)
    {
        if (service.Find("entrypoint") is not null)
            return false;
        if (service.Find("command") is not { } command)
            return TryInsert(service, option, editor);
        if (command.Mapping != service.Mapping || command.Value.Anchor is not null)
            return false;

        switch (command.Value)
        {
            case YamlSequence { Items: [YamlScalar first, ..] } sequence when IsServer(first.Value):
                editor.Append(sequence, YamlNewValue.String(option));
                return true;
            case YamlScalar { IsEmpty: false } scalar when IsServer(scalar.Value):
                var text = document.YamlTree.TextOf(scalar);
                editor.ReplaceText(text, new TextSpan(scalar.Value.AsSpan().TrimEnd().Length, 0), " " + option);
                return true;
            default:
                return false;
        }
    }

    private static bool TryInsert(ComposeService service, string option, YamlEditor editor)
    {
        if (service.Mapping.Anchor is not null || service.Mapping.Find("image") is not { } image)
            return false;
        editor.InsertAfter(image, "command", YamlNewValue.String(option));
        return true;
    }

    private static bool IsServer(string command)
    {
        var first = command.AsSpan().TrimStart();
        var end = first.IndexOfAny(" \t\r\n");
        first = end < 0 ? first : first[..end];
        return first is ['-', ..] or "mysqld" or "postgres";
    }
}
