using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Templates;

/// <summary>
/// A template's text with its regions out of sight, character by character. What writes text in the middle of a line becomes a stand-in, a
/// run of one character that nobody writes; what has its lines to itself, or ends one, becomes blank.
/// </summary>
internal sealed class TemplateMask
{
    private const int MaxStandIns = StandIns.Last - StandIns.First + 1;

    private readonly string _text;
    private readonly bool _isFree;
    private readonly LineMap _lines;
    private readonly ImmutableArray<TemplateRegion> _regions;
    private readonly TemplateBlocks _blocks;
    private readonly char[] _masked;
    private readonly bool[] _hasTextBehind;
    private readonly List<TextSpan> _openLines = [];
    private readonly Dictionary<char, TextSpan> _standIns = [];
    private readonly HashSet<char> _taken;
    private char _nextStandIn = StandIns.First;
    private int _lastText = -1;
    private int _lastTextEnd;

    private TemplateMask(string text, bool isFree, ImmutableArray<TemplateRegion> regions, TemplateBlocks blocks)
    {
        _text = text;
        _isFree = isFree;
        _lines = new LineMap(text);
        _regions = regions;
        _blocks = blocks;
        _masked = text.ToCharArray();
        _hasTextBehind = new bool[regions.Length];
        _taken = StandIns.AreIn(text) ? [.. text] : [];
    }

    /// <summary>The masked text.</summary>
    public string Text => new(_masked);

    /// <summary>Lines of which it is not known what, and how much, the template writes there.</summary>
    public ImmutableArray<TextSpan> OpenLines => [.. _openLines];

    /// <summary>Masks <paramref name="text"/>.</summary>
    /// <param name="text">The template.</param>
    /// <param name="isFree">True where it makes no difference to the format where on its line something stands: JSON.</param>
    /// <param name="regions">Its regions.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="error">Where, and why, it cannot be told how the rendered text is laid out.</param>
    public static bool TryCreate(
        string text,
        bool isFree,
        ImmutableArray<TemplateRegion> regions,
        TemplateBlocks blocks,
        [NotNullWhen(true)] out TemplateMask? mask,
        [NotNullWhen(false)] out SyntaxError? error)
    {
        mask = new TemplateMask(text, isFree, regions, blocks);
        error = mask.Apply();
        if (error is not null)
            mask = null;
        return error is null;
    }

    /// <summary>Puts the template's own text back in the place of stand-ins.</summary>
    public string Restore(string text)
    {
        if (!StandIns.AreIn(text))
            return text;
        var restored = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (!_standIns.TryGetValue(text[i], out var span))
            {
                restored.Append(text[i++]);
                continue;
            }

            restored.Append(_text, span.Start, span.Length);
            for (var standIn = text[i]; i < text.Length && text[i] == standIn;)
                i++;
        }

