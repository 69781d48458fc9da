using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>Reads the words of an instruction: quotes and escapes are taken away, variables kept.</summary>
internal sealed class DockerfileWordReader(string source, JoinedText joined, char escape)
{
    private readonly string _line = joined.Text;
    private ImmutableArray<VariableReference> _variables;

    /// <summary>A part of the line as it stands.</summary>
    public SyntaxToken Plain(SyntaxTokenKind kind, int start, int end, TextEscaping? escaping = null)
    {
        var span = joined.ToSource(start, end);
        return new SyntaxToken(kind, span, token =>
        {
            var value = new MappedTextBuilder(token, source);
            joined.AppendTo(value, start, end);
            return value.Build(span, escaping ?? WordEscaping.Unquoted);
        });
    }

    /// <summary>A word that ends at a blank outside of quotes.</summary>
    public DockerfileWord Read(SyntaxTokenKind kind, int start, out int end, bool stopsAtBlank = true, bool stopsAtEquals = false)
    {
        end = EndOf(start, stopsAtBlank, stopsAtEquals);
        return Read(kind, start, end);
    }

    /// <summary>A word of which the ends are known.</summary>
    public DockerfileWord Read(SyntaxTokenKind kind, int start, int end)
    {
        var variables = ImmutableArray.CreateBuilder<VariableReference>();
        var span = joined.ToSource(start, end);
        var read = new SyntaxToken(kind, span, token =>
        {
            var value = new MappedTextBuilder(token, source);
            AppendWord(value, start, end, variables);
            var style = StyleOf(start, end);
            var content = style is '\'' or '"' ? joined.ToSource(start + 1, end - 1) : span;
            var escaping = style switch { '\'' => WordEscaping.SingleQuoted, '"' => WordEscaping.DoubleQuotedBy(escape), _ => WordEscaping.Unquoted };
            return value.Build(content, escaping);
        });
        return new DockerfileWord(read, variables.DrainToImmutable());
    }

    /// <summary>A string of the exec form.</summary>
    public SyntaxToken JsonString(TextSpan part)
    {
        var span = joined.ToSource(part.Start, part.End);
        return new SyntaxToken(SyntaxTokenKind.Text, span, token =>
        {
            var value = new MappedTextBuilder(token, source);
            for (var i = part.Start + 1; i < part.End - 1;)
            {
                var length = _line[i] != '\\' ? 1 : _line[i + 1] == 'u' ? 6 : 2;
                if (length == 1)
                    joined.AppendTo(value, i, i + 1);
                else
                    joined.AppendTo(value, i, i + length, MeaningOf(_line.AsSpan(i + 1, length - 1)));
                i += length;
            }

            return value.Build(joined.ToSource(part.Start + 1, part.End - 1), JsonText.Instance);
        });
    }

    private static string MeaningOf(ReadOnlySpan<char> escaped) => escaped[0] switch
    {
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'u' => ((char)int.Parse(escaped[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(),
        var c => c.ToString(),
    };

    private int EndOf(int start, bool stopsAtBlank, bool stopsAtEquals)
    {
        var quote = '\0';
        for (var i = start; i < _line.Length; i++)
        {
            var c = _line[i];
            if (c == escape && quote != '\'')
                i++;
            else if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"')
                quote = c;
            else if ((stopsAtBlank && c is ' ' or '\t') || (stopsAtEquals && c == '='))
                return i;
        }

        return _line.Length;
    }

    private void AppendWord(MappedTextBuilder value, int start, int end, ImmutableArray<VariableReference>.Builder found)
    {
        if (_variables.IsDefault)
            _variables = VariableReferences.In(_line, new TextSpan(0, _line.Length), escape);
        var next = IndexOfVariableAt(start);
        var quote = '\0';
        for (var i = start; i < end;)
        {
            var c = _line[i];
            while (next < _variables.Length && _variables[next].Span.Start < i)
                next++;
            if (quote != '\'' && next < _variables.Length && _variables[next].Span.Start == i && _variables[next].Span.End <= end)
            {
                // A reference stays as it is written, and so do those in its default.
                var reference = _variables[next].Span;
                for (; next < _variables.Length && reference.Contains(_variables[next].Span); next++)
                    found.Add(_variables[next].Shifted(value.Length - i));
                joined.AppendTo(value, i, reference.End);
                i = reference.End;
            }
            else if (c == quote && c != '\0')
            {
                quote = '\0';
                i++;
            }
            else if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
                i++;
            }
            else if (c == escape && quote != '\'' && i + 1 < end && (quote == '\0' || _line[i + 1] is '"' or '$' || _line[i + 1] == escape))
            {
                joined.AppendTo(value, i, i + 2, _line[i + 1].ToString());
                i += 2;
            }
            else
            {
                joined.AppendTo(value, i, i + 1);
                i++;
            }
        }
    }

    private int IndexOfVariableAt(int position)
    {
        var (low, high) = (0, _variables.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_variables[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The quote around the whole of a word; <c>\0</c> where there is none.</summary>
    private char StyleOf(int start, int end)
    {
        if (end - start < 2 || _line[start] is not ('\'' or '"') || _line[end - 1] != _line[start])
            return '\0';
        var quote = _line[start];
        for (var i = start + 1; i < end - 1; i++)
        {
            if (_line[i] == escape && quote == '"')
                i++;
            else if (_line[i] == quote)
                return '\0';
        }

        return quote;
    }

    private sealed class JsonText : TextEscaping
    {
        public static JsonText Instance { get; } = new();

        public override string? Escape(string text) => JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
    }
}
