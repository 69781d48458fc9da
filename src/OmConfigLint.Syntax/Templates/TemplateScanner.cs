using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Templates;

/// <summary>Finds the regions of a template. What is not closed is text.</summary>
internal sealed class TemplateScanner
{
    private const string JinjaStatement = "{%";

    private static readonly SearchValues<char> Starts = SearchValues.Create("{<%$@`");

    // Longer ones are text: a text of open brackets must not be read to its end for each of them.
    private const int MaxLength = 4_000;

    private readonly string _text;
    private readonly TemplateMarks _marks;
    private readonly bool _isJinja;
    private readonly HashSet<string> _closed;
    private readonly ImmutableArray<TemplateRegion>.Builder _regions = ImmutableArray.CreateBuilder<TemplateRegion>();
    private readonly Dictionary<string, int> _unclosedFrom = new(StringComparer.Ordinal);
    private int _depth;

    private TemplateScanner(string text, TemplateMarks marks)
    {
        _text = text;
        _marks = marks;
        _isJinja = marks.HasFlag(TemplateMarks.Braces) && text.Contains(JinjaStatement, StringComparison.Ordinal);
        _closed = _isJinja ? FindClosedWords(text) : [];
    }

    /// <summary>The regions of <paramref name="text"/> in order, not overlapping.</summary>
    public static ImmutableArray<TemplateRegion> Scan(string text, TemplateMarks marks) => new TemplateScanner(text, marks).Scan();

    private ImmutableArray<TemplateRegion> Scan()
    {
        for (var position = 0; position < _text.Length;)
        {
            var next = _text.AsSpan(position).IndexOfAny(Starts);
            if (next < 0)
                break;
            position += next;
            if (IsEscaped(position))
            {
                position += 3;
                continue;
            }

            if (TryRead(position) is not { } region)
            {
                position++;
                continue;
            }

            Add(region);
            position = region.Span.End;
            if (region is { Kind: TemplateRegionKind.Opener, Word: "raw" or "verbatim" })
                position = EndOfRaw(position, region.Word);
        }

        return _regions.DrainToImmutable();
    }

    /// <summary><c>$${</c> and <c>%%{</c> are text to Terraform, <c>\$</c> to a shell.</summary>
    private bool IsEscaped(int position) => _marks.HasFlag(TemplateMarks.Terraform)
        && _text[position] is '$' or '%' && position + 2 < _text.Length && _text[position + 1] == _text[position] && _text[position + 2] == '{';

    private void Add(TemplateRegion region)
    {
        if (region.Kind == TemplateRegionKind.Opener)
            _depth++;
        else if (region.Kind == TemplateRegionKind.Closer)
            _depth--;
        _regions.Add(region);
    }

    private TemplateRegion? TryRead(int position)
    {
        var rest = _text.AsSpan(position);
        if (_marks.HasFlag(TemplateMarks.Braces))
        {
            switch (rest)
            {
                case ['{', '{', ..]:
                    return Read(position, "}}", countsBraces: true) is { } braces ? OfBraces(braces) : null;
                case ['{', '%', ..]:
                    return Read(position, "%}", countsBraces: false) is { } statement ? OfJinja(statement) : null;
                case ['{', '#', ..]:
                    return EndOf("#}", position) is >= 0 and var end ? Region(TextSpan.FromBounds(position, end), TemplateRegionKind.Comment) : null;
            }
        }

        if (_marks.HasFlag(TemplateMarks.Angles) && rest is ['<', '%', ..])
            return EndOf("%>", position) is >= 0 and var end ? OfAngles(TextSpan.FromBounds(position, end)) : null;
        if (_marks.HasFlag(TemplateMarks.Terraform) && rest is ['$' or '%', '{', ..])
            return Read(position, "}", countsBraces: true) is { } span ? OfTerraform(span) : null;
        if (_marks.HasFlag(TemplateMarks.Variables) && rest is ['$', '{', ..])
            return EndOfVariable(position) is >= 0 and var end ? Region(TextSpan.FromBounds(position, end), TemplateRegionKind.Expression) : null;
        if (_marks.HasFlag(TemplateMarks.Placeholders) && rest is ['<' or '@', ..])
            return EndOfPlaceholder(position) is >= 0 and var end ? Region(TextSpan.FromBounds(position, end), TemplateRegionKind.Expression) : null;
        if (_marks.HasFlag(TemplateMarks.Shell) && rest is ['$' or '`', ..])
            return EndOfShell(position) is >= 0 and var end ? Region(TextSpan.FromBounds(position, end), TemplateRegionKind.Expression) : null;
        return null;
    }

