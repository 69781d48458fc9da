using System.Buffers;
using System.Globalization;

namespace OmConfigLint.Rules.Databases;

/// <summary>An amount of memory as a database's configuration writes it.</summary>
/// <param name="Bytes">How much it is.</param>
/// <param name="Unit">What stands behind the number, blanks before it included; empty for a bare number.</param>
/// <param name="UnitBytes">The bytes of one unit.</param>
internal readonly record struct MemorySize(long Bytes, string Unit, long UnitBytes)
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private const long Kilo = 1024;
    private const long Mega = Kilo * Kilo;

    /// <summary>
    /// Reads <paramref name="text"/>. MySQL: bytes, or <c>K</c>, <c>M</c>, <c>G</c> … in either case. PostgreSQL: kB, or <c>B</c>, <c>kB</c>,
    /// <c>MB</c>, <c>GB</c>, <c>TB</c> in just this case, also with a fraction.
    /// </summary>
    public static MemorySize? TryRead(string text, DatabaseEngine engine)
    {
        var digits = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        var number = digits < 0 ? text : text[..digits];
        var unit = digits < 0 ? "" : text[digits..];
        if (UnitOf(unit, engine) is not { } unitBytes || number.Length is 0 or > 18)
            return null;
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            return whole > long.MaxValue / unitBytes ? null : new MemorySize(whole * unitBytes, unit, unitBytes);
        if (engine == DatabaseEngine.PostgreSql && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fraction)
            && fraction < long.MaxValue / unitBytes)
        {
            return new MemorySize((long)(fraction * unitBytes), unit, unitBytes);
        }

        return null;
    }

    /// <summary>Writes <paramref name="bytes"/> in this unit; in <c>M</c> or <c>MB</c> where this unit is larger.</summary>
    public string Write(long bytes)
    {
        if (bytes % UnitBytes == 0)
            return string.Create(CultureInfo.InvariantCulture, $"{bytes / UnitBytes}{Unit}");
        var letters = Unit.TrimStart();
        var mega = letters.Length > 1 ? "MB" : char.IsUpper(letters[0]) ? "M" : "m";
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / Mega}{Unit[..^letters.Length]}{mega}");
    }

    /// <summary>The amount in words, as in <c>10 MB</c>.</summary>
    public static string Describe(long bytes)
    {
        var (amount, unit) = bytes switch
        {
            >= Mega when bytes % Mega == 0 => (bytes / Mega, "MB"),
            >= Kilo when bytes % Kilo == 0 => (bytes / Kilo, "kB"),
            _ => (bytes, "bytes"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}");
    }

    private static long? UnitOf(string unit, DatabaseEngine engine) => engine == DatabaseEngine.MySql
        ? unit switch
        {
            "" => 1,
            "K" or "k" => Kilo,
            "M" or "m" => Mega,
            "G" or "g" => Kilo * Mega,
            "T" or "t" => Mega * Mega,
            _ => null,
        }
        : unit.TrimStart(' ') switch
        {
            "B" => 1,
            "" or "kB" => Kilo,
            "MB" => Mega,
            "GB" => Kilo * Mega,
            "TB" => Mega * Mega,
            _ => null,
        };
}
