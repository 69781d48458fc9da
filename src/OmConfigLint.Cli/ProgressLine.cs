using System.Globalization;
using OmConfigLint.Cli.CommandLine;

namespace OmConfigLint.Cli;

/// <summary>Says how far a run has come, on a terminal only, once it has taken longer than a second.</summary>
internal sealed class ProgressLine(Terminal terminal) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly long _start = terminal.Clock.GetTimestamp();
    private readonly bool _isShown = terminal.IsErrorTerminal && !terminal.IsBuildMachine;
    private readonly Lock _gate = new();
    private TimeSpan _last;
    private bool _isWritten;

    /// <summary>Takes note of <paramref name="done"/> of <paramref name="count"/> files.</summary>
    public void Report(int done, int count)
    {
        if (!_isShown)
            return;

        lock (_gate)
        {
            var elapsed = terminal.Clock.GetElapsedTime(_start);
            if (elapsed < Patience || elapsed - _last < Interval)
                return;
            _last = elapsed;
            _isWritten = true;
            terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rlooking at files: {done} of {count}\u001b[K"));
            terminal.Error.Flush();
        }
    }

    /// <summary>Wipes the line, so that something else can be written in its place.</summary>
    public void Wipe()
    {
        if (!_isWritten)
            return;
        terminal.Error.Write("\r\u001b[K");
        terminal.Error.Flush();
        _isWritten = false;
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose() => Wipe();
}
