using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>What an analyzer sees of one document and its surroundings.</summary>
public sealed class DocumentAnalysisContext
{
    private readonly Action<Finding> _report;
    private readonly Dictionary<object, object?> _shared = [];
    private readonly Func<string, string?> _option;
    private readonly HashSet<UnreadPart> _unevaluated = [];

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

    /// <summary>
    /// Says that the rule was not evaluated for a part of the document that would have mattered to it. The file gets one note of all such parts.
    /// </summary>
    /// <param name="span">The part.</param>
    /// <param name="reason">Why, lower case and without a full stop.</param>
    public void ReportUnevaluated(TextSpan span, string reason) => _unevaluated.Add(new UnreadPart(span, reason));

    /// <summary>What was reported by <see cref="ReportUnevaluated"/>.</summary>
    internal IReadOnlyCollection<UnreadPart> Unevaluated => _unevaluated;

    /// <summary>Something that several rules need of the same document, such as their common fix: made once.</summary>
    public T Share<T>(object key, Func<T> create)
    {
        if (!_shared.TryGetValue(key, out var value))
            _shared[key] = value = create();
        return (T)value!;
    }
}