        return restored.ToString();
    }

    private SyntaxError? Apply()
    {
        FindTextBehind();
        for (var i = 0; i < _regions.Length; i++)
        {
            var region = _regions[i];
            var hasTextBefore = HasTextBefore(region.Span.Start);
            if (region.Kind == TemplateRegionKind.Expression)
            {
                if ((hasTextBefore || _hasTextBehind[i] ? Cover(region.Span) : Open(region.Span)) is { } error)
                    return error;
            }
            else if (region.Kind == TemplateRegionKind.Opener && EndOnSameLine(i) is { } end)
            {
                // `x: {% if a %}1{% else %}2{% endif %}`: one value or the other.
                var block = TextSpan.FromBounds(region.Span.Start, _regions[end].Span.End);
                var isValue = (hasTextBefore || _hasTextBehind[end]) && !HoldsComma(region.Span.End, _regions[end].Span.Start);
                if ((isValue ? Cover(block) : Open(block)) is { } error)
                    return error;
                (i, region) = (end, _regions[end]);
            }
            else
            {
                if (_hasTextBehind[i] && !IsFreeBehind(region.Span.End))
                {
                    if (!hasTextBefore)
                        return Unclear(region.Span, "the text behind this starts at another column once the template is rendered");
                    if (region.Kind is not (TemplateRegionKind.Statement or TemplateRegionKind.Comment))
                        return Unclear(region.Span, "a block of the template starts or ends in the middle of a line");
                }

                Blank(region.Span);
                if (!hasTextBefore && !_hasTextBehind[i])
                    EndScalar(i);
            }

            if (TrimError(i, region, hasTextBefore) is { } trimError)
                return trimError;
        }

        return null;
    }

    /// <summary>White space control that joins lines moves what stands on them.</summary>
    private SyntaxError? TrimError(int index, TemplateRegion region, bool hasTextBefore)
    {
        if (_isFree)
            return null;
        if (region.TrimsBefore && !hasTextBefore && _hasTextBehind[index] && !WritesOwnLineBreak(region) && HasTextAbove(region.Span.Start))
            return Joins(region.Span);
        if (!region.TrimsAfter || _hasTextBehind[index])
            return null;

        var next = LineBreaks.SkipWhiteSpace(_text, region.Span.End);
        if (next == _text.Length || IsFreeBehind(next) || StartsSilentRegion(next))
            return null;
        var column = next - _lines.StartOf(_lines.LineOf(next));
        var first = FirstOfLine(region.Span.Start);
        if (hasTextBefore)
            return Joins(region.Span);
        if (!_regions[first].TrimsBefore)
            return column == _regions[first].Span.Start - _lines.StartOf(_lines.LineOf(_regions[first].Span.Start)) ? null : Joins(region.Span);
        return !HasTextAbove(region.Span.Start) && column == 0 ? null : Joins(region.Span);
    }

    private static SyntaxError Joins(TextSpan span) => Unclear(span, "white space control of the template joins lines here");

    private static SyntaxError Unclear(TextSpan span, string message) => new(span, message, SyntaxErrorKind.Invalid);

    /// <summary><c>{{- toYaml .x | nindent 4 }}</c>.</summary>
    private bool WritesOwnLineBreak(TemplateRegion region) =>
        _text.AsSpan(region.Span.Start, region.Span.Length).Contains("nindent", StringComparison.Ordinal);

    /// <summary>True at a region that writes nothing: what white space control leaves of its line is its own.</summary>
    private bool StartsSilentRegion(int position) => RegionAt(position) is >= 0 and var index && _regions[index].Kind != TemplateRegionKind.Expression;

    /// <summary>The first region of the line that holds <paramref name="position"/>, where no text stands before it.</summary>
    private int FirstOfLine(int position)
    {
        var index = RegionAt(position);
        while (index > 0 && _lines.LineOf(_regions[index - 1].Span.End) == _lines.LineOf(_regions[index].Span.Start))
            index--;
        return index;
    }

    private int RegionAt(int position)
    {
        var (low, high) = (0, _regions.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_regions[middle].Span.End <= position)
                low = middle + 1;
            else if (_regions[middle].Span.Start > position)
                high = middle - 1;
            else
                return middle;
        }

        return -1;
    }

    /// <summary>True where what follows <paramref name="position"/> on its line means the same wherever it stands.</summary>
    private bool IsFreeBehind(int position)
    {
        if (_isFree)
            return true;
        while (position < _text.Length && _text[position] is ' ' or '\t')
            position++;
        return position < _text.Length && _text[position] is ']' or '}' or ',';
    }

    private bool HasTextAbove(int position) => _masked.AsSpan(0, position).IndexOfAnyExcept(" \t\r\n") >= 0;

    private bool HasTextBefore(int position) =>
        _masked.AsSpan(_lines.StartOf(_lines.LineOf(position))..position).IndexOfAnyExcept(' ', '\t') >= 0;

    /// <summary>For each region, whether anything but blanks, statements and comments follows on its last line.</summary>
    private void FindTextBehind()
    {
        for (var i = _regions.Length - 1; i >= 0; i--)
        {
            var position = _regions[i].Span.End;
            while (position < _text.Length && _text[position] is ' ' or '\t')
                position++;
            // A comment of the format is no text either.
            if (position == _text.Length || _text[position] is '\r' or '\n' || (_text[position] == '#' && position > _regions[i].Span.End))
                continue;
            _hasTextBehind[i] = i + 1 == _regions.Length || _regions[i + 1].Span.Start != position
                || _regions[i + 1].Kind == TemplateRegionKind.Expression || _hasTextBehind[i + 1];
        }
    }

    /// <summary>The region that closes the block of <paramref name="opener"/> on the line on which it is opened; null where it goes on, or nothing is in it.</summary>
    private int? EndOnSameLine(int opener)
    {
        var end = _blocks.EndOf(opener);
        return _lines.LineOf(_regions[opener].Span.Start) == _lines.LineOf(_regions[end].Span.End) ? end : null;
    }

    /// <summary>True for entries of JSON: <c>{% if a %}, "b": 1{% endif %}</c>.</summary>
    private bool HoldsComma(int start, int end) => _isFree && _text.AsSpan(start, end - start).Trim() is [',', ..] or [.., ','];

    private SyntaxError? Cover(TextSpan span)
    {
        while (_taken.Contains(_nextStandIn))
            _nextStandIn++;
        if (_nextStandIn > StandIns.Last)
            return new SyntaxError(span, $"the template has more than {MaxStandIns} expressions", SyntaxErrorKind.LimitReached);
        _masked.AsSpan(span.Start, span.Length).Fill(_nextStandIn);
        _standIns.Add(_nextStandIn++, span);
        return null;
    }

    /// <summary>
    /// A blank line belongs to a block scalar above it, however little it is indented, a comment does not. Where what follows stands further to
    /// the left than what went before, as behind a ConfigMap's last entry, the scalar is over, and the line becomes a comment.
    /// </summary>
    private void EndScalar(int index)
    {
        var span = _regions[index].Span;
        if (_isFree || _lines.LineOf(span.Start) != _lines.LineOf(span.End))
            return;
        var before = LastTextBefore(span.Start);
        if (before < 0)
            return;
        var next = NextTextBehind(index);
        var nextColumn = next < 0 ? -1 : ColumnOf(next);
        var start = _lines.StartOf(_lines.LineOf(before));
        var column = _masked.AsSpan(start).IndexOfAnyExcept(' ', '\t');
        if (nextColumn < column && ColumnOf(span.Start) >= nextColumn)
            _masked[span.Start] = '#';
    }

    /// <summary>The last character before <paramref name="position"/> that is no white space once regions are out of sight; -1 where there is none.</summary>
    private int LastTextBefore(int position)
    {
        var last = _masked.AsSpan(_lastTextEnd..position).LastIndexOfAnyExcept(" \t\r\n");
        if (last >= 0)
            _lastText = _lastTextEnd + last;
        _lastTextEnd = position;
        return _lastText;
    }

    private int NextTextBehind(int index)
    {
        for (var position = _regions[index].Span.End; ; position = _regions[index].Span.End)
        {
            position = LineBreaks.SkipWhiteSpace(_text, position);
            if (position == _text.Length)
                return -1;
            if (++index == _regions.Length || _regions[index].Span.Start != position || _regions[index].Kind == TemplateRegionKind.Expression)
                return position;
        }
    }

    private int ColumnOf(int position) => position - _lines.StartOf(_lines.LineOf(position));

    private SyntaxError? Open(TextSpan span)
    {
        Blank(span);
        _openLines.Add(span);
        return null;
    }

    private void Blank(TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (_masked[i] is not ('\r' or '\n'))
                _masked[i] = ' ';
        }
    }
}
