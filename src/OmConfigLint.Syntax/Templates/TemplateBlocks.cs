using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OmConfigLint.Syntax.Templates;

/// <summary>The blocks of a template (conditions, loops) and the branches of which each is made.</summary>
internal sealed class TemplateBlocks
{
    private readonly List<int> _parents = [-1];
    private readonly List<(int Start, int Branch)> _starts = [(0, 0)];
    private readonly int[] _ends;

    private TemplateBlocks(int regionCount) => _ends = new int[regionCount];

    /// <summary>Matches the regions that open and close blocks.</summary>
    public static bool TryCreate(
        ImmutableArray<TemplateRegion> regions, [NotNullWhen(true)] out TemplateBlocks? blocks, [NotNullWhen(false)] out SyntaxError? error)
    {
        blocks = new TemplateBlocks(regions.Length);
        error = blocks.Match(regions);
        if (error is not null)
            blocks = null;
        return error is null;
    }

    /// <summary>The index of the region that closes the block that the region at <paramref name="opener"/> opens.</summary>
    public int EndOf(int opener) => _ends[opener];

    /// <summary>The branch of which the text at <paramref name="position"/> is part; 0 outside all blocks.</summary>
    public int BranchAt(int position)
    {
        var (low, high) = (0, _starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_starts[middle].Start <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return _starts[low].Branch;
    }

    /// <summary>True where <paramref name="branch"/> is rendered only where <paramref name="outer"/> is; a branch stands in itself.</summary>
    public bool IsIn(int branch, int outer)
    {
        while (branch > outer)
            branch = _parents[branch];
        return branch == outer;
    }

    private SyntaxError? Match(ImmutableArray<TemplateRegion> regions)
    {
        var open = new Stack<int>();
        var current = 0;
        for (var i = 0; i < regions.Length; i++)
        {
            var region = regions[i];
            switch (region.Kind)
            {
                case TemplateRegionKind.Opener:
                    open.Push(i);
                    current = Begin(current, region.Span.End);
                    break;
                case TemplateRegionKind.Middle when open.Count > 0:
                    current = Begin(_parents[current], region.Span.End);
                    break;
                case TemplateRegionKind.Closer when open.TryPop(out var opener):
                    _ends[opener] = i;
                    current = _parents[current];
                    _starts.Add((region.Span.Start, current));
                    break;
                case TemplateRegionKind.Middle or TemplateRegionKind.Closer:
                    return new SyntaxError(region.Span, $"`{region.Word}` belongs to no block of the template", SyntaxErrorKind.Invalid);
            }
        }

        return open.TryPop(out var unclosed)
            ? new SyntaxError(regions[unclosed].Span, $"the template's `{regions[unclosed].Word}` is never closed", SyntaxErrorKind.Invalid)
            : null;
    }

    private int Begin(int parent, int start)
    {
        _parents.Add(parent);
        _starts.Add((start, _parents.Count - 1));
        return _parents.Count - 1;
    }
}
