using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>The findings that are known and not reported. Instances do not change and are used by several threads.</summary>
public sealed class Baseline
{
    private const int LongestText = 160;
    private const int TextBeforeHash = 100;

    private readonly string _directory;
    private readonly bool _takesAll;
    private readonly Dictionary<BaselineKey, int> _counts = [];

    /// <summary>Creates a baseline.</summary>
    /// <param name="directory">The directory of its file, absolute: paths are relative to it.</param>
    /// <param name="entries">What is known; entries of one key count together.</param>
    /// <param name="takesAll">Everything that a baseline may hold counts as known: a new one is being made.</param>
    public Baseline(string directory, IEnumerable<BaselineEntry> entries, bool takesAll = false)
    {
        _directory = directory;
        _takesAll = takesAll;
        foreach (var entry in entries)
            _counts[entry.Key] = _counts.GetValueOrDefault(entry.Key) + entry.Count;
    }

    /// <summary>False for rules about omlint itself and about files as such: what could not be checked is never hidden.</summary>
    public static bool CanHold(string ruleId) => !ruleId.StartsWith("OM0", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of a file as a baseline names it.</summary>
    public string PathOf(string fullPath) => ShownPath.WithForwardSlashes(Path.GetRelativePath(_directory, fullPath));

    /// <summary>What <paramref name="finding"/> is recognised by.</summary>
    public BaselineKey KeyOf(Finding finding) => new(
        PathOf(finding.File.FullPath), finding.Rule.Id, Fingerprint.Place(finding), Shorten(Fingerprint.MarkedText(finding)));

    /// <summary>The known ones among the findings of one file. Of several with one key the first count as known.</summary>
    public ImmutableArray<Finding> KnownAmong(IEnumerable<Finding> findings)
    {
        if (_counts.Count == 0 && !_takesAll)
            return [];

        var known = ImmutableArray.CreateBuilder<Finding>();
        var used = new Dictionary<BaselineKey, int>();
        foreach (var finding in findings.Where(finding => CanHold(finding.Rule.Id)).OrderBy(finding => finding.Span.Start))
        {
            if (!_takesAll)
            {
                var key = KeyOf(finding);
                var count = used.GetValueOrDefault(key);
                if (count >= _counts.GetValueOrDefault(key))
                    continue;
                used[key] = count + 1;
            }

            known.Add(finding);
        }

        return known.ToImmutable();
    }

    private static string Shorten(string text)
    {
        if (text.Length <= LongestText)
            return text;
        var length = char.IsHighSurrogate(text[TextBeforeHash - 1]) ? TextBeforeHash - 1 : TextBeforeHash;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
        return $"{text[..length]}… sha256:{hash}";
    }
}
