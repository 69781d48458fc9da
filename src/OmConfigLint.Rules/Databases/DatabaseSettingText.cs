using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// Finds settings in a text whatever it is, for they look much alike everywhere: <c>--sort_buffer_size=10M</c>, <c>-c work_mem=10MB</c>,
/// <c>sort-buffer-size = 10M</c> in an option file, <c>SET GLOBAL sort_buffer_size = 10485760</c>, <c>ALTER SYSTEM SET work_mem TO '10MB'</c>.
/// Lines that are comments in any of these are passed over.
/// </summary>
internal static class DatabaseSettingText
{
    private const int MaxDistance = 60;
    private const int MaxValueLength = 200;
    private const int MaxLookBehind = 2_000;

    // Behind these something else begins.
    private static readonly SearchValues<char> Ends = SearchValues.Create("{}\n;&|");

    /// <summary>The settings in <paramref name="text"/>, in order.</summary>
    public static IEnumerable<DatabaseSettingMatch> Find(string text) =>
        Find(text, DatabaseParameter.SortBufferSize).Concat(Find(text, DatabaseParameter.WorkMem));

    private static IEnumerable<DatabaseSettingMatch> Find(string text, DatabaseParameter parameter)
    {
        foreach (var at in NamesIn(text, parameter))
        {
            var lineStart = LineStartOf(text, at);
            if (!IsWholeName(text, at) || IsComment(text.AsSpan(lineStart..at)) || IsOfAnotherProgram(text, lineStart, at) || IsSearchedFor(text.AsSpan(lineStart..at)))
                continue;
            if ((ValueBehind(text, at + parameter.Name.Length) ?? ValueNamedApart(text, at + parameter.Name.Length)) is { } value)
                yield return new DatabaseSettingMatch(parameter, ScopeOf(text.AsSpan(lineStart..at)), TextSpan.FromBounds(at, value.End), value);
        }
    }

    // Of a line of a million characters the end will do.
    private static int LineStartOf(string text, int position)
    {
        var start = Math.Max(0, position - MaxLookBehind);
        return start + text.AsSpan(start..position).LastIndexOfAny('\n', '\r') + 1;
    }

    private static IEnumerable<int> NamesIn(string text, DatabaseParameter parameter)
    {
        var plain = text.IndexOf(parameter.Name, StringComparison.OrdinalIgnoreCase);
        var dashed = text.IndexOf(parameter.DashedName, StringComparison.OrdinalIgnoreCase);
        while (plain >= 0 || dashed >= 0)
        {
            var isPlain = dashed < 0 || (plain >= 0 && plain < dashed);
            yield return isPlain ? plain : dashed;
            if (isPlain)
                plain = text.IndexOf(parameter.Name, plain + parameter.Name.Length, StringComparison.OrdinalIgnoreCase);
            else
                dashed = text.IndexOf(parameter.DashedName, dashed + parameter.DashedName.Length, StringComparison.OrdinalIgnoreCase);
        }
    }

