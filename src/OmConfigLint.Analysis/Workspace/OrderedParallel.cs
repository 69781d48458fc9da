namespace OmConfigLint.Analysis.Workspace;

/// <summary>Works on items in parallel and hands the results on in the items' order, with a bounded number in flight.</summary>
internal static class OrderedParallel
{
    private const int MaxInFlight = 64;

    /// <summary>Runs <paramref name="work"/> for 0 … <paramref name="count"/> - 1 and <paramref name="emit"/> for each result, in order, on the calling thread.</summary>
    /// <remarks>What either of them throws is thrown as it is, once nothing is running any more.</remarks>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the last result was emitted.</exception>
    public static void Run<T>(int count, int jobs, Func<int, T> work, Action<T> emit, CancellationToken cancellationToken)
    {
        if (jobs <= 1 || count <= 1)
        {
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                emit(work(i));
            }

            return;
        }

        using var inFlight = new SemaphoreSlim(MaxInFlight);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new TaskCompletionSource<T>[count];
        for (var i = 0; i < count; i++)
            results[i] = new TaskCompletionSource<T>();

        var next = -1;
        var workers = new Task[Math.Min(jobs, count)];
        for (var w = 0; w < workers.Length; w++)
            workers[w] = Task.Run(Worker, CancellationToken.None);

        try
        {
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                emit(results[i].Task.WaitAsync(cancellationToken).GetAwaiter().GetResult());
                results[i] = null!;
                inFlight.Release();
            }
        }
        finally
        {
            stop.Cancel();
            Task.WaitAll(workers, CancellationToken.None);
        }

        void Worker()
        {
            while (true)
            {
                try
                {
                    inFlight.Wait(stop.Token);
                }
                catch (OperationCanceledException)
                {
                    return;
                }

                var i = Interlocked.Increment(ref next);
                if (i >= count)
                {
                    inFlight.Release();
                    return;
                }

                var result = results[i];
                try
                {
                    result.SetResult(work(i));
                }
#pragma warning disable CA1031 // Handed to the calling thread, which throws it.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    result.SetException(exception);
                    return;
                }
            }
        }
    }
}
