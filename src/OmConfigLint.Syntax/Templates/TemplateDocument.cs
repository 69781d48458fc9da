using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Templates;

/// <summary>
/// The text of a template without its regions. No edit touches or crosses a region, nor does one change in one branch of a block what another
/// branch needs.
/// </summary>
public sealed class TemplateDocument : EmbeddedText
{
    private readonly TemplateTree _template;

    internal TemplateDocument(TemplateTree template, string text)
        : base(text, [new EmbeddedPart(0, MappedText.Verbatim(template, template.Text, new TextSpan(0, template.Text.Length), AsItIs.Instance), 0, text.Length)]) =>
        _template = template;

    /// <summary>
    /// The template with what <paramref name="copy"/> does to a copy of it. Regions may go with the text around them, whole blocks too; those
    /// that stay are the template's own.
    /// </summary>
    /// <exception cref="SyntaxEditException">What goes is not complete in itself.</exception>
    public string CopyText(SyntaxEditor copy)
    {
        CheckBranches(copy);
        var text = new StringBuilder();
        var position = 0;
        foreach (var change in copy.GetChanges())
        {
            foreach (var region in _template.RegionsIn(change.Span))
            {
                if (!change.Span.Contains(region.Span) || region.Kind == TemplateRegionKind.Statement)
                    throw new SyntaxEditException("what the new workflow does not take is not complete in itself in the template");
            }

            RequireOneBranch(change.Span);
            text.Append(_template.Text, position, change.Span.Start - position).Append(_template.Restore(change.NewText!));
            position = change.Span.End;
        }

        return text.Append(_template.Text, position, _template.Text.Length - position).ToString();
    }

    /// <inheritdoc/>
    public override string Present(string text) => _template.Restore(text);

    /// <inheritdoc/>
    internal override void Embed(SyntaxEditor host, SyntaxEditor inner)
    {
        foreach (var change in inner.GetChanges())
        {
            if (_template.FirstIn(change.Span) is not null)
                throw new SyntaxEditException("the edit would touch an expression or a statement of the template");
            RequireOneBranch(change.Span);
            RequireNeighbour(change);
            host.ReplaceText(Parts[0].Text, change.Span, _template.Restore(change.NewText!));
        }

        CheckBranches(inner);
    }

    /// <inheritdoc/>
    internal override string? FindDifference(SyntaxTree edited, SyntaxEditor inner) =>
        TemplateProof.FindDifference(_template, inner.GetEditedText(), (TemplateTree)edited);

    /// <summary>A mapping keeps an entry wherever it is rendered, and gets one wherever it is.</summary>
    private void CheckBranches(SyntaxEditor inner)
    {
        if (inner is not YamlEditor yaml)
            return;
        foreach (var (entry, isInsertion) in yaml.EditedEntries())
        {
            var own = _template.BranchAt(entry.Span.Start);
            var isSound = isInsertion
                ? entry.Mapping.Entries.All(other => _template.IsIn(_template.BranchAt(other.Span.Start), own))
                : yaml.LeavesEntryIn(entry.Mapping, other => _template.IsIn(own, _template.BranchAt(other.Span.Start)))
                    || entry.Mapping.Entries.All(other => _template.BranchAt(other.Span.Start) == own);
            if (!isSound)
                throw new SyntaxEditException("it stands in a condition or a loop of the template");
        }
    }

    /// <summary>New text comes right behind the text that it belongs to, not behind a statement that follows that.</summary>
    private void RequireNeighbour(TextChange change)
    {
        if (!change.Span.IsEmpty)
            return;
        var last = Text.AsSpan(0, change.Span.Start).LastIndexOfAnyExcept(" \t\r\n");
        if (_template.RegionsIn(TextSpan.FromBounds(last + 1, change.Span.Start)).Any(region => region.Span.Start > last))
            throw new SyntaxEditException("the edit would cross a statement of the template");
    }

    private void RequireOneBranch(TextSpan span)
    {
        if (!span.IsEmpty && _template.BranchAt(span.Start) != _template.BranchAt(span.End - 1))
            throw new SyntaxEditException("the edit would cross a block of the template");
    }

    /// <summary>The text around the regions is of the format already.</summary>
    private sealed class AsItIs : TextEscaping
    {
        public static readonly AsItIs Instance = new();

        public override string Escape(string text) => text;
    }
}
