namespace OmConfigLint.Analysis.Fixing;

/// <summary>What a fix promises.</summary>
public enum FixSafety
{
    /// <summary>The same meaning, nothing lost: applied by <c>--fix</c>.</summary>
    Safe,

    /// <summary>Mechanical, but the meaning may change or a comment is lost: applied by <c>--unsafe-fixes</c>.</summary>
    Unsafe,

    /// <summary>Shown, never applied.</summary>
    Manual,
}
