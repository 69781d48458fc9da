using System.Text;

namespace OmConfigLint.Syntax.PythonPackages;

/// <summary>Names of Python packages, of which PEP 503 takes several spellings for one.</summary>
public static class PythonPackageName
{
    /// <summary>The normal spelling: lower case, each run of <c>-</c>, <c>_</c> and <c>.</c> one <c>-</c>.</summary>
    public static string Normalize(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is not ('-' or '_' or '.'))
                normal.Append(char.ToLowerInvariant(c));
            else if (normal.Length == 0 || normal[^1] != '-')
                normal.Append('-');
        }

        return normal.ToString();
    }

    /// <summary>Where the name that starts at <paramref name="start"/> ends, by PEP 508: it begins and ends with a letter or digit.</summary>
    internal static int EndOf(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.'))
            end++;
        while (end > start && !char.IsAsciiLetterOrDigit(text[end - 1]))
            end--;
        return end > start && char.IsAsciiLetterOrDigit(text[start]) ? end : start;
    }
}