    private TemplateRegion OfBraces(TextSpan span)
    {
        var inner = Inner(span, 2);
        if (inner.StartsWith("/*") || inner is ['!', ..])
            return Region(span, TemplateRegionKind.Comment);
        if (_isJinja)
            return Region(span, TemplateRegionKind.Expression);

        // Handlebars: `{{#if x}}` … `{{/if}}`.
        if (inner is ['#' or '^', ..])
            return Region(span, TemplateRegionKind.Opener, FirstWord(inner[1..]));
        if (inner is ['/', ..])
            return Region(span, _depth > 0 ? TemplateRegionKind.Closer : TemplateRegionKind.Expression, FirstWord(inner[1..]));

        var word = FirstWord(inner);
        var hasArguments = !inner[word.Length..].Trim().IsEmpty;
        return word switch
        {
            "if" or "range" or "with" or "define" or "block" when hasArguments => Region(span, TemplateRegionKind.Opener, word),
            "else" when _depth > 0 => Region(span, TemplateRegionKind.Middle, word),
            "end" when _depth > 0 && !hasArguments => Region(span, TemplateRegionKind.Closer, word),
            "break" or "continue" when !hasArguments => Region(span, TemplateRegionKind.Statement, word),
            "" when inner is ['$', ..] && IsAssignment(inner) => Region(span, TemplateRegionKind.Statement),
            _ => Region(span, TemplateRegionKind.Expression),
        };
    }

    private TemplateRegion OfJinja(TextSpan span)
    {
        var inner = Inner(span, 2);
        var word = FirstWord(inner);
        if (word is "else" or "elif" or "elsif" or "elseif" or "pluralize" or "when" && _depth > 0)
            return Region(span, TemplateRegionKind.Middle, word);
        if (word.StartsWith("end", StringComparison.Ordinal) && _depth > 0)
            return Region(span, TemplateRegionKind.Closer, word);
        if (word == "include")
            return Region(span, TemplateRegionKind.Expression, word);
        // `{% set x = 1 %}` is complete, `{% set x %}` … `{% endset %}` is a block.
        if ((_closed.Contains(word) || word is "if" or "for" or "block" or "macro" or "call" or "filter") && !(word == "set" && inner.Contains('=')))
            return Region(span, TemplateRegionKind.Opener, word);
        return Region(span, TemplateRegionKind.Statement, word);
    }

    private TemplateRegion OfAngles(TextSpan span)
    {
        if (_text[span.Start + 2] == '#')
            return Region(span, TemplateRegionKind.Comment);
        if (_text[span.Start + 2] == '=')
            return Region(span, TemplateRegionKind.Expression);

        var inner = Inner(span, 2);
        var word = FirstWord(inner);
        if (word is "else" or "elsif" or "when" && _depth > 0)
            return Region(span, TemplateRegionKind.Middle, word);
        if ((word == "end" || inner is ['}', ..]) && _depth > 0)
            return Region(span, inner.Contains('{') ? TemplateRegionKind.Middle : TemplateRegionKind.Closer, word);
        return Region(span, word is "if" or "unless" or "case" or "while" or "until" || OpensBlock(inner) ? TemplateRegionKind.Opener : TemplateRegionKind.Statement, word);
    }

