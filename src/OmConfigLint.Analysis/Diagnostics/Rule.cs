using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>What is known of a rule without running it: the front matter of its page.</summary>
public sealed class Rule
{
    private readonly Func<string>? _page;

    /// <summary>Creates a rule.</summary>
    public Rule(
        string id,
        string name,
        string title,
        string category,
        DiagnosticSeverity severity,
        FixAvailability fix,
        ReleaseVersion? since = null,
        string? helpLink = null,
        Func<string>? page = null)
    {
        Name = name;
        Since = since;
        Fix = fix;
        _page = page;
        Descriptor = new DiagnosticDescriptor(id, title, "{0}", category, severity, isEnabledByDefault: true, helpLinkUri: helpLink);
    }

    /// <summary>Roslyn's description: id, title, category, default severity (<see cref="DiagnosticSeverity.Info"/> is a note), help link.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>The id, as in <c>OM1001</c>.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The name, as in <c>profiler-generate-sample-data</c>: what is flagged, not the remedy.</summary>
    public string Name { get; }

    /// <summary>The OpenMetadata release that made the change; null for a rule about omlint itself.</summary>
    public ReleaseVersion? Since { get; }

    /// <summary>What the page declares about fixes.</summary>
    public FixAvailability Fix { get; }

    /// <summary>The page's Markdown, front matter included; null for a rule without a page (tests).</summary>
    public string? Page => _page?.Invoke();
}
