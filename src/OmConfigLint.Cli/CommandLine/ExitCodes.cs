namespace OmConfigLint.Cli.CommandLine;

/// <summary>The exit codes, the same for every format.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing at or above <c>--fail-on</c> is left.</summary>
    public const int Success = 0;

    /// <summary>There are findings.</summary>
    public const int Findings = 1;

    /// <summary>omlint could not do its work: usage, configuration, an unreadable file, a fault of its own.</summary>
    public const int Failure = 2;
}
