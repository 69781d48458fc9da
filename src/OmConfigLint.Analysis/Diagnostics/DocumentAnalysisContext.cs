using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>What an analyzer sees of one document and its surroundings.</summary>
public sealed class DocumentAnalysisContext
{
    private readonly Action<Finding> _report;
    private readonly Dictionary<object, object?> _shared = [];
    private readonly Func<string, string?> _option;

    /// <summary>Creates a context.</summary>
    public DocumentAnalysisContext(
        ConfigDocument document,
        ImmutableArray<ConfigDocument> siblings,
        ReleaseRange releases,
        WorkspaceFiles files,
        Func<string, string?> option,
        Action<Finding> report)
    {
        Document = document;
        Siblings = siblings;
        Releases = releases;
        Files = files;
        _option = option;
        _report = report;
    }

    /// <summary>The document.</summary>
    public ConfigDocument Document { get; }

    /// <summary>The documents of its file that the rules know, itself included, in order.</summary>
    public ImmutableArray<ConfigDocument> Siblings { get; }

    /// <summary>The upgrade in question.</summary>
    public ReleaseRange Releases { get; }

    /// <summary>The files around it.</summary>
    public WorkspaceFiles Files { get; }

    /// <summary>The value of an <c>.editorconfig</c> key for this file; null where it is not set.</summary>
    public string? Option(string key) => _option(key);

    /// <summary>Reports a finding.</summary>
    public void Report(Finding finding) => _report(finding);

    /// <summary>Something that several rules need of the same document, such as their common fix: made once.</summary>
    public T Share<T>(object key, Func<T> create)
    {
        if (!_shared.TryGetValue(key, out var value))
            _shared[key] = value = create();
        return (T)value!;
    }
}
