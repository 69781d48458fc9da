using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Templates;

/// <summary>
/// A template as the text that it is mostly made of: the regions of the template engine are put out of sight, character by character, and the
/// rest is read in the format of the rendered file, so that every place in it is a place in the template.
/// </summary>
public sealed class TemplateTree : SyntaxTree
{
    // More than any template has; what looks at the regions of one line may then look at all of them.
    private const int MaxRegions = 20_000;

    private readonly TemplateMarks _marks;
    private readonly bool _isFree;
    private readonly TemplateReader _read;
    private readonly TemplateBlocks _blocks;
    private readonly TemplateMask _mask;

    private TemplateTree(
        string text, TemplateMarks marks, bool isFree, TemplateReader read, ImmutableArray<TemplateRegion> regions, TemplateBlocks blocks, TemplateMask mask, SyntaxTree inner)
        : base(text)
    {
        _marks = marks;
        _isFree = isFree;
        _read = read;
        Regions = regions;
        _blocks = blocks;
        _mask = mask;
        Inner = inner;
        Document = new TemplateDocument(this, inner.Text);
        OpenLines = mask.OpenLines;
    }

    /// <summary>The regions in order.</summary>
    public ImmutableArray<TemplateRegion> Regions { get; }

    /// <summary>Regions that have their lines to themselves and write there what is not known: <c>{{ toYaml .x | indent 4 }}</c>.</summary>
    public ImmutableArray<TextSpan> OpenLines { get; }

    /// <summary>The tree of the text without the regions.</summary>
    public SyntaxTree Inner { get; }

    /// <summary>The text without the regions, of the same length.</summary>
    public TemplateDocument Document { get; }

    /// <summary>None: those of the rendered file are comments of <see cref="Inner"/>.</summary>
    public override ImmutableArray<SyntaxComment> Comments => [];

    /// <summary>Reads a template.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">What marks its regions.</param>
    /// <param name="isFree">True where it makes no difference to the format where on its line something stands: JSON.</param>
    /// <param name="read">Reads the text without the regions.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="error">Why there is none.</param>
    /// <returns>False where there is no region, where it cannot be told how the rendered text is laid out, or where that cannot be read.</returns>
    public static bool TryParse(
        string text,
        TemplateMarks marks,
        bool isFree,
        TemplateReader read,
        [NotNullWhen(true)] out TemplateTree? tree,
        [NotNullWhen(false)] out SyntaxError? error)
    {
        tree = null;
        var regions = TemplateScanner.Scan(text, marks);
        if (regions.IsEmpty)
        {
            error = new SyntaxError(default, "the text has no mark of a template", SyntaxErrorKind.Invalid);
            return false;
        }

        if (regions.Length > MaxRegions)
        {
            error = new SyntaxError(regions[MaxRegions].Span, $"the template has more than {MaxRegions} expressions and statements", SyntaxErrorKind.LimitReached);
            return false;
        }

        if (!TemplateBlocks.TryCreate(regions, out var blocks, out error)
            || !TemplateMask.TryCreate(text, isFree, regions, blocks, out var mask, out error)
            || !read(mask.Text, out var inner, out error))
        {
            return false;
        }

        tree = new TemplateTree(text, marks, isFree, read, regions, blocks, mask, inner);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem)
    {
        var isRead = TryParse(text, _marks, _isFree, _read, out var reread, out problem);
        tree = reread;
        return isRead;
    }

    /// <inheritdoc/>
    public override SyntaxEditor CreateEditor() => new TemplateEditor(this);

    /// <inheritdoc/>
    public override TextSpan ScopeOf(SyntaxComment comment) => default;

    /// <summary>Puts the template's own text in the place of what stands for it in <paramref name="text"/> of <see cref="Inner"/>.</summary>
    public string Restore(string text) => _mask.Restore(text);

    /// <summary>The first region that <paramref name="span"/> holds or cuts; null where there is none.</summary>
    public TemplateRegion? FirstIn(TextSpan span)
    {
        var (low, high) = (0, Regions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Regions[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Regions.Length && Regions[low].Span.Start < span.End ? Regions[low] : null;
    }

    /// <summary>The regions that <paramref name="span"/> holds or cuts.</summary>
    public IEnumerable<TemplateRegion> RegionsIn(TextSpan span)
    {
        while (FirstIn(span) is { } region)
        {
            yield return region;
            if (region.Span.End >= span.End)
                yield break;
            span = TextSpan.FromBounds(region.Span.End, span.End);
        }
    }

    /// <summary>
    /// The branch of a block (a condition, a loop) of which the text at <paramref name="position"/> is part; 0 outside all blocks. Text of one
    /// branch is rendered together or not at all.
    /// </summary>
    public int BranchAt(int position) => _blocks.BranchAt(position);

    /// <summary>True where <paramref name="branch"/> is rendered only where <paramref name="outer"/> is; a branch stands in itself.</summary>
    public bool IsIn(int branch, int outer) => _blocks.IsIn(branch, outer);
}
