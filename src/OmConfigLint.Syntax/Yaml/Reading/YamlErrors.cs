using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>Turns YamlDotNet's exceptions into errors that a person understands and finds.</summary>
internal static class YamlErrors
{
    // As in PyYAML and libyaml.
    private const int MaxKeyLength = 1024;

    // An error points, it does not paint.
    private const int MaxWordLength = 80;

    /// <summary>Translates <paramref name="exception"/>.</summary>
    /// <param name="text">The text that was read.</param>
    /// <param name="shift">What is added to the exception's marks.</param>
    /// <param name="exception">What the parser threw.</param>
    /// <param name="position">How far the scanner had read: where the exception has no mark, the error is there.</param>
    /// <param name="consumed">The end of the last token that the parser took.</param>
    /// <param name="openBrackets">The offsets of the brackets open at <paramref name="consumed"/>.</param>
    public static SyntaxError Translate(
        string text, int shift, Exception exception, int position, int consumed, IReadOnlyList<int> openBrackets)
    {
        var start = position;
        var end = position;
        if (exception is YamlException { End.Index: > 0 } marked)
        {
            start = Math.Min((int)marked.Start.Index + shift, text.Length);
            end = Math.Clamp((int)marked.End.Index + shift, start, text.Length);
        }

        if (exception is InvalidOperationException || exception.Message.Contains("a flow ", StringComparison.Ordinal)
            || exception.Message.Contains("node content", StringComparison.Ordinal))
        {
            // An unclosed bracket swallows what follows it and shows itself as a surprise some lines below.
            var open = FlowBrackets.FindUnclosed(text, openBrackets, consumed, start);
            if (open >= 0)
                return Error(new TextSpan(open, 1), $"`{text[open]}` is never closed");
        }

        var first = SpanAt(text, start, start);
        var found = First(text, first);
        switch (exception.Message)
        {
            case "While parsing a block mapping, did not find expected key.":
                return FollowsOnItsLine(text, first.Start)
                    ? Error(first, "nothing but a comment can follow the value before this")
                    : Error(first, "a key with a `:` was expected here, or less indentation");
            case "While parsing a block collection, did not find expected '-' indicator.":
                return FollowsOnItsLine(text, first.Start)
                    ? Error(first, "nothing but a comment can follow the value before this")
                    : Error(first, "an item with a `-` was expected here, or less indentation");
            case "While parsing a flow sequence, did not find expected ',' or ']'.":
                return Error(first, "`,` or `]` was expected here");
            case "While parsing a flow mapping,  did not find expected ',' or '}'.":
            case "While parsing a flow mapping, did not find expected ',' or '}'.":
                return Error(first, "`,` or `}` was expected here");
            case "While parsing a node, did not find expected node content.":
                return Error(first, $"a value cannot start with `{found}`");
            case "While parsing a node, did not find expected token.":
                return Error(first, "an alias cannot have an anchor or tag of its own");
            case "While parsing a node, found more than one anchor.":
                return Error(SpanAt(text, start, end), "a value cannot have two anchors");
            case "While parsing a node, found undefined tag handle.":
                return Error(SpanAt(text, start, end), "no `%TAG` directive defines this tag's prefix");
            case "Did not find expected <document start>.":
            case "Did not find expected <document end>.":
                return found == ':' && first.Start - GapLexer.StartOfLine(text, first.Start) > MaxKeyLength
                    ? Error(first, $"a key cannot be longer than {MaxKeyLength} characters")
                    : Error(first, "this does not belong to what stands before it; only `---` can start another document");
            case "Found incompatible YAML document.":
            case "Incompatible %YAML directive":
                return Error(first, "only YAML 1.1 and 1.2 are understood");
            case "Found duplicate %YAML directive.":
                return Error(first, "this document has a `%YAML` directive already");
            case "Found duplicate %TAG directive.":
            case "Duplicate %TAG directive.":
                return Error(first, "this prefix has a `%TAG` directive already");
            case "While scanning a version directive, did not find preceding <document end>.":
            case "While parsing a document start node, could not find document end marker before version directive.":
                return Error(first, "the document before a directive must end with `...`");
            case "While scanning a simple key, could not find expected ':'.":
                return MissingColon(text, start, consumed);
            case "While scanning plain scalar, found a comment between adjacent scalars.":
                return Error(first, "a comment ends the text before it; this cannot continue it");
            case "While scanning a mapping, found invalid tab as indentation.":
                return Error(new TextSpan(position, 1), "a tab cannot be used for indentation");
            case "While scanning a plain scalar, found a tab character that violate indentation.":
                return Error(new TextSpan(end, 1), "a tab cannot be used for indentation");
            case "While scanning for the next token, found character that cannot start any token.":
                return Error(new TextSpan(first.Start, Math.Min(1, first.Length)), found switch
                {
                    '\t' => "a tab cannot be used for indentation",
                    '`' => "plain text cannot start with a back-tick",
                    _ => $"plain text cannot start with `{found}`",
                });
            case "While scanning a document end, found invalid content after '...' marker.":
                return Error(first, "nothing but a comment can stand behind `...`");
            case "While scanning a flow sequence end, found invalid comment after ']'.":
            case "While scanning a flow entry, found invalid comment after comma.":
            case "While scanning a flow sequence end, found invalid comment after double-quoted scalar.":
            case "While scanning a block scalar, found a comment without whtespace after '>' indicator.":
                return Error(first, "a comment needs white space before its `#`");
            case "Anchor before sequence entry on same line is not allowed.":
                return Error(SpanAt(text, start, end), "an anchor cannot stand before `-` on the same line");
            case "Block sequence entries are not allowed in this context.":
                return Error(first, "an item with a `-` cannot start here");
            case "Mapping keys are not allowed in this context.":
            case "Invalid key indicator format.":
                return Error(first, "a key cannot start here");
            case "Mapping values are not allowed in this context.":
            case "While scanning a plain scalar value, found invalid mapping.":
                return Error(first, "a `:` cannot stand here, this is inside a value already");
            case "While scanning a multiline plain scalar, found invalid mapping.":
                return Error(first, "a key cannot reach over several lines; the line before lacks a `:` or this one is indented too far");
            case "While scanning an anchor or alias, found value containing disallowed: []{},":
                return Error(SpanAt(text, start, end), $"this is no name for an {(found == '*' ? "alias" : "anchor")}");
            case "While scanning a block scalar, found an indentation indicator equal to 0.":
                return Error(SpanAt(text, start, end), "the indentation of a block scalar is 1 to 9");
            case "While scanning a block scalar, did not find expected comment or line break.":
                return Error(SpanAt(text, end, end), $"nothing but a comment can stand behind `{found}`");
            case "While scanning a literal block scalar, found extra spaces in first line.":
            case "While scanning a literal block scalar, found more spaces in lines above first content line.":
                return Error(first, "the blank lines before a block scalar's text are indented more than the text");
            case "While scanning a quoted scalar, found unexpected document indicator.":
            case "While scanning a quoted scalar, found unexpected end of stream.":
                return Error(new TextSpan(start, 1), $"`{found}` is never closed");
            case "While scanning a multi-line double-quoted scalar, found wrong indentation.":
                return Error(new TextSpan(start, 1), "this quoted text goes on in a line that is not indented, or is never closed");
            case "While scanning a quoted scalar, found unknown escape character.":
                return Error(Escape(text, end, 2), $"`{text.Substring(end, Math.Min(2, text.Length - end))}` is no escape sequence");
            case "While scanning a quoted scalar, did not find expected hexadecimal number.":
                return Error(Escape(text, end - 2, 2), "`\\x`, `\\u` and `\\U` need 2, 4 and 8 hexadecimal digits");
            case "While scanning a quoted scalar, found invalid Unicode surrogates.":
            case "While scanning a quoted scalar, found invalid Unicode character escape code.":
                return Error(SpanAt(text, start, end), "an escape sequence in this text stands for no Unicode character");
            default:
                return Unusual(text, exception, position, consumed, openBrackets) ?? Error(SpanAt(text, start, end), Tidy(exception.Message));
        }
    }

