using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>How PyYAML's safe loader reads plain scalars (<c>yaml/resolver.py</c>); the patterns are its own.</summary>
[SuppressMessage("Security", "MA0009", Justification = "No pattern nests or repeats overlapping quantifiers: all match in linear time")]
internal static partial class Yaml11Schema
{
    private const string Prefix = "tag:yaml.org,2002:";

    /// <summary>The type of a plain scalar without tag.</summary>
    public static YamlScalarType Resolve(string plain)
    {
        if (plain.Length == 0)
            return YamlScalarType.Null;

        switch (plain[0])
        {
            case '~' or 'n' or 'N' when Null().IsMatch(plain):
                return YamlScalarType.Null;
            case 'y' or 'Y' or 'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'o' or 'O' when Boolean().IsMatch(plain):
                return YamlScalarType.Boolean;
            case '-' or '+' or '.' or (>= '0' and <= '9'):
                if (Float().IsMatch(plain))
                    return YamlScalarType.Float;
                if (Integer().IsMatch(plain))
                    return YamlScalarType.Integer;
                return Timestamp().IsMatch(plain) ? YamlScalarType.Timestamp : YamlScalarType.String;
            default:
                return YamlScalarType.String;
        }
    }

    /// <summary>The type that a tag gives; null where the tag is none of the scalar types.</summary>
    public static YamlScalarType? OfTag(string tag) =>
        !tag.StartsWith(Prefix, StringComparison.Ordinal)
            ? null
            : tag[Prefix.Length..] switch
            {
                "null" => YamlScalarType.Null,
                "bool" => YamlScalarType.Boolean,
                "int" => YamlScalarType.Integer,
                "float" => YamlScalarType.Float,
                "timestamp" => YamlScalarType.Timestamp,
                "str" => YamlScalarType.String,
                _ => null,
            };

    /// <summary>The value of a boolean's text in any case; null where it is none.</summary>
    public static bool? BooleanOf(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "true" or "on" => true,
        "no" or "false" or "off" => false,
        _ => null,
    };

    [GeneratedRegex(@"\A(?:~|null|Null|NULL)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Null();

    [GeneratedRegex(@"\A(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Boolean();

    [GeneratedRegex(
        """
        \A(?:[-+]?0b[0-1_]+
          |[-+]?0[0-7_]+
          |[-+]?(?:0|[1-9][0-9_]*)
          |[-+]?0x[0-9a-fA-F_]+
          |[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Integer();

    [GeneratedRegex(
        """
        \A(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?
          |\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?
          |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*
          |[-+]?\.(?:inf|Inf|INF)
          |\.(?:nan|NaN|NAN))\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Float();

    [GeneratedRegex(
        """
        \A(?:[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]
          |[0-9][0-9][0-9][0-9]-[0-9][0-9]?-[0-9][0-9]?
           (?:[Tt]|[ \t]+)[0-9][0-9]?
           :[0-9][0-9]:[0-9][0-9](?:\.[0-9]*)?
           (?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?)\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Timestamp();
}
