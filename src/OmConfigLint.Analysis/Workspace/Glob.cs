using System.Collections.Immutable;
using System.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>A path with wildcards, as in <c>ingestion/**/*.{yaml,yml}</c>, split into the directory to walk and the patterns to match below it.</summary>
internal sealed class Glob
{
    private const int MaxAlternatives = 1_000;

    private readonly ImmutableArray<WildcardPattern> _patterns;

    private Glob(string directory, ImmutableArray<WildcardPattern> patterns)
    {
        Directory = directory;
        _patterns = patterns;
    }

    /// <summary>The part before the first wildcard, as it was written; <c>.</c> where there is none.</summary>
    public string Directory { get; }

    /// <summary>Reads a glob; null for a path without wildcards, or one whose wildcards can match nothing.</summary>
    public static Glob? Parse(string path)
    {
        if (Path.DirectorySeparatorChar != '/')
            path = path.Replace(Path.DirectorySeparatorChar, '/');
        var wildcard = path.AsSpan().IndexOfAny("*?[{");
        if (wildcard < 0)
            return null;

        var slash = path.LastIndexOf('/', wildcard);
        var directory = slash switch { < 0 => ".", 0 => "/", _ => path[..slash] };
        var patterns = new List<WildcardPattern>();
        foreach (var alternative in Alternatives(path[(slash + 1)..]))
        {
            // `./` inside means nothing, and the walk never yields it.
            if (WildcardPattern.Create(Encoding.UTF8.GetBytes(alternative), isPath: true, ignoreCase: false) is { } pattern)
                patterns.Add(pattern);
        }

        return patterns.Count == 0 ? null : new Glob(directory, [.. patterns]);
    }

    /// <summary>True where a file matches.</summary>
    /// <param name="path">Its path below <see cref="Directory"/>, in UTF-8, with forward slashes.</param>
    public bool IsMatch(ReadOnlySpan<byte> path)
    {
        foreach (var pattern in _patterns)
        {
            if (pattern.IsMatch(path))
                return true;
        }

        return false;
    }

    /// <summary>Expands the braces, innermost last; a brace without a comma or a partner stands for itself.</summary>
    private static List<string> Alternatives(string pattern)
    {
        var done = new List<string>();
        var pending = new Stack<string>([pattern]);
        while (pending.TryPop(out var next))
        {
            if (done.Count + pending.Count >= MaxAlternatives || Split(next) is not { } split)
            {
                done.Add(next);
                continue;
            }

            foreach (var alternative in split)
                pending.Push(alternative);
        }

        return done;
    }

    private static List<string>? Split(string pattern)
    {
        for (var open = pattern.IndexOf('{', StringComparison.Ordinal); open >= 0; open = pattern.IndexOf('{', open + 1))
        {
            var commas = new List<int> { open };
            var depth = 0;
            for (var i = open + 1; i < pattern.Length; i++)
            {
                if (pattern[i] == '{')
                {
                    depth++;
                }
                else if (pattern[i] == ',' && depth == 0)
                {
                    commas.Add(i);
                }
                else if (pattern[i] == '}' && depth-- == 0)
                {
                    if (commas.Count == 1)
                        break;
                    commas.Add(i);
                    return [.. commas.Zip(commas.Skip(1), (from, to) => $"{pattern[..open]}{pattern[(from + 1)..to]}{pattern[(i + 1)..]}")];
                }
            }
        }

        return null;
    }
}
