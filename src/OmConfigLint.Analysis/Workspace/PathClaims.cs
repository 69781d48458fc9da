namespace OmConfigLint.Analysis.Workspace;

/// <summary>
/// Gives the paths of new files to those who want them by number, whoever asks first: which of two files gets a name must not depend on which of
/// two threads is faster. Every number from 0 on has to ask or to pass.
/// </summary>
internal sealed class PathClaims
{
    private readonly object _gate = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<int> _passed = [];
    private int _next;

    /// <summary>Takes all of <paramref name="paths"/>, or none where a lower number has one of them. Waits until all lower numbers have asked or passed.</summary>
    public bool TryTake(int number, IReadOnlyCollection<string> paths)
    {
        lock (_gate)
        {
            while (paths.Count > 0 && _next < number)
                Monitor.Wait(_gate);
            var isFree = !paths.Any(_taken.Contains);
            if (isFree)
                _taken.UnionWith(paths);
            Pass(number);
            return isFree;
        }
    }

    /// <summary>Says that <paramref name="number"/> asks for nothing (more).</summary>
    public void Pass(int number)
    {
        lock (_gate)
        {
            if (number >= _next)
                _passed.Add(number);
            while (_passed.Remove(_next))
                _next++;
            Monitor.PulseAll(_gate);
        }
    }
}
