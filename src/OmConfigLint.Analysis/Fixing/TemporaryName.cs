using System.Security.Cryptography;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>The names of the files that a <see cref="FileTransaction"/> puts beside its targets for a moment: <c>.omlint-0123456789abcdef.tmp</c>.</summary>
internal static class TemporaryName
{
    /// <summary>What they look like, for a directory's listing; <see cref="Matches"/> decides.</summary>
    public const string Pattern = Prefix + "*" + Suffix;

    private const string Prefix = ".omlint-";
    private const string Suffix = ".tmp";
    private const int DigitCount = 16;

    /// <summary>A name that nobody can have put there, and that omlint does not read.</summary>
    public static string Create() => Prefix + RandomNumberGenerator.GetHexString(DigitCount, lowercase: true) + Suffix;

    /// <summary>True for a path whose name <see cref="Create"/> can have given.</summary>
    public static bool Matches(string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        if (name.Length != Prefix.Length + DigitCount + Suffix.Length
            || !name.StartsWith(Prefix, StringComparison.Ordinal)
            || !name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var character in name.Slice(Prefix.Length, DigitCount))
        {
            if (!char.IsAsciiHexDigitLower(character))
                return false;
        }

        return true;
    }
}
