using System.Buffers;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Tells values that stand for a secret (or say that there is none) from secrets.</summary>
internal static class SecretPlaceholder
{
    /// <summary>Defaults of defaults beyond this are not looked into.</summary>
    private const int DeepestDefault = 8;

    private static readonly string[] Words = ["null", "~", "true", "false", "yes", "no", "on", "off"];

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly SearchValues<char> VariableCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>
    /// The part of <paramref name="value"/> that is secret: nothing of <c>${VAR}</c>, <c>$VAR</c> (<c>$$VAR</c> in Compose), <c>{{ … }}</c>, <c>&lt;…&gt;</c>, <c>__X__</c>,
    /// <c>null</c> and booleans; the default of <c>${VAR:-default}</c>; else all of it.
    /// </summary>
    public static Range SecretPart(ReadOnlySpan<char> value)
    {
        var (start, end) = (0, value.Length);
        for (var depth = 0; depth < DeepestDefault; depth++)
        {
            var part = value[start..end];
            if (IsPlaceholder(part))
                return 0..0;
            if (!IsBraced(part, "${", "}"))
                break;

            var i = 2;
            while (char.IsAsciiLetterOrDigit(part[i]) || part[i] == '_')
                i++;
            if (part[i] == ':' && part[i + 1] is '-' or '=' or '+' or '?')
                i++;
            if (part[i] is not ('-' or '=' or '+' or '?'))
                return 0..0;
            var fallback = part[(i + 1)..^1];
            start += i + 1 + (fallback.Length - fallback.TrimStart(' ').Length);
            end = start + fallback.Trim(' ').Length;
        }

        return start..end;
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> value)
    {
        if (value.TrimStart('*').IsEmpty || value.TrimStart('.').IsEmpty || value is "\"\"" or "''")
            return true;
        if (IsBraced(value, "{{", "}}") || IsBraced(value, "{%", "%}") || IsBraced(value, "<", ">") || IsBraced(value, "$(", ")"))
            return true;
        if (value.Length > 4 && value.StartsWith("__") && value.EndsWith("__") && value.IndexOfAnyExcept(NameCharacters) < 0)
            return true;
        if (value.StartsWith("$$"))
            value = value[1..];
        if (value[0] == '$' && value.Length > 1 && !char.IsAsciiDigit(value[1]) && value[1..].IndexOfAnyExcept(VariableCharacters) < 0)
            return true;
        foreach (var word in Words)
        {
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>True where the bracket that opens the value closes at its end, not before.</summary>
    private static bool IsBraced(ReadOnlySpan<char> value, string open, string close)
    {
        if (value.Length < open.Length + close.Length || !value.StartsWith(open) || !value.EndsWith(close))
            return false;

        var depth = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == open[^1])
                depth++;
            else if (value[i] == close[0] && --depth == 0)
                return i == value.Length - 1;
        }

        return true;
    }
}
