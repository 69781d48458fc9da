using System.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>One line of a <c>.gitignore</c>, with the meaning that git's <c>dir.c</c> gives it.</summary>
internal sealed class GitIgnorePattern
{
    private readonly bool _matchesName;
    private readonly bool _matchesDirectoriesOnly;
    private readonly bool _ignoreCase;
    private readonly byte[] _prefix;
    private readonly byte[]? _suffix;
    private readonly WildcardPattern? _rest;

    private GitIgnorePattern(
        bool isNegated, bool matchesName, bool matchesDirectoriesOnly, bool ignoreCase, byte[] prefix, byte[]? suffix, WildcardPattern? rest)
    {
        IsNegated = isNegated;
        _matchesName = matchesName;
        _matchesDirectoriesOnly = matchesDirectoriesOnly;
        _ignoreCase = ignoreCase;
        _prefix = prefix;
        _suffix = suffix;
        _rest = rest;
    }

    /// <summary>True for a line that begins with <c>!</c>: what it matches is not ignored.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line without its line break; null for a comment, an empty line and a pattern that can match nothing.</summary>
    public static GitIgnorePattern? Parse(ReadOnlySpan<char> line, bool ignoreCase)
    {
        if (line.StartsWith('#'))
            return null;
        line = TrimEnd(line);
        var isNegated = line.StartsWith('!');
        if (isNegated)
            line = line[1..];
        var isForDirectories = line.EndsWith('/');
        if (isForDirectories)
            line = line[..^1];
        if (line.IsEmpty)
            return null;

        var matchesName = !line.Contains('/');
        if (line.StartsWith('/'))
            line = line[1..];

        var pattern = new byte[Encoding.UTF8.GetByteCount(line)];
        Encoding.UTF8.GetBytes(line, pattern);
        var wildcard = pattern.AsSpan().IndexOfAny("*?[\\"u8);
        if (wildcard < 0)
            return new GitIgnorePattern(isNegated, matchesName, isForDirectories, ignoreCase, pattern, null, null);
        if (matchesName && wildcard == 0 && pattern[0] == '*' && pattern.AsSpan(1).IndexOfAny("*?[\\"u8) < 0)
            return new GitIgnorePattern(isNegated, matchesName, isForDirectories, ignoreCase, [], pattern[1..], null);

        // git compares the part before the first wildcard by itself, so that `a**/b` is `a` and then `**/b`.
        var rest = WildcardPattern.Create(pattern.AsSpan(wildcard), isPath: !matchesName, ignoreCase);
        return rest is null
            ? null
            : new GitIgnorePattern(isNegated, matchesName, isForDirectories, ignoreCase, pattern[..wildcard], null, rest);
    }

    /// <summary>True where the pattern matches.</summary>
    /// <param name="path">The path below the directory of the <c>.gitignore</c>, in UTF-8, with forward slashes.</param>
    /// <param name="isDirectory">True where it is a directory.</param>
    public bool IsMatch(ReadOnlySpan<byte> path, bool isDirectory)
    {
        if (_matchesDirectoriesOnly && !isDirectory)
            return false;
        var text = _matchesName ? path[(path.LastIndexOf((byte)'/') + 1)..] : path;
        if (_suffix is not null)
            return text.Length >= _suffix.Length && Equal(text[^_suffix.Length..], _suffix);
        if (_rest is null)
            return Equal(text, _prefix);
        return text.Length >= _prefix.Length && Equal(text[.._prefix.Length], _prefix) && _rest.IsMatch(text[_prefix.Length..]);
    }

    private bool Equal(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.SequenceEqual(right) || (_ignoreCase && Ascii.EqualsIgnoreCase(left, right));

    /// <summary>Without the trailing spaces that no backslash keeps.</summary>
    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimEnd(' ');
        if (trimmed.Length == line.Length)
            return line;
        var backslashes = trimmed.Length - trimmed.TrimEnd('\\').Length;
        return backslashes % 2 == 0 ? trimmed : line[..(trimmed.Length + 1)];
    }
}
