using Microsoft.CodeAnalysis;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Generator;

/// <summary>A file of <c>rules/data</c> as C#.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Code">The expression of its mapping; empty where the file is not right.</param>
/// <param name="Errors">What is wrong with it.</param>
internal sealed record DataSource(string Name, string Code, EquatableArray<SourceError> Errors)
{
    /// <summary>Reads a file.</summary>
    public static DataSource Read(AdditionalText file, CancellationToken cancellationToken)
    {
        var errors = new List<PageError>();
        var mapping = FrontMatterReader.ReadYaml(file.GetText(cancellationToken)?.ToString() ?? "", lineOffset: 0, errors);
        return new DataSource(
            Path.GetFileNameWithoutExtension(file.Path),
            mapping is null ? "" : PageEmitter.EmitParameter(mapping),
            new EquatableArray<SourceError>([.. errors.Select(error => new SourceError(file.Path, error))]));
    }
}
