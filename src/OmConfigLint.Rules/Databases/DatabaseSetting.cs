using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.Databases;

/// <summary>A place where a <see cref="DatabaseParameter"/> is given a value.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Scope">For what it holds.</param>
/// <param name="Text">The text that holds the value.</param>
/// <param name="Value">Where in it: the amount alone, without quotes; of <c>${NAME:-10M}</c> the default.</param>
/// <param name="Span">The whole setting, name included, in the document's text.</param>
/// <param name="Size">The amount; null where it cannot be told.</param>
/// <param name="Path">Its place by names.</param>
/// <param name="IsNamed">True where what stands around it names OpenMetadata; else other files have to.</param>
internal sealed record DatabaseSetting(
    DatabaseParameter Parameter, SettingScope Scope, MappedText Text, TextSpan Value, TextSpan Span, MemorySize? Size, string Path, bool IsNamed)
{
    /// <summary>The address of the resource of Terraform in which it stands; null elsewhere.</summary>
    public string? Resource { get; init; }

    /// <summary>
    /// True where the database is certain to be OpenMetadata's: by what stands around the setting, by the names of the file's folders, or because
    /// another file makes it that.
    /// </summary>
    public bool IsOfOpenMetadata(DocumentAnalysisContext context)
    {
        if (IsNamed)
            return true;
        var path = context.Document.File.Outermost.Path;
        var facts = context.Files.Index.Find(DatabaseFileFact.AnyKey).OfType<DatabaseFileFact>().Where(fact => fact.Covers(path, Resource)).ToList();
        return facts.Count > 0 ? facts.Exists(fact => fact.IsOwn) : Resource is null && OpenMetadataName.IsIn(path);
    }
}
