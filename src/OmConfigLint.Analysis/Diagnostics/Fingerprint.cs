using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>
/// What a finding is recognised by in baselines and SARIF: rule, path, place by keys and the marked text, never a line number. It stays the same
/// where lines move, indentation or line ends change; two findings that agree in all of it are told apart by an ordinal.
/// </summary>
public static class Fingerprint
{
    /// <summary>The name of the way it is made; another way gets another name.</summary>
    public const string Name = "omlint/v1";

    /// <summary>The fingerprint: 32 hexadecimal digits.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="ordinal">0 for the first finding with the same rule, path, place and text in the file, 1 for the second, and so on.</param>
    public static string Of(Finding finding, int ordinal) => Hash(Identity(finding), ordinal);

    /// <summary>What findings that need different ordinals have in common.</summary>
    internal static string Identity(Finding finding) =>
        string.Join('\0', finding.Rule.Id, finding.File.Path, Place(finding), MarkedText(finding));

    /// <summary>The place by keys without the numbers of list items, which change where an item is put in above: <c>tableConfig[].profileSample</c>.</summary>
    internal static string Place(Finding finding)
    {
        var path = finding.NodePath;
        if (!path.Contains('[', StringComparison.Ordinal))
            return path;
        var place = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            place.Append(path[i]);
            if (path[i] != '[')
                continue;
            var end = path.AsSpan(i + 1).IndexOfAnyExceptInRange('0', '9');
            if (end > 0 && path[i + 1 + end] == ']')
                i += end;
        }

        return place.ToString();
    }

    internal static string Hash(string identity, int ordinal)
    {
        var input = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{identity}\0{ordinal}"));
        return Convert.ToHexStringLower(SHA256.HashData(input).AsSpan(0, 16));
    }

    /// <summary>The text with blanks and line breaks made one space, and without secrets: a hash of a short one can be guessed.</summary>
    internal static string MarkedText(Finding finding)
    {
        var lastKey = finding.NodePath[(finding.NodePath.LastIndexOf('.') + 1)..];
        if (SecretMask.IsSecretKey(lastKey))
            return "";
        var text = SecretMask.Apply(finding.SourceText());
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string SourceText(this Finding finding) => finding.File.Text.Substring(finding.Span.Start, finding.Span.Length);
}
