using System.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>
/// A pattern as git's <c>wildmatch</c> reads it: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>**</c> and <c>\</c>. It works on bytes of UTF-8, as git does,
/// and takes time in proportion to the lengths of pattern and text, whatever they hold.
/// </summary>
internal sealed class WildcardPattern
{
    private readonly Token[] _tokens;
    private readonly bool _isPath;

    private WildcardPattern(Token[] tokens, bool isPath)
    {
        _tokens = tokens;
        _isPath = isPath;
    }

    private enum TokenKind
    {
        Literal,
        AnyByte,
        Set,

        /// <summary>Any run without a slash (with one, where slashes mean nothing).</summary>
        Run,

        /// <summary>Any run.</summary>
        PathRun,

        /// <summary>Stands before a run and a slash, both of which may be left out.</summary>
        Optional,
    }

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isPath">True where wildcards stop at slashes (<c>WM_PATHNAME</c>).</param>
    /// <param name="ignoreCase">True where the case of ASCII letters means nothing.</param>
    /// <returns>Null for a pattern that can match nothing, such as one with an open bracket.</returns>
    public static WildcardPattern? Create(ReadOnlySpan<byte> pattern, bool isPath, bool ignoreCase)
    {
        var tokens = new List<Token>(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case (byte)'\\':
                    if (++i == pattern.Length)
                        return null;
                    tokens.Add(new Token(TokenKind.Literal, Fold(pattern[i], ignoreCase)));
                    break;
                case (byte)'?':
                    tokens.Add(new Token(TokenKind.AnyByte));
                    break;
                case (byte)'[':
                    if (ReadSet(pattern, ref i, ignoreCase) is not { } set)
                        return null;
                    tokens.Add(new Token(TokenKind.Set, Set: set));
                    break;
                case (byte)'*':
                    var start = i;
                    while (i + 1 < pattern.Length && pattern[i + 1] == '*')
                        i++;
                    var rest = pattern[(i + 1)..];
                    if (!isPath || i == start || (start > 0 && pattern[start - 1] != '/')
                        || !(rest.IsEmpty || rest.StartsWith("/"u8) || rest.StartsWith("\\/"u8)))
                    {
                        tokens.Add(new Token(TokenKind.Run));
                        break;
                    }

                    if (rest.StartsWith("/"u8))
                        tokens.Add(new Token(TokenKind.Optional));
                    tokens.Add(new Token(TokenKind.PathRun));
                    break;
                default:
                    tokens.Add(new Token(TokenKind.Literal, Fold(pattern[i], ignoreCase)));
                    break;
            }
        }

        return new WildcardPattern([.. tokens], isPath) { IgnoreCase = ignoreCase };
    }

    private bool IgnoreCase { get; init; }

    /// <summary>True where the whole of <paramref name="text"/> matches.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        // The states that can be reached, before and behind the current byte: state i stands before token i.
        var count = _tokens.Length + 1;
        Span<bool> states = count <= 256 ? stackalloc bool[512] : new bool[2 * count];
        var current = states[..count];
        var next = states.Slice(count, count);
        current.Clear();
        Reach(current, 0);
        foreach (var raw in text)
        {
            var value = Fold(raw, IgnoreCase);
            next.Clear();
            var any = false;
            for (var i = 0; i < _tokens.Length; i++)
            {
                if (!current[i])
                    continue;
                var token = _tokens[i];
                switch (token.Kind)
                {
                    case TokenKind.Literal when token.Value == value:
                    case TokenKind.AnyByte when !_isPath || value != '/':
                    case TokenKind.Set when token.Set![value] && (!_isPath || value != '/'):
                        Reach(next, i + 1);
                        any = true;
                        break;
                    case TokenKind.Run when !_isPath || value != '/':
                    case TokenKind.PathRun:
                        Reach(next, i);
                        any = true;
                        break;
                }
            }

            if (!any)
                return false;
            var swap = current;
            current = next;
            next = swap;
        }

        return current[^1];
    }

    private void Reach(Span<bool> states, int state)
    {
        while (!states[state])
        {
            states[state] = true;
            if (state == _tokens.Length)
                return;
            switch (_tokens[state].Kind)
            {
                case TokenKind.Optional:
                    Reach(states, state + 3);
                    state++;
                    break;
                case TokenKind.Run or TokenKind.PathRun:
                    state++;
                    break;
                default:
                    return;
            }
        }
    }

    private static byte Fold(byte value, bool ignoreCase) =>
        ignoreCase && value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;

    private static bool[]? ReadSet(ReadOnlySpan<byte> pattern, ref int i, bool ignoreCase)
    {
        var set = new bool[256];
        i++;
        var isNegated = i < pattern.Length && pattern[i] is (byte)'!' or (byte)'^';
        if (isNegated)
            i++;

        byte previous = 0;
        for (var isFirst = true; ; i++, isFirst = false)
        {
            if (i >= pattern.Length)
                return null;
            var value = pattern[i];
            if (value == ']' && !isFirst)
                break;

            if (value == '-' && previous != 0 && i + 1 < pattern.Length && pattern[i + 1] != ']')
            {
                if (pattern[++i] == '\\' && ++i == pattern.Length)
                    return null;
                for (int member = previous; member <= pattern[i]; member++)
                    set[member] = true;
                previous = 0;
            }
            else if (value == '[' && i + 1 < pattern.Length && pattern[i + 1] == ':')
            {
                var length = pattern[(i + 2)..].IndexOf((byte)']');
                if (length < 0)
                    return null;
                if (length == 0 || pattern[i + 1 + length] != ':')
                {
                    set['['] = true;
                    previous = (byte)'[';
                    continue;
                }

                if (!AddClass(set, Encoding.UTF8.GetString(pattern.Slice(i + 2, length - 1))))
                    return null;
                i += 2 + length;
                previous = 0;
            }
            else
            {
                if (value == '\\')
                {
                    if (++i == pattern.Length)
                        return null;
                    value = pattern[i];
                }

                set[value] = true;
                previous = value;
            }
        }

        if (ignoreCase)
        {
            for (var letter = 'a'; letter <= 'z'; letter++)
                set[letter] |= set[letter - 0x20];
        }

        if (isNegated)
        {
            for (var value = 0; value < set.Length; value++)
                set[value] = !set[value];
        }

        return set;
    }

    private static bool AddClass(bool[] set, string name)
    {
        Func<char, bool>? holds = name switch
        {
            "alnum" => char.IsAsciiLetterOrDigit,
            "alpha" => char.IsAsciiLetter,
            "blank" => c => c is ' ' or '\t',
            "cntrl" => c => c is < ' ' or '\x7F',
            "digit" => char.IsAsciiDigit,
            "graph" => c => c is > ' ' and < '\x7F',
            "lower" => char.IsAsciiLetterLower,
            "print" => c => c is >= ' ' and < '\x7F',
            "punct" => c => c is > ' ' and < '\x7F' && !char.IsAsciiLetterOrDigit(c),
            "space" => c => c is ' ' or (>= '\t' and <= '\r'),
            "upper" => char.IsAsciiLetterUpper,
            "xdigit" => char.IsAsciiHexDigit,
            _ => null,
        };
        if (holds is null)
            return false;
        for (var c = '\0'; c < 128; c++)
            set[c] |= holds(c);
        return true;
    }

    private readonly record struct Token(TokenKind Kind, byte Value = 0, bool[]? Set = null);
}
