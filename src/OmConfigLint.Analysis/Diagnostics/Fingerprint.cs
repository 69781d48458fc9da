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
        string.Join('\0', finding.Rule.Id, finding.File.Path, finding.NodePath, MarkedText(finding));

    internal static string Hash(string identity, int ordinal)
    {
        var input = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{identity}\0{ordinal}"));
        return Convert.ToHexStringLower(SHA256.HashData(input).AsSpan(0, 16));
    }

    /// <summary>The text with blanks and line breaks made one space, and without secrets: a hash of a short one can be guessed.</summary>
    private static string MarkedText(Finding finding)
    {
        var lastKey = finding.NodePath[(finding.NodePath.LastIndexOf('.') + 1)..];
        if (SecretMask.IsSecretKey(lastKey))
            return "";
        var text = SecretMask.Apply(finding.SourceText());
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string SourceText(this Finding finding) => finding.File.Text.Substring(finding.Span.Start, finding.Span.Length);
}
