using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>Reads the text between scalars, aliases, anchors and tags: indicators, markers, comments, blanks and line breaks.</summary>
internal static class GapLexer
{
    /// <summary>The piece that starts at <paramref name="position"/>; it ends at <paramref name="end"/> or before.</summary>
    /// <exception cref="InvalidOperationException">Something else stands there: the tree's spans are wrong.</exception>
    public static YamlPiece Read(string text, int position, int end)
    {
        var c = text[position];
        switch (c)
        {
            case ' ' or '\t':
                var blanks = position + 1;
                while (blanks < end && text[blanks] is ' ' or '\t')
                    blanks++;
                return Piece(YamlPieceKind.WhiteSpace, position, blanks);
            case '\r' or '\n' or '\u0085' or '\u2028' or '\u2029':
                return Piece(YamlPieceKind.LineBreak, position, EndOfLineBreak(text, position));
            case '#':
                return Piece(YamlPieceKind.Comment, position, EndOfLine(text, position, end));
            case '%' when IsLineStart(text, position):
                var directive = text.AsSpan(position, EndOfLine(text, position, end) - position);
                var comment = directive.IndexOf('#');
                return Piece(YamlPieceKind.Marker, position, position + (comment < 0 ? directive : directive[..comment]).TrimEnd(" \t").Length);
            case '-' or '.' when IsMarker(text, position):
                return Piece(YamlPieceKind.Marker, position, position + 3);
            case ':' or '-' or '?' or ',' or '[' or ']' or '{' or '}':
                return Piece(YamlPieceKind.Indicator, position, position + 1);
            case '\uFEFF' when position == 0:
                return Piece(YamlPieceKind.ByteOrderMark, position, 1);
            default:
                throw new InvalidOperationException($"the tree does not account for the character U+{(int)c:X4} at offset {position}");
        }
    }

    /// <summary>The end of the line that holds <paramref name="position"/>, line break excluded.</summary>
    public static int EndOfLine(string text, int position, int end)
    {
        var length = text.AsSpan(position, end - position).IndexOfAny("\r\n\u0085\u2028\u2029");
        return length < 0 ? end : position + length;
    }

    /// <summary>The start of the line that holds <paramref name="position"/>.</summary>
    public static int StartOfLine(string text, int position) => text.AsSpan(0, position).LastIndexOfAny("\r\n\u0085\u2028\u2029") + 1;

    /// <summary>The offset behind the line break at <paramref name="position"/>.</summary>
    public static int EndOfLineBreak(string text, int position) =>
        text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? position + 2 : position + 1;

    public static bool IsLineBreak(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    public static bool IsLineStart(string text, int position) =>
        position == 0 || IsLineBreak(text[position - 1]) || (position == 1 && text[0] == '\uFEFF');

    private static bool IsMarker(string text, int position) =>
        IsLineStart(text, position)
        && (text.AsSpan(position).StartsWith("---") || text.AsSpan(position).StartsWith("..."))
        && (position + 3 == text.Length || text[position + 3] is ' ' or '\t' || IsLineBreak(text[position + 3]));

    private static YamlPiece Piece(YamlPieceKind kind, int start, int end) => new(kind, TextSpan.FromBounds(start, end));
}