    /// <summary><c>list.each do |item|</c>, <c>for (…) {</c>.</summary>
    private static bool OpensBlock(ReadOnlySpan<char> inner)
    {
        var text = inner.TrimEnd();
        if (text is [.., '|'] && text[..^1].LastIndexOf('|') is > 0 and var bar)
            text = text[..bar].TrimEnd();
        return text is [.., '{'] || text.EndsWith(" do") || text is "do";
    }

    private TemplateRegion OfTerraform(TextSpan span)
    {
        if (_text[span.Start] == '$')
            return Region(span, TemplateRegionKind.Expression);
        var word = FirstWord(Inner(span, 1));
        return word switch
        {
            "if" or "for" => Region(span, TemplateRegionKind.Opener, word),
            "else" when _depth > 0 => Region(span, TemplateRegionKind.Middle, word),
            "endif" or "endfor" when _depth > 0 => Region(span, TemplateRegionKind.Closer, word),
            _ => Region(span, TemplateRegionKind.Statement, word),
        };
    }

    private TemplateRegion Region(TextSpan span, TemplateRegionKind kind, string word = "")
    {
        // The marks of ERB and Terraform take no more than the blanks and the line break of their own line.
        var trims = _text[span.Start] == '{';
        return new TemplateRegion(span, kind, word)
        {
            TrimsBefore = trims && _text[span.Start + 2] is '-' or '~',
            TrimsAfter = trims && span.Length > 4 && _text[span.End - 3] is '-' or '~',
        };
    }

    private ReadOnlySpan<char> Inner(TextSpan span, int closeLength) =>
        _text.AsSpan(span.Start + 2, Math.Max(0, span.Length - 2 - closeLength)).TrimStart("-+~=").TrimStart().TrimEnd("-~").TrimEnd();

    private static string FirstWord(ReadOnlySpan<char> inner)
    {
        inner = inner.TrimStart();
        var length = 0;
        while (length < inner.Length && (char.IsAsciiLetterOrDigit(inner[length]) || inner[length] == '_'))
            length++;
        return inner[..length].ToString();
    }

    /// <summary><c>$x := 1</c>, <c>$i, $x = y</c>; not <c>$x</c> and not <c>$x == y</c>.</summary>
    private static bool IsAssignment(ReadOnlySpan<char> inner)
    {
        var equals = inner.IndexOf('=');
        return equals > 0 && (equals + 1 == inner.Length || inner[equals + 1] != '=') && inner[..equals].IndexOfAny("|\"'(") < 0;
    }

    /// <summary>The region from <paramref name="position"/> to its closing mark; quoted text and brackets inside are passed over.</summary>
    private TextSpan? Read(int position, string close, bool countsBraces)
    {
        if (IsKnownUnclosed(close, position))
            return null;
        var start = position + 2;
        if (_text.AsSpan(start).TrimStart("-").TrimStart().StartsWith("/*"))
        {
            return EndOf("*/", position) is >= 0 and var inside && EndOf(close, inside - 2) is >= 0 and var end
                ? TextSpan.FromBounds(position, end)
                : null;
        }

        var depth = 0;
        for (var i = start; i < Math.Min(_text.Length, start + MaxLength); i++)
        {
            var c = _text[i];
            if (depth == 0 && _text.AsSpan(i).StartsWith(close))
                return TextSpan.FromBounds(position, i + close.Length);
            if (c is '"' or '\'' or '`' && EndOfQuote(i) is >= 0 and var quoted)
                i = quoted;
            else if (countsBraces && c == '{')
                depth++;
            else if (countsBraces && c == '}' && depth > 0)
                depth--;
        }

        return EndOf(close, position) is >= 0 and var closed && _text.AsSpan(start, closed - start).IndexOfAny('\r', '\n') < 0
            ? TextSpan.FromBounds(position, closed)
            : null;
    }

    // One look for each closing mark that is not there: a text of ten thousand open marks must not take a hundred million steps.
    private bool IsKnownUnclosed(string close, int position) => _unclosedFrom.TryGetValue(close, out var from) && position >= from;

