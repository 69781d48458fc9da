namespace OmConfigLint.Cli;

/// <summary>What the process has around it, so that tests can stand in for it.</summary>
internal sealed record Terminal
{
    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output: findings and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error: everything else.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True where a person looks at standard output.</summary>
    public required bool IsOutputTerminal { get; init; }

    /// <summary>True where a person looks at standard error.</summary>
    public required bool IsErrorTerminal { get; init; }

    /// <summary>Looks an environment variable up.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The absolute path of the current directory.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The clock, for <c>until=</c> and the progress line.</summary>
    public required TimeProvider Clock { get; init; }
}
