using System.Collections.Immutable;
using System.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>The patterns of one <c>.gitignore</c> and of those above it.</summary>
internal sealed class GitIgnoreScope
{
    private readonly GitIgnoreScope? _outer;
    private readonly ImmutableArray<GitIgnorePattern> _patterns;
    private readonly int _baseLength;

    private GitIgnoreScope(GitIgnoreScope? outer, string directory, ImmutableArray<GitIgnorePattern> patterns)
    {
        _outer = outer;
        _patterns = patterns;
        _baseLength = Encoding.UTF8.GetByteCount(directory) + (Path.EndsInDirectorySeparator(directory) ? 0 : 1);
    }

    /// <summary>Reads a file of patterns.</summary>
    /// <param name="outer">The patterns that it comes before; null where there are none.</param>
    /// <param name="directory">The directory to which its patterns are relative.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="ignoreCase">True where the case of ASCII letters means nothing.</param>
    public static GitIgnoreScope Create(GitIgnoreScope? outer, string directory, ReadOnlySpan<char> text, bool ignoreCase)
    {
        var patterns = ImmutableArray.CreateBuilder<GitIgnorePattern>();
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (line.EndsWith('\r'))
                line = line[..^1];
            if (GitIgnorePattern.Parse(line, ignoreCase) is { } pattern)
                patterns.Add(pattern);
        }

        return new GitIgnoreScope(outer, directory, patterns.ToImmutable());
    }

    /// <summary>True where the last pattern that matches, nearest file first, is not a negated one.</summary>
    /// <param name="path">The absolute path in UTF-8, with forward slashes.</param>
    /// <param name="isDirectory">True where it is a directory.</param>
    public bool IsIgnored(ReadOnlySpan<byte> path, bool isDirectory)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            var relative = path[scope._baseLength..];
            for (var i = scope._patterns.Length - 1; i >= 0; i--)
            {
                if (scope._patterns[i].IsMatch(relative, isDirectory))
                    return !scope._patterns[i].IsNegated;
            }
        }

        return false;
    }
}
