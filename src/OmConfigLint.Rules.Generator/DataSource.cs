using Microsoft.CodeAnalysis;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Generator;

/// <summary>A file of <c>rules/data/</c> that rule pages name, such as the description of a split, as C#.</summary>
/// <param name="Code">The entry of the dictionary; empty where the file cannot be read.</param>
/// <param name="Errors">What is wrong with the file.</param>
internal sealed record DataSource(string Code, EquatableArray<SourceError> Errors)
{
    /// <summary>Says whether <paramref name="path"/> is one.</summary>
    public static bool Is(string path) =>
        path.Replace('\\', '/').Contains("/rules/data/") && path.EndsWith(".yaml", StringComparison.Ordinal);

    /// <summary>Reads one.</summary>
    public static DataSource Read(AdditionalText file, CancellationToken cancellationToken)
    {
        const string Delimiter = "---\n";
        var name = Path.GetFileNameWithoutExtension(file.Path);
        var text = file.GetText(cancellationToken)?.ToString().Replace("\r\n", "\n") ?? "";
        var errors = new List<PageError>();
        var content = FrontMatterReader.Read(Delimiter + text + Delimiter, errors);
        var code = content is null ? "" : $"[{PageEmitter.Literal(name)}] = {PageEmitter.EmitParameter(content)},";
        // The reader counts the delimiter that the file does not have.
        return new DataSource(code, new EquatableArray<SourceError>([.. errors.Select(error => new SourceError(file.Path, new PageError(error.Message, Math.Max(1, error.Line - 1), error.Column)))]));
    }
}
