using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Rules.Images;

/// <summary>The tag of an image that names a release: <c>1.5.0</c>, <c>1.5.0.1</c>, <c>1.6.0-SNAPSHOT</c>, <c>1.3.2.0rc1</c>.</summary>
/// <param name="Version">The number.</param>
/// <param name="Suffix">What stands behind it, with the hyphen; empty for a release.</param>
internal readonly record struct ReleaseTag(ReleaseVersion Version, string Suffix)
{
    private static readonly string[] PreReleases = ["snapshot", "alpha", "beta", "rc"];

    /// <summary>True for a build before the release.</summary>
    public bool IsPreRelease
    {
        get
        {
            var word = Suffix.AsSpan().TrimStart("-._");
            foreach (var preRelease in PreReleases)
            {
                if (word.StartsWith(preRelease, StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Reads a tag.</summary>
    /// <returns>False for the tags that people give to images of their own, such as <c>local</c> or <c>v1.5</c>.</returns>
    public static bool TryParse(string text, out ReleaseTag tag)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        tag = ReleaseVersion.TryParse(text[..end], out var version) ? new ReleaseTag(version, text[end..]) : default;
        return version.PartCount > 0;
    }
}
