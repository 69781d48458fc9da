using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Roslyn's <see cref="Microsoft.CodeAnalysis.Diagnostic"/> with what a configuration file's reader needs beside it: the file, a label under the marked text, the fix.</summary>
public sealed class Finding
{
    /// <summary>Creates a finding of <paramref name="rule"/> at its default severity.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="file">The file, or a document inside one: the finding is then the file's, at the mapped place.</param>
    /// <param name="span">Where, in UTF-16 offsets of <paramref name="file"/>'s text.</param>
    /// <param name="message">The fact, lower case and without a full stop.</param>
    /// <param name="label">What stands under the marked text in a code frame.</param>
    /// <param name="related">Other places.</param>
    /// <param name="fix">The remedy.</param>
    /// <param name="nodePath">The place in the document by keys, as in <c>source.sourceConfig.config.type</c>: what the fingerprint is made of.</param>
    public Finding(
        Rule rule,
        SourceFile file,
        TextSpan span,
        string message,
        string? label = null,
        ImmutableArray<RelatedLocation> related = default,
        ConfigFix? fix = null,
        string nodePath = "")
        : this(
            rule,
            file.Outermost,
            Diagnostic.Create(rule.Descriptor, LocationOf(file.Outermost, file.ToOutermost(span)), message),
            label,
            related.IsDefault ? [] : related,
            fix,
            nodePath)
    {
    }

    private Finding(
        Rule rule, SourceFile file, Diagnostic diagnostic, string? label, ImmutableArray<RelatedLocation> related, ConfigFix? fix, string nodePath)
    {
        Rule = rule;
        File = file;
        Diagnostic = diagnostic;
        Label = label;
        Related = related;
        Fix = fix;
        NodePath = nodePath;
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>Roslyn's part: descriptor, severity, location, message.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>What stands under the marked text in a code frame.</summary>
    public string? Label { get; }

    /// <summary>Other places.</summary>
    public ImmutableArray<RelatedLocation> Related { get; }

    /// <summary>The remedy.</summary>
    public ConfigFix? Fix { get; }

    /// <summary>The place in the document by keys.</summary>
    public string NodePath { get; }

    /// <summary>The severity in force.</summary>
    public DiagnosticSeverity Severity => Diagnostic.Severity;

    /// <summary>Where, in UTF-16 offsets.</summary>
    public TextSpan Span => Diagnostic.Location.SourceSpan;

    /// <summary>The same as 0-based line positions.</summary>
    public LinePositionSpan Lines => Diagnostic.Location.GetLineSpan().Span;

    /// <summary>The fact.</summary>
    public string Message => Diagnostic.GetMessage(CultureInfo.InvariantCulture);

    /// <summary>The same finding at another severity.</summary>
    public Finding WithSeverity(DiagnosticSeverity severity) => severity == Severity
        ? this
        : new Finding(
            Rule,
            File,
            Diagnostic.Create(
                Rule.Descriptor, Diagnostic.Location, severity, additionalLocations: null, properties: null, Message),
            Label,
            Related,
            Fix,
            NodePath);

    private static Location LocationOf(SourceFile file, TextSpan span) => Location.Create(file.Path, span, file.Lines.PositionsOf(span));

    /// <summary>The same finding with every text as <paramref name="restore"/> writes it.</summary>
    internal Finding WithTexts(Func<string, string> restore, ConfigFix? fix) => new(
        Rule,
        File,
        Diagnostic.Create(Rule.Descriptor, Diagnostic.Location, Severity, additionalLocations: null, properties: null, restore(Message)),
        Label is null ? null : restore(Label),
        [.. Related.Select(related => related with { Message = restore(related.Message) })],
        fix,
        restore(NodePath));

    /// <summary>The same finding with another fix.</summary>
    public Finding WithFix(ConfigFix? fix) => new(Rule, File, Diagnostic, Label, Related, fix, NodePath);
}
