using System.Diagnostics.CodeAnalysis;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Dotenv;
using OmConfigLint.Syntax.Hcl;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.Make;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Requirements;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Sql;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Toml;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Tells a file's format by its name, and reads text of a format.</summary>
public static class FileFormats
{
    /// <summary>What files omlint reads, for users.</summary>
    public const string Description =
        "YAML, JSON, Dockerfiles, `.env` files, Python, Jupyter notebooks, shell scripts, makefiles, Terraform, requirements and constraints files, "
        + "`pyproject.toml`, `Pipfile`, `setup.cfg`, `tox.ini`, `airflow.cfg`, SQL, and option files of MySQL and PostgreSQL";

    /// <summary>The same names as <see cref="Of"/> knows, as a regular expression on paths for tools that choose files: what hooks of pre-commit ask for.</summary>
    public const string NamePattern =
        @"(\.(ya?ml|json|env|dockerfile|containerfile|py|ipynb|sh|bash|zsh|ksh|mk|tf|tfvars|sql|cnf)" +
        @"|(^|/)(Dockerfile|Containerfile|\.env)([._-][^/]*)?" +
        @"|(^|/)([^/]*requirements[^/]*|constraints[^/]*)\.(txt|in)" +
        @"|(^|/)(pyproject\.toml|pixi\.toml|Pipfile|(GNU)?Makefile|setup\.cfg|airflow\.cfg|tox\.ini|my\.ini|postgresql[^/]*\.conf))" +
        @"(\.(j2|jinja2?|tmpl|tpl|tftpl|template))?$";

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
            ".txt" or ".in" when IsRequirements(name) => FileFormat.Requirements,
            ".toml" when name is "pyproject.toml" or "pixi.toml" => FileFormat.Toml,
            ".cfg" when name is "setup.cfg" or "airflow.cfg" => FileFormat.Ini,
            ".ini" when name is "tox.ini" => FileFormat.Ini,
            ".ini" when name is "my.ini" => FileFormat.MySqlOptions,
            ".cnf" => FileFormat.MySqlOptions,
            ".conf" when name.StartsWith("postgresql", StringComparison.Ordinal) => FileFormat.PostgreSqlConf,
            "" when name is "Pipfile" => FileFormat.Toml,
            "" when name is "Makefile" or "makefile" or "GNUmakefile" => FileFormat.Make,
            ".mk" => FileFormat.Make,
            ".sh" or ".bash" or ".zsh" or ".ksh" => FileFormat.Shell,
            ".py" => FileFormat.Python,
            ".ipynb" => FileFormat.Notebook,
            ".sql" => FileFormat.Sql,
            ".dockerfile" or ".containerfile" => FileFormat.Dockerfile,
            ".env" => FileFormat.Dotenv,
            ".tf" or ".tfvars" => FileFormat.Hcl,
            _ when TemplateEndingOf(name) is { IsEmpty: false } ending => Of(name[..^ending.Length]),
            _ => OfFirstWord(name),
        };
    }

    /// <summary>The ending that says that a file is a template of what the name before it says: <c>.j2</c> of <c>profiler.yaml.j2</c>; empty where there is none.</summary>
    public static ReadOnlySpan<char> TemplateEndingOf(ReadOnlySpan<char> fileName)
    {
        var name = fileName[(fileName.LastIndexOf('/') + 1)..];
        Span<char> lower = stackalloc char[MaxExtensionLength];
        return ExtensionOf(name, lower) is ".j2" or ".jinja" or ".jinja2" or ".tmpl" or ".tpl" or ".tftpl" or ".template" ? name[name.LastIndexOf('.')..] : [];
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
            case FileFormat.Json or FileFormat.Notebook:
                return Done(YamlTree.TryParseJson(text, SyntaxLimits.Default, out var json, out error), json, out tree);
            case FileFormat.Yaml:
                return Done(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var yaml, out error), yaml, out tree);
            case FileFormat.Requirements:
                return Done(RequirementsTree.TryParse(text, SyntaxLimits.Default, out var requirements, out error), requirements, out tree);
            case FileFormat.Toml:
                return Done(TomlTree.TryParse(text, SyntaxLimits.Default, out var toml, out error), toml, out tree);
            case FileFormat.Ini or FileFormat.MySqlOptions or FileFormat.PostgreSqlConf:
                return Done(IniTree.TryParse(text, DialectOf(format), SyntaxLimits.Default, out var ini, out error), ini, out tree);
            case FileFormat.Dockerfile:
                return Done(DockerfileTree.TryParse(text, SyntaxLimits.Default, out var dockerfile, out error), dockerfile, out tree);
            case FileFormat.Dotenv:
                return Done(DotenvTree.TryParse(text, SyntaxLimits.Default, out var dotenv, out error), dotenv, out tree);
            case FileFormat.Hcl:
                return Done(HclTree.TryParse(text, SyntaxLimits.Default, out var hcl, out error), hcl, out tree);
            case FileFormat.Shell:
                return Done(ShellTree.TryParse(text, SyntaxLimits.Default, out var shell, out error), shell, out tree);
            case FileFormat.Make:
                return Done(MakefileTree.TryParse(text, SyntaxLimits.Default, out var makefile, out error), makefile, out tree);
            case FileFormat.Python:
                return Done(PythonTree.TryParse(text, SyntaxLimits.Default, out var python, out error), python, out tree);
            case FileFormat.Sql:
                return Done(SqlTree.TryParse(text, SyntaxLimits.Default, out var sql, out error), sql, out tree);
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "the format has no reader");
        }

        static bool Done(bool isRead, SyntaxTree? read, out SyntaxTree? tree)
        {
            tree = read;
            return isRead;
        }
    }

    /// <summary>
    /// Reads <paramref name="file"/> by its name, as a template where it is one; a file of no known format as YAML, as OpenMetadata's own loader does.
    /// </summary>
    public static bool TryParse(SourceFile file, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? error) =>
        TemplateFormats.TryParse(file, Of(file.Path) ?? FileFormat.Yaml, TemplateMarks.None, out tree, out error);

    private static IniDialect DialectOf(FileFormat format) => format switch
    {
        FileFormat.MySqlOptions => IniDialect.MySql,
        FileFormat.PostgreSqlConf => IniDialect.PostgreSql,
        _ => IniDialect.Python,
    };

    /// <summary>pip takes any name; these are the ones that people give: <c>requirements-dev.txt</c>, <c>dev_requirements.in</c>, <c>constraints.txt</c>.</summary>
    private static bool IsRequirements(ReadOnlySpan<char> name) =>
        name.Contains("requirements", StringComparison.OrdinalIgnoreCase) || name.StartsWith("constraints", StringComparison.OrdinalIgnoreCase);

    /// <summary>The format of files that are told by how their names begin: <c>Dockerfile.ingestion</c>, <c>.env.production</c>.</summary>
    private static FileFormat? OfFirstWord(ReadOnlySpan<char> name)
    {
        if (StartsWithWord(name, "Dockerfile") || StartsWithWord(name, "Containerfile"))
            return FileFormat.Dockerfile;
        return StartsWithWord(name, ".env") ? FileFormat.Dotenv : null;
    }

    private static bool StartsWithWord(ReadOnlySpan<char> name, string word) =>
        name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (name.Length == word.Length || name[word.Length] is '.' or '-' or '_');

    /// <summary>The extension in lower case; empty where there is none that any format has.</summary>
    private static ReadOnlySpan<char> ExtensionOf(ReadOnlySpan<char> name, Span<char> lower)
    {
        var dot = name.LastIndexOf('.');
        var length = dot < 0 ? 0 : name[dot..].ToLowerInvariant(lower);
        return lower[..Math.Max(0, length)];
    }
}
