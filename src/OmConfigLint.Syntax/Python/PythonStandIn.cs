using System.Globalization;

namespace OmConfigLint.Syntax.Python;

/// <summary>
/// What stands in a document for an expression of the code around it: <c>$flag$</c>, which reads as a variable in YAML and JSON strings. The
/// same expression has the same stand-in wherever it occurs.
/// </summary>
internal static class PythonStandIn
{
    private const int MaxName = 64;
    private const uint HashSeed = 2166136261;
    private const uint HashFactor = 16777619;

    /// <summary>The stand-in for <paramref name="expression"/>, as it is written.</summary>
    public static string Of(ReadOnlySpan<char> expression)
    {
        expression = expression.Trim();
        if (expression.Length is > 0 and <= MaxName && !char.IsAsciiDigit(expression[0]) && IsNames(expression))
            return $"${expression}$";

        // Fowler, Noll and Vo's hash (FNV-1a): the same in every run.
        var hash = HashSeed;
        foreach (var c in expression)
            hash = unchecked((hash ^ c) * HashFactor);
        return string.Create(CultureInfo.InvariantCulture, $"$_{hash:x8}$");
    }

    private static bool IsNames(ReadOnlySpan<char> expression)
    {
        foreach (var c in expression)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.'))
                return false;
        }

        return true;
    }
}