    /// <summary>What YamlDotNet throws besides <see cref="YamlException"/> has no place of its own.</summary>
    private static SyntaxError? Unusual(string text, Exception exception, int position, int consumed, IReadOnlyList<int> openBrackets)
    {
        var here = SpanAt(text, position, position);
        switch (exception)
        {
            case YamlException:
                return null;
            case ArgumentNullException:
                return Error(here, "this `%TAG` directive has no prefix");
            case ArgumentOutOfRangeException:
                return Error(here, "an escape sequence before this stands for no Unicode character");
            case ArgumentException:
                var start = text.AsSpan(consumed, Math.Max(0, position - consumed)).IndexOf('!') is >= 0 and var ahead
                    ? consumed + ahead
                    : Math.Max(0, text.LastIndexOf('!', Math.Max(0, consumed - 1)));
                return Error(SpanAt(text, start, start), "this tag is no valid URI");
            case InvalidOperationException when exception.Message.Contains("no more tokens", StringComparison.Ordinal):
                return Error(SpanAt(text, consumed - 3, consumed), "no document stands before this `...`");
            case InvalidOperationException when openBrackets.Count > 0
                || text.AsSpan(consumed, Math.Max(0, position - consumed)).IndexOfAny('[', '{') >= 0:
                return Error(here, "text inside brackets must be indented more than the key that they belong to");
            default:
                return Error(here, "this cannot be read as YAML");
        }
    }

