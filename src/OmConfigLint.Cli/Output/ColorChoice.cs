namespace OmConfigLint.Cli.Output;

/// <summary>The values of <c>--color</c>.</summary>
internal enum ColorChoice
{
    /// <summary>As the terminal and the environment say.</summary>
    Auto,

    /// <summary>Colours also in a pipe.</summary>
    Always,

    /// <summary>No colours.</summary>
    Never,
}
