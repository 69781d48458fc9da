using System.Collections.Immutable;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Ini;

/// <summary>A new line of a file of keys and values, and how it will be read.</summary>
/// <param name="Text">The line without its line break.</param>
/// <param name="Tokens">Its tokens.</param>
internal readonly record struct IniLine(string Text, ImmutableArray<DeclaredToken> Tokens)
{
    /// <summary>Writes a line in the style of <paramref name="style"/>: its indentation, delimiter and dashes.</summary>
    /// <exception cref="SyntaxEditException">The line would be read otherwise.</exception>
    public static IniLine Write(string source, IniDialect dialect, IniEntry? style, string key, string value)
    {
        var indentation = "";
        var delimiter = " = ";
        if (style is not null)
        {
            var start = style.Span.Start;
            while (start > 0 && source[start - 1] is ' ' or '\t')
                start--;
            indentation = source[start..style.Span.Start];
            var keyEnd = style.KeyToken.Span.End;
            if (style.Value is { } text && source.AsSpan(keyEnd, text.Span.Start - keyEnd).IndexOfAny('\n', '\r') < 0)
                delimiter = source[keyEnd..text.Span.Start];
            if (dialect == IniDialect.MySql && style.KeyToken.Value.Contains('-', StringComparison.Ordinal))
                key = key.Replace('_', '-');
        }

        if (dialect == IniDialect.PostgreSql && !IniReader.IsPostgreSqlWord(value))
            value = "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
        var line = indentation + key + delimiter + value;
        var read = new IniReader(line, dialect);
        if (read.Entries is not [{ Value: not null } entry] || !string.Equals(entry.KeyToken.Value, key, StringComparison.Ordinal) || !read.Comments.IsEmpty)
            throw new SyntaxEditException("the new entry cannot be written on one line");
        return new IniLine(line, [.. read.Tokens.Select(token => new DeclaredToken(token.Kind, token.Value))]);
    }
}
