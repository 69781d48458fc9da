using System.Diagnostics.CodeAnalysis;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Tells a file's format by its name, and reads text of a format.</summary>
public static class FileFormats
{
    /// <summary>What files omlint reads, for users.</summary>
    public const string Description = "YAML and JSON";

    private const int MaxExtensionLength = 16;

    /// <summary>The format of a file called <paramref name="fileName"/> (a path or its last part); null for a file that omlint does not read.</summary>
    public static FileFormat? Of(ReadOnlySpan<char> fileName)
    {
        var name = fileName[(fileName.LastIndexOf('/') + 1)..];
        Span<char> lower = stackalloc char[MaxExtensionLength];
        return ExtensionOf(name, lower) switch
        {
            ".yaml" or ".yml" => FileFormat.Yaml,
            ".json" => FileFormat.Json,
            _ => null,
        };
    }

    /// <summary>What a format is called, for users.</summary>
    public static string NameOf(FileFormat format) => format switch
    {
        FileFormat.Yaml => "YAML",
        FileFormat.Json => "JSON",
        FileFormat.Dockerfile => "a Dockerfile",
        FileFormat.Dotenv => "a file of environment variables",
        FileFormat.Requirements => "a file of requirements",
        FileFormat.Toml => "TOML",
        FileFormat.Ini => "an INI file",
        FileFormat.MySqlOptions => "a MySQL option file",
        FileFormat.PostgreSqlConf => "`postgresql.conf`",
        FileFormat.Shell => "a shell script",
        FileFormat.Make => "a makefile",
        FileFormat.Python => "Python",
        FileFormat.Notebook => "a Jupyter notebook",
        FileFormat.Hcl => "Terraform",
        FileFormat.Sql => "SQL",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "the format has no name"),
    };

    /// <summary>True for a file that omlint reads.</summary>
    public static bool IsKnown(ReadOnlySpan<char> fileName) => Of(fileName) is not null;

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <returns>False, with the first error, where it is not of the format.</returns>
    public static bool TryParse(
        string text, FileFormat format, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        switch (format)
        {
            case FileFormat.Json:
                return Done(YamlTree.TryParseJson(text, SyntaxLimits.Default, out var json, out error), json, out tree);
            case FileFormat.Yaml:
                return Done(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var yaml, out error), yaml, out tree);
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "the format has no reader");
        }

        static bool Done(bool isRead, SyntaxTree? read, out SyntaxTree? tree)
        {
            tree = read;
            return isRead;
        }
    }

    /// <summary>Reads <paramref name="file"/> by its name; a file of no known format as YAML, as OpenMetadata's own loader does.</summary>
    public static bool TryParse(SourceFile file, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? error) =>
        TryParse(file.Text, Of(file.Path) ?? FileFormat.Yaml, out tree, out error);

    /// <summary>The extension in lower case; empty where there is none that any format has.</summary>
    private static ReadOnlySpan<char> ExtensionOf(ReadOnlySpan<char> name, Span<char> lower)
    {
        var dot = name.LastIndexOf('.');
        var length = dot < 0 ? 0 : name[dot..].ToLowerInvariant(lower);
        return lower[..Math.Max(0, length)];
    }
}
