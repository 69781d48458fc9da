using System.Buffers;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Tells values that stand for a secret (or say that there is none) from secrets.</summary>
internal static class SecretPlaceholder
{
    private static readonly string[] Words = ["null", "~", "true", "false", "yes", "no", "on", "off"];

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly SearchValues<char> VariableCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>
    /// The part of <paramref name="value"/> that is secret: nothing of <c>${VAR}</c>, <c>$VAR</c>, <c>{{ … }}</c>, <c>&lt;…&gt;</c>, <c>__X__</c>,
    /// <c>null</c> and booleans; the default of <c>${VAR:-default}</c>; else all of it.
    /// </summary>
    public static Range SecretPart(ReadOnlySpan<char> value)
    {
        if (IsPlaceholder(value))
            return 0..0;
        if (!IsBraced(value, "${", "}"))
            return ..;

        var name = 2;
        while (char.IsAsciiLetterOrDigit(value[name]) || value[name] == '_')
            name++;
        if (value[name] == ':' && value[name + 1] is '-' or '=' or '+' or '?')
            name++;
        if (value[name] is not ('-' or '=' or '+' or '?'))
            return 0..0;
        var part = SecretPart(value[(name + 1)..^1]);
        var (offset, length) = part.GetOffsetAndLength(value.Length - name - 2);
        return (name + 1 + offset)..(name + 1 + offset + length);
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.TrimStart('*').IsEmpty)
            return true;
        if (IsBraced(value, "{{", "}}") || IsBraced(value, "{%", "%}") || IsBraced(value, "<", ">") || IsBraced(value, "$(", ")"))
            return true;
        if (value.Length > 4 && value.StartsWith("__") && value.EndsWith("__") && value.IndexOfAnyExcept(NameCharacters) < 0)
            return true;
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