    // `maintenance_work_mem` and `innodb_sort_buffer_size` are other parameters; `-cwork_mem=…`, `--work_mem` and `@@global.work_mem` are not.
    private static bool IsWholeName(string text, int at)
    {
        var before = text.AsSpan(0, at);
        if (before.IsEmpty)
            return true;
        if (before[^1] == '-')
            return before.EndsWith("--") && (before.Length == 2 || !IsNamePart(before[^3]));
        if (before[^1] == '.')
            return before.Length > 3 && before[..^1].LastIndexOf("@@") is >= 0 and var variable && !before[(variable + 2)..^1].ContainsAny(" \t\r\n");
        return !IsNamePart(before[^1]) || before.EndsWith("-c");
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$' or '.';

    private static bool IsComment(ReadOnlySpan<char> beforeOnLine)
    {
        var start = beforeOnLine.TrimStart(" \t");
        return start is ['#' or ';', ..] || start.StartsWith("-- ") || start.StartsWith("//") || start.StartsWith("/*");
    }

    // The nearest section above a line of an option file.
    private static bool IsOfAnotherProgram(string text, int lineStart, int at)
    {
        if (!text.AsSpan(lineStart..at).IsWhiteSpace())
            return false;
        for (var end = lineStart - 1; end > 0 && lineStart - end < MaxLookBehind;)
        {
            var start = LineStartOf(text, end);
            var line = text.AsSpan(start..end).Trim();
            if (line is ['[', .. var section, ']'])
                return !OptionFileSettings.IsServer(section);
            end = start - 1;
        }

        return false;
    }

    // The first half of `s/^#work_mem = 4MB/work_mem = 10MB/`.
    private static bool IsSearchedFor(ReadOnlySpan<char> beforeOnLine)
    {
        var start = beforeOnLine.TrimEnd("^#;* \t\\?+[](){}");
        return start is [.., 's', '/' or '|' or ',' or '@' or '~' or '%'] && (start.Length == 2 || !char.IsAsciiLetterOrDigit(start[^3]));
    }

    // `ParameterName=sort_buffer_size,ParameterValue=10485760`, the same in JSON, `--name sort_buffer_size --value 10485760`.
    private static TextSpan? ValueNamedApart(string text, int position)
    {
        var rest = text.AsSpan(position, Math.Min(MaxValueLength, text.Length - position));
        foreach (var name in (ReadOnlySpan<string>)["ParameterValue", "--value"])
        {
            var at = rest.IndexOf(name, StringComparison.Ordinal);
            if (at < 0 || at > MaxDistance || rest[..at].ContainsAny(Ends) || rest[..at].Contains("ParameterName", StringComparison.Ordinal))
                continue;
            var end = position + at + name.Length;
            return ValueBehind(text, end < text.Length && text[end] is '"' or '\'' ? end + 1 : end);
        }

        return null;
    }

    private static SettingScope ScopeOf(ReadOnlySpan<char> beforeOnLine)
    {
        if (beforeOnLine.EndsWith("--") || beforeOnLine.TrimEnd(' ').EndsWith("-c"))
            return SettingScope.Server;

        var statement = beforeOnLine[(beforeOnLine.LastIndexOf(';') + 1)..];
        SettingScope? scope = null;
        foreach (var range in statement.SplitAny(" \t@.,'\"`("))
        {
            var word = statement[range];
            if (Is(word, "ALTER"))
                return SettingScope.Persisted;
            if (Is(word, "SET") || Is(word, "SESSION") || Is(word, "LOCAL"))
                scope = SettingScope.Session;
            else if (Is(word, "GLOBAL"))
                scope = SettingScope.UntilRestart;
            else if (Is(word, "PERSIST") || Is(word, "PERSIST_ONLY"))
                scope = SettingScope.Persisted;
        }

        return scope ?? SettingScope.Server;

        static bool Is(ReadOnlySpan<char> word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
    }

    // `=10M`, ` = '10MB'`, ` TO '10MB'`, ` 10M`; of `${NAME:-10M}` the default; a product as SQL writes it.
    private static TextSpan? ValueBehind(string text, int position)
    {
        var start = SkipBlanks(text, position);
        if (start < text.Length && text[start] is '=' or ':')
        {
            start = SkipBlanks(text, start + (text.AsSpan(start).StartsWith(":=") ? 2 : 1));
        }
        else
        {
            if (start == position)
                return null;
            if (text.AsSpan(start).StartsWith("TO ", StringComparison.OrdinalIgnoreCase))
                start = SkipBlanks(text, start + 3);
        }

        if (start >= text.Length)
            return null;
        if (text[start] is '\'' or '"' or '`')
            return IndexOf(text, text[start], start + 1) is > 0 and var close ? TextSpan.FromBounds(start + 1, close) : null;
        if (text[start] == '\\' && start + 1 < text.Length && text[start + 1] is '\'' or '"')
            return IndexOf(text, '\\', start + 2) is > 0 and var escaped ? TextSpan.FromBounds(start + 2, escaped) : null;
        if (text.AsSpan(start).StartsWith("${"))
            return DefaultOf(text, start);
        return char.IsAsciiDigit(text[start]) ? TextSpan.FromBounds(start, EndOfAmount(text, start)) : null;
    }

    private static int IndexOf(string text, char wanted, int start) => start >= text.Length ? -1 : text.IndexOf(wanted, start, Math.Min(MaxValueLength, text.Length - start));

    private static TextSpan? DefaultOf(string text, int start)
    {
        var close = IndexOf(text, '}', start);
        var dash = close < 0 ? -1 : text.IndexOf('-', start, close - start);
        return dash < 0 ? null : TextSpan.FromBounds(dash + 1, close);
    }

    private static int EndOfAmount(string text, int start)
    {
        var end = EndOfWord(text, start);
        while (true)
        {
            var next = SkipBlanks(text, end);
            if (next >= text.Length || text[next] != '*')
                return end;
            next = SkipBlanks(text, next + 1);
            if (next >= text.Length || !char.IsAsciiDigit(text[next]))
                return end;
            end = EndOfWord(text, next);
        }
    }

    private static int EndOfWord(string text, int position)
    {
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '.'))
            position++;
        return position;
    }

    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;
        return position;
    }
}
