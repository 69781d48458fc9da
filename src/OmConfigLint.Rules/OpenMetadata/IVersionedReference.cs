using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Something of OpenMetadata's that a document names together with its version: an image, a chart, a package.</summary>
internal interface IVersionedReference
{
    /// <summary>The document.</summary>
    ConfigDocument Document { get; }

    /// <summary>The whole reference, in UTF-16 offsets of the document's text.</summary>
    TextSpan Span { get; }

    /// <summary>What part of a deployment it is.</summary>
    VersionRole Role { get; }

    /// <summary>Its name without registry, as in <c>openmetadata/server</c> or <c>openmetadata-ingestion</c>.</summary>
    string Name { get; }

    /// <summary>The version, where the document has it (the default of a variable counts); null where there is none, or a variable alone stands for it.</summary>
    VersionPlace? Version { get; }

    /// <summary>The variable that stands for the version, as in <c>openmetadata/server:${TAG}</c>; null where there is none.</summary>
    string? VersionVariable { get; }
}
