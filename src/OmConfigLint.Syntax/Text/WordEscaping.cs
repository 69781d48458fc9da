using System.Buffers;
using System.Text;

namespace OmConfigLint.Syntax.Text;

/// <summary>How new text is written into a word of a shell or a Dockerfile.</summary>
internal static class WordEscaping
{
    private static readonly SearchValues<char> UnquotedCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+/:@=,%");

    /// <summary>Outside of quotes, and where one word has several kinds of them: characters that mean themselves everywhere.</summary>
    public static TextEscaping Unquoted { get; } = TextEscaping.Only(UnquotedCharacters);

    /// <summary>Between single quotes.</summary>
    public static TextEscaping SingleQuoted { get; } = new SingleQuotedText();

    /// <summary>Between double quotes, with the backslash as escape character.</summary>
    public static TextEscaping DoubleQuoted { get; } = new DoubleQuotedText('\\', "\"$`\\");

    /// <summary>Between double quotes of a Dockerfile.</summary>
    public static TextEscaping DoubleQuotedBy(char escape) => new DoubleQuotedText(escape, $"\"${escape}");

    /// <summary>In a value that is never edited.</summary>
    public static TextEscaping None { get; } = new ReadOnlyText();

    private sealed class SingleQuotedText : TextEscaping
    {
        public override string? Escape(string text) => text.AsSpan().IndexOfAny("'\\`\r\n") < 0 ? text : null;
    }

    private sealed class DoubleQuotedText(char escape, string escaped) : TextEscaping
    {
        public override string? Escape(string text)
        {
            // `!` is the history in some shells.
            if (text.AsSpan().IndexOfAny("!\r\n") >= 0)
                return null;
            var written = new StringBuilder(text.Length);
            foreach (var c in text)
            {
                if (escaped.Contains(c, StringComparison.Ordinal))
                    written.Append(escape);
                written.Append(c);
            }

            return written.ToString();
        }
    }

    private sealed class ReadOnlyText : TextEscaping
    {
        public override string? Escape(string text) => null;
    }
}