    /// <summary>
    /// From <paramref name="start"/> to <paramref name="end"/> or the end of the line; where that is nothing, the word that stands there;
    /// at the end of a line, the last character before it. Empty only in an empty text.
    /// </summary>
    public static TextSpan SpanAt(string text, int start, int end)
    {
        end = Math.Min(end, GapLexer.EndOfLine(text, start, text.Length));
        if (end > start)
            return TextSpan.FromBounds(start, end);
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && end - start < MaxWordLength)
            end++;
        if (end > start)
            return TextSpan.FromBounds(start, end);
        if (end < text.Length && !GapLexer.IsLineBreak(text[end]))
            return new TextSpan(end, 1);
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;
        if (start > 0)
            start--;
        return new TextSpan(start, Math.Min(1, text.Length));
    }

    /// <summary>The scanner notices the missing colon at the next token, lines later perhaps.</summary>
    private static SyntaxError MissingColon(string text, int noticed, int consumed)
    {
        var start = consumed;
        while (start < noticed)
        {
            if (char.IsWhiteSpace(text[start]))
                start++;
            else if (text[start] == '#')
                start = GapLexer.EndOfLine(text, start, noticed);
            else
                break;
        }

        var line = text.AsSpan(start, GapLexer.EndOfLine(text, start, text.Length) - start);
        var comment = line.IndexOf(" #");
        var word = (comment < 0 ? line : line[..comment]).TrimEnd();
        return word.Length > MaxKeyLength
            ? Error(SpanAt(text, start, start), $"a key cannot be longer than {MaxKeyLength} characters")
            : Error(word.IsEmpty ? SpanAt(text, noticed, noticed) : new TextSpan(start, word.Length), "this key has no `:`");
    }

    private static TextSpan Escape(string text, int start, int length) => new(start, Math.Min(length, text.Length - start));

    private static char First(string text, TextSpan span) => span.IsEmpty ? ' ' : text[span.Start];

    /// <summary>YamlDotNet's own words: "While scanning a tag, did not find X." becomes "did not find X".</summary>
    private static string Tidy(string message)
    {
        if (message.StartsWith("While ", StringComparison.Ordinal) && message.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
            message = message[(comma + 1)..];
        return LowerFirst(message.Trim().TrimEnd('.'));
    }

    private static string LowerFirst(string message) =>
        message.Length > 0 ? char.ToLowerInvariant(message[0]) + message[1..] : message;

    /// <summary>True where something other than white space stands before <paramref name="position"/> on its line.</summary>
    private static bool FollowsOnItsLine(string text, int position) =>
        !text.AsSpan(GapLexer.StartOfLine(text, position)..position).Trim(" \t").IsEmpty;

    private static SyntaxError Error(TextSpan span, string message) => new(span, message, SyntaxErrorKind.Invalid);
}
