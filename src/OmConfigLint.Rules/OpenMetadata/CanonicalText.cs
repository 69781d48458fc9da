using System.Globalization;
using System.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Writes a value so that equal values have equal text, whatever their styles: for comparing small values of different files.</summary>
internal static class CanonicalText
{
    private const int MaxLength = 64 * 1024;
    private const int MaxDepth = 100;

    /// <summary>The text of <paramref name="node"/>; aliases are followed up to a bounded length.</summary>
    public static string Of(YamlNode node)
    {
        var text = new StringBuilder();
        Append(text, node, 0);
        return text.ToString();
    }

    /// <summary>The text of a scalar with <paramref name="value"/>.</summary>
    public static string Of(string value) => string.Create(CultureInfo.InvariantCulture, $"{value.Length}:{value}");

    private static void Append(StringBuilder text, YamlNode node, int depth)
    {
        // Aliases that name one another could make the text as long, and the calls as deep, as an attacker likes.
        if (text.Length > MaxLength || depth > MaxDepth)
            return;
        switch (node.Resolved)
        {
            case YamlScalar scalar:
                text.Append(Of(scalar.Value));
                break;
            case YamlSequence sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    Append(text, item, depth + 1);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case YamlMapping mapping:
                text.Append('{');
                foreach (var entry in mapping.Entries.OrderBy(entry => entry.KeyText, StringComparer.Ordinal))
                {
                    Append(text, entry.Key, depth + 1);
                    text.Append('=');
                    Append(text, entry.Value, depth + 1);
                    text.Append(',');
                }

                text.Append('}');
                break;
        }
    }
}
