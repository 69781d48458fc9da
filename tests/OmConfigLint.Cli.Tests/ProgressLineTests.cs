using System.Text;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Cli.Tests.EndToEnd;

namespace OmConfigLint.Cli.Tests;

/// <summary>The line that says how far a long run has come.</summary>
public sealed class ProgressLineTests
{
    private readonly SteppedClock _clock = new();

    [Fact]
    public void Is_written_after_a_second_ten_times_a_second_and_wiped() => Assert.Equal(
        "\rlooking at files: 3 of 9\u001b[K\rlooking at files: 5 of 9\u001b[K\r\u001b[K",
        Write(isTerminal: true, (1, 500), (2, 999), (3, 1_000), (4, 1_099), (5, 1_100), (6, 1_150)));

    [Fact]
    public void Is_not_written_for_a_short_run() => Assert.Equal("", Write(isTerminal: true, (1, 10), (9, 990)));

    [Fact]
    public void Is_not_written_into_a_file_or_pipe() => Assert.Equal("", Write(isTerminal: false, (1, 5_000)));

    [Fact]
    public void Is_not_written_where_CI_is_set() => Assert.Equal("", Write(isTerminal: true, name => name == "CI" ? "true" : null, (1, 5_000)));

    [Fact]
    public void Is_gone_before_the_first_finding_is_written()
    {
        using var directory = Samples.Directory([.. Enumerable.Range(0, 60).Select(i => ($"{i:00}.yaml", Samples.Notes))]);
        using var screen = new MemoryStream();
        using (var terminal = new Terminal(Stream.Null, screen, screen, isOutputTerminal: true, isErrorTerminal: true, _ => null)
        {
            CurrentDirectory = directory.Path,
            Clock = new SteppedClock { Step = TimeSpan.FromSeconds(1) },
        })
        {
            var request = Assert.IsType<CheckRequest>(CommandLineSyntax.Parse(["--target", "1.6.3", "--color", "never", "-q"]));
            CheckCommand.Run(terminal, request.Options, TestContext.Current.CancellationToken);
        }

        var shown = Encoding.UTF8.GetString(screen.ToArray());
        var finding = shown.IndexOf("00.yaml", StringComparison.Ordinal);
        Assert.EndsWith("looking at files: 60 of 60\u001b[K\r\u001b[K", shown[..finding], StringComparison.Ordinal);
        Assert.DoesNotContain('\r', shown[finding..]);
    }

    private string Write(bool isTerminal, params (int Done, int Milliseconds)[] reports) => Write(isTerminal, _ => null, reports);

    private string Write(bool isTerminal, Func<string, string?> environment, params (int Done, int Milliseconds)[] reports)
    {
        using var error = new MemoryStream();
        using (var terminal = new Terminal(Stream.Null, Stream.Null, error, isTerminal, isTerminal, environment) { Clock = _clock })
        using (var progress = new ProgressLine(terminal))
        {
            foreach (var (done, milliseconds) in reports)
            {
                _clock.Now = TimeSpan.FromMilliseconds(milliseconds);
                progress.Report(done, 9);
            }
        }

        return Encoding.UTF8.GetString(error.ToArray());
    }

    /// <summary>A clock that shows what it is told, and goes on by a step whenever somebody looks.</summary>
    private sealed class SteppedClock : TimeProvider
    {
        private long _looks;

        public TimeSpan Now { get; set; }

        public TimeSpan Step { get; init; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks + (Step.Ticks * Interlocked.Increment(ref _looks));
    }
}