    private int EndOf(string close, int position)
    {
        if (IsKnownUnclosed(close, position))
            return -1;
        var end = position + 2 <= _text.Length ? _text.IndexOf(close, position + 2, StringComparison.Ordinal) : -1;
        if (end < 0)
            _unclosedFrom[close] = position;
        return end < 0 ? -1 : end + close.Length;
    }

    private int EndOfQuote(int position)
    {
        var quote = _text[position];
        for (var i = position + 1; i < _text.Length && _text[i] is not ('\n' or '\r'); i++)
        {
            if (_text[i] == '\\' && quote != '`')
                i++;
            else if (_text[i] == quote)
                return i;
        }

        return -1;
    }

    /// <summary>The end of <c>${NAME}</c>, <c>${NAME:-default}</c>, on one line.</summary>
    private int EndOfVariable(int position)
    {
        var i = position + 2;
        while (i < _text.Length && (char.IsAsciiLetterOrDigit(_text[i]) || _text[i] == '_'))
            i++;
        if (i == position + 2)
            return -1;
        for (var depth = 0; i < _text.Length && _text[i] is not ('\r' or '\n'); i++)
        {
            if (_text[i] == '{')
                depth++;
            else if (_text[i] == '}' && depth-- == 0)
                return i + 1;
        }

        return -1;
    }

    private int EndOfPlaceholder(int position)
    {
        var (open, close) = _text[position] == '@' ? ('@', '@') : ('<', '>');
        var i = position + 1;
        if (i == _text.Length || !char.IsAsciiLetter(_text[i]))
            return -1;
        while (i < _text.Length && _text[i] != close && _text[i] is not ('\r' or '\n' or '"' or '\'') && _text[i] != open && (open == '<' || char.IsAsciiLetterOrDigit(_text[i]) || _text[i] is '_' or '-' or '.'))
            i++;
        return i < _text.Length && _text[i] == close ? i + 1 : -1;
    }

    private int EndOfShell(int position)
    {
        var isEscaped = false;
        for (var i = position - 1; i >= 0 && _text[i] == '\\'; i--)
            isEscaped = !isEscaped;
        if (isEscaped)
            return -1;
        if (_text[position] == '`')
            return EndOf("`", position - 1);
        if (position + 1 < _text.Length && _text[position + 1] == '{')
            return EndOfVariable(position);
        if (position + 1 < _text.Length && _text[position + 1] == '(')
            return EndOfCommand(position);
        var end = position + 1;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_'))
            end++;
        return end == position + 1 ? -1 : end;
    }

    private int EndOfCommand(int position)
    {
        for (var (i, depth) = (position + 1, 0); i < Math.Min(_text.Length, position + MaxLength); i++)
        {
            if (_text[i] is '"' or '\'' && EndOfQuote(i) is >= 0 and var quoted)
                i = quoted;
            else if (_text[i] == '(')
                depth++;
            else if (_text[i] == ')' && --depth == 0)
                return i + 1;
        }

        return -1;
    }

    /// <summary>What stands in a raw block is text, whatever it looks like: to the statement that ends it.</summary>
    private int EndOfRaw(int position, string word)
    {
        for (var at = position; (at = _text.IndexOf(JinjaStatement, at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            if (_text.AsSpan(at + 2).TrimStart("-+").TrimStart() is { } rest && rest.StartsWith("end" + word))
                return at;
        }

        return position;
    }

    /// <summary>The words <c>x</c> of which there is an <c>endx</c>: so the tags of extensions are understood as well.</summary>
    private static HashSet<string> FindClosedWords(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; (at = text.IndexOf(JinjaStatement, at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            var word = FirstWord(text.AsSpan(at + 2).TrimStart("-+~"));
            if (word.StartsWith("end", StringComparison.Ordinal))
                words.Add(word[3..]);
        }

        return words;
    }
}
