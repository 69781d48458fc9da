using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>Turns YamlDotNet's exceptions into errors that a person understands and finds.</summary>
internal static class YamlErrors
{
    /// <summary>Translates <paramref name="exception"/>.</summary>
    /// <param name="text">The text that was read.</param>
    /// <param name="shift">What is added to the exception's marks.</param>
    /// <param name="exception">What the parser threw.</param>
    /// <param name="position">How far the scanner had read.</param>
    /// <param name="consumed">The end of the last token that the parser took.</param>
    /// <param name="openBrackets">The offsets of the brackets open at <paramref name="consumed"/>.</param>
    public static SyntaxError Translate(
        string text, int shift, Exception exception, int position, int consumed, IReadOnlyList<int> openBrackets)
    {
        var start = position;
        var end = position;
        if (exception is YamlException { Start.Index: > 0 } yaml)
        {
            start = Math.Min((int)yaml.Start.Index + shift, text.Length);
            end = Math.Clamp((int)yaml.End.Index + shift, start, text.Length);
        }

        if (IsAboutBrackets(exception))
        {
            var open = FlowBrackets.FindUnclosed(text, openBrackets, consumed, start);
            if (open >= 0)
                return new SyntaxError(new TextSpan(open, 1), $"`{text[open]}` is never closed", SyntaxErrorKind.Invalid);
        }

        var (message, whole) = Describe(exception);
        return new SyntaxError(whole ? SpanAt(text, start, end) : SpanAt(text, start, start), message, SyntaxErrorKind.Invalid);
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
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        if (end > start)
            return TextSpan.FromBounds(start, end);
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;
        if (start > 0)
            start--;
        return new TextSpan(start, Math.Min(1, text.Length));
    }

    /// <summary>An unclosed bracket swallows what follows it and shows itself as a surprise some lines below.</summary>
    private static bool IsAboutBrackets(Exception exception) =>
        exception is not YamlException
        || exception.Message.Contains("a flow ", StringComparison.Ordinal)
        || exception.Message.Contains("node content", StringComparison.Ordinal);

    private static (string Message, bool WholeSpan) Describe(Exception exception) => exception.Message switch
    {
        "While parsing a block mapping, did not find expected key." => ("a key was expected here, or less indentation", false),
        "While parsing a block collection, did not find expected '-' indicator." => ("a `-` was expected here, or less indentation", false),
        "While scanning a simple key, could not find expected ':'." => ("a `:` is missing behind this key", false),
        _ => (Plain(exception.Message), true),
    };

    private static string Plain(string message) => message;
}
