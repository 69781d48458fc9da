using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>The text of a string expression with its parts and holes; what string methods make of it is another one.</summary>
/// <param name="Text">The text.</param>
/// <param name="Parts">Its parts in order; at least one.</param>
/// <param name="Holes">What stands between the parts, in order.</param>
/// <param name="Indentation">What was cut off before each line.</param>
internal sealed record PythonStringContent(
    string Text, ImmutableArray<EmbeddedPart> Parts, ImmutableArray<PythonHole> Holes, string Indentation)
{
    /// <summary>How many calls of string methods are followed: each makes the text anew.</summary>
    public const int MaxCuts = 8;

    private const string WhiteSpace = " \t\n\r\f\v\u001C\u001D\u001E\u001F\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    /// <summary>How many times it was cut.</summary>
    public int Cuts { get; private init; }

    public EmbeddedText ToEmbeddedText() => new(Text, Parts, Indentation);

    /// <summary>The text of literals, one behind the other.</summary>
    public static PythonStringContent Of(IEnumerable<PythonStringLiteral> literals)
    {
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<EmbeddedPart>();
        var holes = ImmutableArray.CreateBuilder<PythonHole>();
        foreach (var literal in literals)
        {
            for (var i = 0; i < literal.Texts.Length; i++)
            {
                var part = literal.Texts[i].Text;
                parts.Add(new EmbeddedPart(text.Length, part, 0, part.Value.Length));
                text.Append(part.Value);
                if (i < literal.Fields.Length)
                {
                    holes.Add(new PythonHole(new TextSpan(text.Length, literal.Fields[i].Span.Length), literal.Fields[i]));
                    text.Append('_', literal.Fields[i].Span.Length);
                }
            }
        }

        return new PythonStringContent(text.ToString(), parts.DrainToImmutable(), holes.DrainToImmutable(), "");
    }

    /// <summary>The texts one behind the other; null where their lines were cut differently.</summary>
    public static PythonStringContent? Concat(IReadOnlyList<(PythonStringContent? Text, PythonField? Field)> operands)
    {
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<EmbeddedPart>();
        var holes = ImmutableArray.CreateBuilder<PythonHole>();
        string? indentation = null;
        foreach (var (content, field) in operands)
        {
            if (content is null)
            {
                holes.Add(new PythonHole(new TextSpan(text.Length, field!.Span.Length), field));
                text.Append('_', field.Span.Length);
                continue;
            }

            if ((indentation ??= content.Indentation) != content.Indentation)
                return null;
            foreach (var part in content.Parts)
                parts.Add(part with { Start = part.Start + text.Length });
            foreach (var hole in content.Holes)
                holes.Add(hole with { Span = new TextSpan(hole.Span.Start + text.Length, hole.Span.Length) });
            text.Append(content.Text);
        }

        return new PythonStringContent(text.ToString(), parts.DrainToImmutable(), holes.DrainToImmutable(), indentation ?? "");
    }

    /// <summary>Python's <c>str.strip</c> and its one-sided forms.</summary>
    /// <param name="characters">What is cut; null for white space.</param>
    /// <param name="atStart">True to cut at the start.</param>
    /// <param name="atEnd">True to cut at the end.</param>
    public PythonStringContent Strip(string? characters, bool atStart, bool atEnd)
    {
        characters ??= WhiteSpace;
        var (start, end) = (0, Text.Length);
        while (atStart && start < end && characters.Contains(Text[start], StringComparison.Ordinal) && !(Text[start] == '_' && IsInHole(start)))
            start++;
        while (atEnd && end > start && characters.Contains(Text[end - 1], StringComparison.Ordinal) && !(Text[end - 1] == '_' && IsInHole(end - 1)))
            end--;
        return Keep([TextSpan.FromBounds(start, end)], Indentation);
    }

    /// <summary>Python's <c>textwrap.dedent</c>. A field is taken for text without line breaks that starts with no blank.</summary>
    public PythonStringContent Dedent()
    {
        string? margin = null;
        foreach (var line in Lines())
        {
            var content = Text.AsSpan(line.Start, line.Length).TrimEnd('\n');
            var blanks = content.IndexOfAnyExcept(' ', '\t');
            if (blanks < 0)
                continue;
            margin = margin is null ? content[..blanks].ToString() : margin[..margin.AsSpan().CommonPrefixLength(content[..blanks])];
        }

        margin ??= "";
        var kept = new List<TextSpan>();
        foreach (var line in Lines())
        {
            var content = Text.AsSpan(line.Start, line.Length).TrimEnd('\n');
            var cut = content.IndexOfAnyExcept(' ', '\t') < 0 ? content.Length : margin.Length;
            kept.Add(TextSpan.FromBounds(line.Start + cut, line.End));
        }

        return Keep(kept, Indentation + margin);
    }

    /// <summary>Python's <c>inspect.cleandoc</c>; null where tabs make it uncertain.</summary>
    public PythonStringContent? CleanDoc()
    {
        if (Text.Contains('\t', StringComparison.Ordinal) || Indentation.Length > 0)
            return null;
        var lines = Lines();
        var margin = int.MaxValue;
        for (var i = 1; i < lines.Count; i++)
        {
            var content = Text.AsSpan(lines[i].Start, lines[i].Length).TrimEnd('\n');
            var blanks = content.IndexOfAnyExcept(' ');
            if (blanks >= 0)
                margin = Math.Min(margin, blanks);
        }

        var kept = new List<TextSpan>();
        for (var i = 0; i < lines.Count; i++)
        {
            var content = Text.AsSpan(lines[i].Start, lines[i].Length).TrimEnd('\n');
            var cut = i == 0 ? content.Length - content.TrimStart(WhiteSpace).Length : Math.Min(margin == int.MaxValue ? 0 : margin, content.Length);
            kept.Add(TextSpan.FromBounds(lines[i].Start + cut, lines[i].End));
        }

        // Empty lines at both ends go; lines of blanks, cut to nothing, are empty.
        while (kept is [.., var last] && (last.IsEmpty || Text[last.Start] == '\n'))
            kept.RemoveAt(kept.Count - 1);
        while (kept is [var first, ..] && (first.IsEmpty || Text[first.Start] == '\n'))
            kept.RemoveAt(0);
        if (kept.Count > 0 && Text[kept[^1].End - 1] == '\n')
            kept[^1] = new TextSpan(kept[^1].Start, kept[^1].Length - 1);
        return Keep(kept, margin == int.MaxValue ? "" : new string(' ', margin));
    }

    private bool IsInHole(int position) => Holes.Any(hole => hole.Span.Contains(position));

    /// <summary>The lines with their line breaks.</summary>
    private List<TextSpan> Lines()
    {
        var lines = new List<TextSpan>();
        for (var start = 0; start < Text.Length;)
        {
            var length = Text.AsSpan(start).IndexOf('\n') is >= 0 and var found ? found + 1 : Text.Length - start;
            lines.Add(new TextSpan(start, length));
            start += length;
        }

        return lines;
    }

    private PythonStringContent Keep(List<TextSpan> kept, string indentation)
    {
        var text = new StringBuilder();
        var starts = new List<(TextSpan, int)>(kept.Count);
        var holes = ImmutableArray.CreateBuilder<PythonHole>();
        var hole = 0;
        foreach (var span in kept)
        {
            for (; hole < Holes.Length && Holes[hole].Span.Start < span.End; hole++)
            {
                if (span.Contains(Holes[hole].Span))
                    holes.Add(Holes[hole] with { Span = new TextSpan(Holes[hole].Span.Start - span.Start + text.Length, Holes[hole].Span.Length) });
            }

            starts.Add((span, text.Length));
            text.Append(Text, span.Start, span.Length);
        }

        return new PythonStringContent(text.ToString(), EmbeddedPart.Keep(Parts, starts), holes.DrainToImmutable(), indentation) { Cuts = Cuts + 1 };
    }
}
