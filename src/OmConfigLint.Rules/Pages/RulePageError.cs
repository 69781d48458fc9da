using System.Globalization;

namespace OmConfigLint.Rules.Pages;

/// <summary>Something wrong with a user's page.</summary>
/// <param name="Path">The page, or the directory where that cannot be read.</param>
/// <param name="Message">The fact.</param>
/// <param name="Line">1-based line; 0 where the error is about the whole file.</param>
/// <param name="Column">1-based column; 0 where the error is about the whole file.</param>
public sealed record RulePageError(string Path, string Message, int Line, int Column)
{
    /// <summary>The error in one line, as compilers write it.</summary>
    public override string ToString() =>
        Line == 0 ? $"{Path}: {Message}" : string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}: {Message}");
}
