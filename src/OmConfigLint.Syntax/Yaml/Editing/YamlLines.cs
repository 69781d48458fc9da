using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>
/// The text of a tree as lines. Where the text does not end with a line break, one is put behind it so that every line has one;
/// <see cref="TextEdits"/> takes it away again.
/// </summary>
internal sealed class YamlLines
{
    // PyYAML and libyaml break lines at these, editors and SARIF do not: spans and lines do not agree there.
    private static readonly char[] UnevenLineBreaks = ['\u0085', '\u2028', '\u2029'];

    private readonly LineMap _map;
    private readonly Dictionary<int, SyntaxComment> _ownComments = [];
    private Dictionary<int, YamlScalar>? _blockScalars;

    public YamlLines(YamlTree tree)
    {
        Tree = tree;
        Text = tree.Text;
        _map = new LineMap(Text);
        if (Text is not [.., '\n' or '\r'])
        {
            Text += LineBreakOf(_map.Count - 1);
            _map = new LineMap(Text);
        }

        foreach (var comment in tree.Comments)
        {
            if (!comment.IsTrailing)
                _ownComments[LineOf(comment.Span.Start)] = comment;
        }
    }

    public YamlTree Tree { get; }

    /// <summary>The tree's text, with a line break at its end.</summary>
    public string Text { get; }

    /// <summary>The number of lines, the empty one behind the last line break not counted.</summary>
    public int Count => _map.Count - 1;

    public int LineOf(int position) => _map.LineOf(position);

    /// <summary>Where the line's own text starts: behind a byte order mark.</summary>
    public int StartOf(int line)
    {
        var start = _map.StartOf(line);
        return start == 0 && Text is ['\uFEFF', ..] ? 1 : start;
    }

    /// <summary>The end of the line, line break excluded.</summary>
    public int EndOf(int line) => _map.SpanOf(line).End;

    /// <summary>The end of the line, line break included.</summary>
    public int EndWithBreakOf(int line) => _map.EndIncludingLineBreak(line);

    public int ColumnOf(int position) => position - StartOf(LineOf(position));

    public bool IsBlank(int line) => Text.AsSpan(StartOf(line)..EndOf(line)).Trim(" \t").IsEmpty;

    /// <summary>True where only blanks and tabs stand before the position on its line.</summary>
    public bool IsAtLineStart(int position) => Text.AsSpan(StartOf(LineOf(position))..position).Trim(" \t").IsEmpty;

    /// <summary>True where only blanks, tabs and a comment stand from the position on to the end of its line.</summary>
    public bool IsAtLineEnd(int position)
    {
        var next = SkipBlanks(position);
        return next == EndOf(LineOf(position)) || Text[next] == '#';
    }

    /// <summary>The first position from this one on that holds no blank or tab.</summary>
    public int SkipBlanks(int position)
    {
        while (position < Text.Length && Text[position] is ' ' or '\t')
            position++;
        return position;
    }

    /// <summary>The start of the blanks and tabs before the position.</summary>
    public int SkipBlanksBack(int position)
    {
        while (position > 0 && Text[position - 1] is ' ' or '\t')
            position--;
        return position;
    }

    /// <summary>The comment that has the line to itself.</summary>
    public SyntaxComment? OwnCommentOn(int line) => _ownComments.TryGetValue(line, out var comment) ? comment : null;

    /// <summary>The block scalar whose last content line this is.</summary>
    public YamlScalar? BlockScalarEndingOn(int line) => (_blockScalars ??= FindBlockScalars(Tree)).GetValueOrDefault(line);

    /// <summary>The entry's last line; blank lines that are content (<c>|+</c>) included.</summary>
    public int LastLineOf(YamlEntry entry) => LastLineOf(entry.Value, entry.Span.End);

    /// <summary>The last line of an item; blank lines that are content included.</summary>
    public int LastLineOf(YamlNode item) => LastLineOf(item, item.FullSpan.End);

    private int LastLineOf(YamlNode node, int end)
    {
        var line = LineOf(end);
        if (LastLeafOf(node) is YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded } scalar && ChompingOf(scalar) == '+')
        {
            while (line + 1 < Count && IsBlank(line + 1))
                line++;
        }

