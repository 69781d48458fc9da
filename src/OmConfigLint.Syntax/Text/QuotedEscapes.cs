using System.Globalization;
using System.Text;

namespace OmConfigLint.Syntax.Text;

/// <summary>The escapes that strings in double quotes share in TOML and Terraform: <c>\\</c>, <c>\"</c>, <c>\n</c>, <c>\r</c>, <c>\t</c>, <c>\uXXXX</c>.</summary>
internal static class QuotedEscapes
{
    /// <summary>Writes <paramref name="text"/> so that it can stand between double quotes.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                escaped.Append('\\').Append(c);
            else if (c is '\n' or '\r' or '\t')
                escaped.Append('\\').Append(c switch { '\n' => 'n', '\r' => 'r', _ => 't' });
            else if (char.IsControl(c))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
