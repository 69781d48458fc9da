using System.Text;
using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>The process's standard streams and what is known of them. The one place that uses the console.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly Func<string, string?> _environment;
    /// <summary>Creates a terminal over streams.</summary>
    public Terminal(
        Stream input, Stream output, Stream error, bool isOutputTerminal, bool isErrorTerminal, Func<string, string?> environment)
    {
        Input = input;
        OutputStream = output;
        Output = Over(output);
        Error = Over(error);
        IsOutputTerminal = isOutputTerminal;
        IsErrorTerminal = isErrorTerminal;
        _environment = environment;
    }

    /// <summary>Standard input.</summary>
    public Stream Input { get; }

    /// <summary>Standard output, for what is written in bytes; flush <see cref="Output"/> before.</summary>
    public Stream OutputStream { get; }

    /// <summary>Standard output as UTF-8 with LF line ends, whatever the locale says.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error, likewise.</summary>
    public TextWriter Error { get; }

    /// <summary>True where a person looks at standard output.</summary>
    public bool IsOutputTerminal { get; }

    /// <summary>True where a person looks at standard error.</summary>
    public bool IsErrorTerminal { get; }

    /// <summary>The columns of standard output: those of the terminal within reason, else what reads well in a log.</summary>
    public int OutputWidth { get; init; } = CodeFrame.DefaultWidth;

    /// <summary>True on a machine that builds: nothing is drawn there and drawn over.</summary>
    public bool IsBuildMachine => !string.IsNullOrEmpty(_environment("CI"));

    /// <summary>The absolute path of the current directory: the run's root.</summary>
    public string CurrentDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The clock, for <c>until=</c> and the progress line.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The process's own.</summary>
    public static Terminal Open() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        Console.OpenStandardError(),
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        Environment.GetEnvironmentVariable)
    {
        OutputWidth = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? CodeFrame.DefaultWidth : Math.Clamp(Console.WindowWidth, 60, 200),
    };

    /// <summary>How text on standard output is styled.</summary>
    public TerminalStyle OutputStyle(ColorChoice color) => TerminalStyle.Choose(color, IsOutputTerminal, _environment);

    /// <summary>How text on standard error is styled.</summary>
    public TerminalStyle ErrorStyle(ColorChoice color) => TerminalStyle.Choose(color, IsErrorTerminal, _environment);

    /// <summary>Says in one line on standard error why nothing was done.</summary>
    /// <returns><see cref="ExitCodes.Failure"/>.</returns>
    public int Fail(string message)
    {
        Error.WriteLine("omlint: " + DisplayText.OneLine(message));
        Error.Flush();
        return ExitCodes.Failure;
    }

    /// <summary>Flushes both writers.</summary>
    public void Dispose()
    {
        Output.Flush();
        Error.Flush();
    }

    private static StreamWriter Over(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 4096, leaveOpen: true) { NewLine = "\n" };
}
