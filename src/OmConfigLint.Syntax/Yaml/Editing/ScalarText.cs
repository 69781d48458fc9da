using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Writes keys and values as text that fits on one line.</summary>
[SuppressMessage("Security", "MA0009", Justification = "No pattern nests or repeats overlapping quantifiers: all match in linear time")]
internal static partial class ScalarText
{
    // YAML 1.1 and libyaml: a key without `?` must fit in 1,024 characters.
    private const int MaxKeyLength = 1024;

    /// <summary>A key, quoted where it must be.</summary>
    public static string Key(string key, bool isJson, bool inFlow, YamlScalarStyle style = YamlScalarStyle.Plain)
    {
        var text = String(key, isJson, inFlow, style);
        return text.Length <= MaxKeyLength ? text : throw new SyntaxEditException("the key is too long to be written");
    }

    /// <summary>A value; empty for a copy of an empty node.</summary>
    public static string Value(YamlNewValue value, YamlTree tree, bool inFlow)
    {
        if (value.Copied is { } copied)
            return Copy(copied, tree, inFlow);
        if (value.IsString)
            return String(value.Text!, tree.IsJson, inFlow, YamlScalarStyle.Plain);
        if (tree.IsJson ? !JsonLiteral().IsMatch(value.Text!) : !CanBePlain(value.Text!, inFlow))
            throw new SyntaxEditException("the new value cannot be written without quotes");
        return value.Text!;
    }

    /// <summary>A node as it is written, its anchor left out; only what stands on one line and uses no anchor of its own.</summary>
    public static string Copy(YamlNode node, YamlTree tree, bool inFlow)
    {
        var text = tree.Text.Substring(node.Span.Start, node.Span.Length);
        switch (node)
        {
            case YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded }:
            case YamlMapping { Style: YamlCollectionStyle.Block }:
            case YamlSequence { Style: YamlCollectionStyle.Block }:
                throw new SyntaxEditException("the value is not on one line and cannot be copied");
            case YamlScalar { Style: YamlScalarStyle.Plain, IsEmpty: false } when inFlow && !CanBePlain(text, inFlow):
                throw new SyntaxEditException("the value cannot be copied into a flow collection without quotes");
            case YamlMapping { IsSinglePair: true }:
                text = "{" + text + "}";
                break;
        }

        if (text.AsSpan().IndexOfAny("\r\n\u0085\u2028\u2029") >= 0)
            throw new SyntaxEditException("the value is not on one line and cannot be copied");
        if (node.DescendantsAndSelf().Any(inner => inner is YamlAlias || (inner != node && inner.Anchor is not null)))
            throw new SyntaxEditException("the value holds anchors or aliases and cannot be copied");
        if (node.Tag is not { } tag)
            return text;
        return $"{tree.Text.AsSpan(tag.Span.Start, tag.Span.Length)} {text}".TrimEnd();
    }

    private static string String(string text, bool isJson, bool inFlow, YamlScalarStyle style)
    {
        if (HasLoneSurrogate(text))
            throw new SyntaxEditException("the text holds half a character and cannot be written");
        if (isJson || style == YamlScalarStyle.DoubleQuoted)
            return DoubleQuoted(text);
        if (style == YamlScalarStyle.Plain && CanBePlain(text, inFlow) && IsReadAsString(text))
            return text;
        return style == YamlScalarStyle.SingleQuoted && text.All(IsPrintable) ? SingleQuoted(text) : DoubleQuoted(text);
    }

    private static string SingleQuoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Double-quoted text with escapes that YAML and JSON share.</summary>
    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (c == '\r')
                quoted.Append("\\r");
            else if (c == '\t')
                quoted.Append("\\t");
            else if (IsPrintable(c))
                quoted.Append(c);
            else
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return quoted.Append('"').ToString();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i++))
                return true;
        }

        return false;
    }

    private static bool IsPrintable(char c) =>
        c is >= ' ' and < '\u007F' or >= '\u00A0' and not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF');

    /// <summary>True where YAML reads the unquoted text as one scalar of the same content (YAML 1.2, 7.3.3; stricter where PyYAML is).</summary>
    private static bool CanBePlain(string text, bool inFlow)
    {
        if (text.Length == 0 || text[0] is ' ' || text[^1] is ' ' || !text.All(IsPrintable) || HasLoneSurrogate(text))
            return false;
        if (text[0] is '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`')
            return false;
        if (text is ['-', ' ' or ',' or '[' or ']' or '{' or '}', ..] or "-" or ['-', '-', '-', ..] or ['.', '.', '.', ..])
            return false;
        if (text[^1] == ':' || text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal))
            return false;
        return !inFlow || text.AsSpan().IndexOfAny(",[]{}") < 0;
    }

    /// <summary>True where no YAML 1.1 or 1.2 reader takes the unquoted text for a number, a boolean or the like.</summary>
    private static bool IsReadAsString(string text) =>
        Yaml11Schema.Resolve(text) == YamlScalarType.String && !OtherType().IsMatch(text);

    // What PyYAML does not read as another type, but the specification or other readers do.
    [GeneratedRegex(
        @"\A(?:[yYnN]|<<|=|0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex OtherType();

    [GeneratedRegex(@"\A(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex JsonLiteral();
}