        return line;
    }

    /// <summary><c>+</c>, <c>-</c>, or <c>\0</c> for clipping.</summary>
    public char ChompingOf(YamlScalar blockScalar)
    {
        foreach (var c in HeaderOf(blockScalar))
        {
            if (c is '+' or '-')
                return c;
        }

        return '\0';
    }

    /// <summary>The column at which the lines of a block scalar start; the least one possible where its header states it.</summary>
    public int IndentationOf(YamlScalar blockScalar)
    {
        if (HeaderOf(blockScalar).IndexOfAnyInRange('0', '9') >= 0)
            return 1;

        for (var line = LineOf(blockScalar.Span.Start) + 1; line <= LineOf(blockScalar.Span.End); line++)
        {
            if (!IsBlank(line))
                return ColumnOf(SkipBlanks(StartOf(line)));
        }

        return 1;
    }

    /// <summary>A block scalar's indicator with its indentation and chomping, <c>|2-</c>.</summary>
    public ReadOnlySpan<char> HeaderOf(YamlScalar blockScalar)
    {
        var end = blockScalar.Span.Start + 1;
        while (Text[end] is '+' or '-' or (>= '0' and <= '9'))
            end++;
        return Text.AsSpan(blockScalar.Span.Start..end);
    }

    /// <summary>Where the indicator stands between two nodes; -1 where it is not written. Comments are skipped.</summary>
    public int FindIndicator(char indicator, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Text[i] == indicator)
                return i;
            if (Text[i] == '#')
                i = EndOf(LineOf(i));
        }

        return -1;
    }

    /// <summary>Where the entry's colon stands; -1 where none is written.</summary>
    public int ColonOf(YamlEntry entry) =>
        FindIndicator(':', entry.Key.FullSpan.End, Math.Max(entry.Value.FullSpan.Start, entry.Span.End));

    /// <summary>The indentation with which a line below continues at the column of the position.</summary>
    /// <exception cref="SyntaxEditException">A tab stands before the position, behind something else.</exception>
    public string IndentationTo(int position)
    {
        var before = Text[StartOf(LineOf(position))..position];
        if (IsAtLineStart(position))
            return before;
        if (before.Contains('\t', StringComparison.Ordinal))
            throw new SyntaxEditException("the indentation cannot be told behind a tab");
        return new string(' ', before.Length);
    }

    /// <summary>The line break to write beside the line: its own, else the one before, else a line feed.</summary>
    public string LineBreakOf(int line)
    {
        for (; line >= 0; line--)
        {
            var end = _map.SpanOf(line).End;
            var lineBreak = Text[end.._map.EndIncludingLineBreak(line)];
            if (lineBreak.Length > 0)
                return lineBreak;
        }

        return "\n";
    }

    /// <summary>Refuses lines that YAML and editors count differently.</summary>
    /// <exception cref="SyntaxEditException">A line holds U+0085, U+2028 or U+2029.</exception>
    public void RequireEvenLines(int first, int last)
    {
        var start = _map.StartOf(first);
        var found = Text.AsSpan(start..EndOf(last)).IndexOfAny(UnevenLineBreaks);
        if (found >= 0)
        {
            var c = (int)Text[start + found];
            throw new SyntaxEditException($"line {LineOf(start + found) + 1} holds the character U+{c:X4}, a line break to YAML but not to editors");
        }
    }

    private static YamlNode LastLeafOf(YamlNode node)
    {
        while (true)
        {
            switch (node)
            {
                case YamlMapping { Style: YamlCollectionStyle.Block, Entries: [.., var last] }:
                    node = last.Value;
                    break;
                case YamlSequence { Style: YamlCollectionStyle.Block, Items: [.., var last] }:
                    node = last;
                    break;
                default:
                    return node;
            }
        }
    }

    private Dictionary<int, YamlScalar> FindBlockScalars(YamlTree tree)
    {
        var scalars = new Dictionary<int, YamlScalar>();
        foreach (var node in tree.Documents.SelectMany(document => document.Root.DescendantsAndSelf()))
        {
            if (node is YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded } scalar)
                scalars[LineOf(scalar.Span.End)] = scalar;
        }

        return scalars;
    }
}
