using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Tests.Workspace;

public sealed class OrderedParallelTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(1_000, 1)]
    [InlineData(1_000, 2)]
    [InlineData(1_000, 16)]
    public void Hands_results_on_in_order_whoever_is_done_first(int count, int jobs)
    {
        var emitted = new List<int>();

        OrderedParallel.Run(count, jobs, Work, emitted.Add, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, count), emitted);

        static int Work(int i)
        {
            if (i % 7 == 0)
                Thread.Yield();
            Thread.SpinWait((i * 31 % 17) * 100);
            return i;
        }
    }

    [Fact]
    public void Hands_results_on_where_it_was_called()
    {
        var caller = Environment.CurrentManagedThreadId;

        OrderedParallel.Run(100, 4, i => i, _ => Assert.Equal(caller, Environment.CurrentManagedThreadId), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Does_not_run_far_ahead()
    {
        var started = 0;
        var furthest = 0;

        OrderedParallel.Run(
            1_000,
            4,
            i =>
            {
                Interlocked.Increment(ref started);
                return i;
            },
            i =>
            {
                Thread.Yield();
                furthest = Math.Max(furthest, Volatile.Read(ref started) - i);
            },
            TestContext.Current.CancellationToken);

        Assert.InRange(furthest, 0, 64);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Throws_what_the_work_throws_after_handing_on_what_came_before(int jobs)
    {
        var emitted = new List<int>();

        var exception = Assert.Throws<InvalidOperationException>(() => OrderedParallel.Run(
            1_000, jobs, i => i == 20 ? throw new InvalidOperationException("20") : i, emitted.Add, TestContext.Current.CancellationToken));

        Assert.Equal("20", exception.Message);
        Assert.Equal(Enumerable.Range(0, 20), emitted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Throws_what_the_receiver_throws_and_leaves_nothing_running(int jobs)
    {
        var running = 0;

        Assert.Throws<IOException>(() => OrderedParallel.Run(1_000, jobs, Work, i => throw new IOException(), TestContext.Current.CancellationToken));

        Assert.Equal(0, running);

        int Work(int i)
        {
            Interlocked.Increment(ref running);
            Thread.Yield();
            Interlocked.Decrement(ref running);
            return i;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Stops_where_it_is_cancelled(int jobs)
    {
        using var cancellation = new CancellationTokenSource();
        var emitted = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => OrderedParallel.Run(1_000, jobs, i => i, Emit, cancellation.Token));

        Assert.Equal(10, emitted);

        void Emit(int i)
        {
            if (++emitted == 10)
                cancellation.Cancel();
        }
    }
}
