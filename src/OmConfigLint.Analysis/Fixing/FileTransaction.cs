using System.Collections.Concurrent;
using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>
/// Writes changed and created files, all of them or none. Each is written beside its target, flushed, and moved into place; at every moment every
/// target is wholly old or wholly new. Changed files keep their mode and, where the system allows it, their owner; created ones take those of the
/// file they were copied from and never overwrite anything.
/// </summary>
/// <remarks>What a killed process left in a directory the next one removes that writes there. A changed file is a new file under the old name: other hard links keep the old content, and extended attributes are not kept.</remarks>
public sealed class FileTransaction
{
    /// <summary>
    /// So many commits are flushed one by one, at some milliseconds each; what comes after them by <see cref="Flush"/>, all at once. Until then
    /// a power cut (not the death of the process) may, on file systems that do not order a rename after what it renames, lose a file's content.
    /// </summary>
    private const int FlushedOneByOne = 64;

    private readonly string _root;
    private readonly TreeBoundary _boundary;
    private readonly IFileOperations _disk;
    private readonly ConcurrentDictionary<string, bool> _sweptDirectories = new(StringComparer.Ordinal);
    private int _commits;

    /// <summary>Creates a writer.</summary>
    /// <param name="root">The run's root, absolute: links may not lead out of it.</param>
    public FileTransaction(string root)
        : this(root, new FileOperations())
    {
    }

    internal FileTransaction(string root, IFileOperations disk)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        _boundary = new TreeBoundary(root);
        _disk = disk;
    }

    /// <summary>Writes the files. It cannot be interrupted: look at a cancellation token before. Several threads may write different files at once.</summary>
    /// <param name="changed">Changed files as they were read and as they are to be.</param>
    /// <param name="created">Created files, each with the file whose mode it takes.</param>
    /// <param name="added">Created files that come from no other: they take the mode that the system gives to new ones.</param>
    public FileTransactionResult Commit(
        ImmutableArray<(SourceFile Before, SourceFile After)> changed,
        ImmutableArray<(SourceFile Origin, SourceFile File)> created,
        params ImmutableArray<SourceFile> added)
    {
        // Created files come first: should the machine stop in between, there is a file too many and nothing is lost.
        ImmutableArray<PendingWrite> writes =
        [
            .. added.Select(file => new PendingWrite(file, before: null, modeOf: null)),
            .. created.Select(pair => new PendingWrite(pair.File, before: null, pair.Origin.FullPath)),
            .. changed.Select(pair => new PendingWrite(pair.After, pair.Before, pair.Before.FullPath)),
        ];
        var isAmongFirst = Interlocked.Increment(ref _commits) <= FlushedOneByOne;
        var current = writes.FirstOrDefault();
        try
        {
            ForEach(writes, FindTarget);
            if (writes.GroupBy(write => write.Target).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                current = twice.Last();
                throw new IOException($"it is the same file as `{twice.First().File.Path}`");
            }

            ForEach(writes, Stage);
            ForEach(writes, Verify);
            // What is published last is never taken back.
            ForEach(writes[..Math.Max(0, writes.Length - 1)], KeepOld);
            ForEach(writes, Publish);
        }
        catch (Exception exception)
        {
            var lost = Restore(writes);
            var leftover = RemoveTemporaries(writes);
            if (exception is not (IOException or UnauthorizedAccessException))
                throw;
            return new FileTransactionResult(
                $"`{current!.File.Path}` {FileErrors.Describe(exception, "written")}; {lost ?? "nothing was changed"}{leftover}");
        }

        foreach (var directory in writes.Where(write => write.IsFlushed).Select(write => Path.GetDirectoryName(write.Target)!).Distinct())
            _disk.FlushDirectory(directory);
        return new FileTransactionResult(RemoveTemporaries(writes) is { } remains ? $"`{current!.File.Path}` was written{remains}" : null);

        void ForEach(ImmutableArray<PendingWrite> items, Action<PendingWrite> step)
        {
            foreach (var write in items)
            {
                current = write;
                step(write);
            }
        }

        void FindTarget(PendingWrite write)
        {
            if (write.Before is null && _disk.Exists(write.File.FullPath))
                throw new IOException("it exists already");
            write.Target = _boundary.Resolve(write.File.FullPath)
                ?? throw new IOException("it is a link that leads out of the tree or in a loop");
            if (!Directory.Exists(Path.GetDirectoryName(write.Target)))
                throw new IOException("its directory is not there");
            write.IsFlushed = isAmongFirst || !_disk.CanFlushFileSystem || !TreeBoundary.IsBelow(write.Target, _root);
        }
    }

    /// <summary>Flushes what the commits have not: to be called once after the last of them.</summary>
    public void Flush()
    {
        if (_commits > FlushedOneByOne)
            _disk.FlushFileSystem(_root);
    }

    private void Stage(PendingWrite write)
    {
        if (write.Before is not null && _disk.IsReadOnly(write.Target))
            throw new IOException("it is read-only");
        write.Temporary = PathBeside(write);
        _disk.WriteNew(write.Temporary, BytesOf(write.File), write.ModeOf, write.IsFlushed);
        if (_sweptDirectories.TryAdd(Path.GetDirectoryName(write.Target)!, true))
            _disk.RemoveLeftovers(write.Temporary);
    }

    private void Verify(PendingWrite write)
    {
        if (write.Before is { } before && !_disk.Holds(write.Target, BytesOf(before)))
            throw new IOException("it changed on disk since it was read");
    }

    private void KeepOld(PendingWrite write)
    {
        if (write.Before is null)
            return;
        write.Backup = PathBeside(write);
        _disk.WriteNew(write.Backup, BytesOf(write.Before), write.ModeOf, flush: false);
    }

    private void Publish(PendingWrite write)
    {
        if (write.Before is null)
        {
            _disk.Place(write.Temporary!, write.Target);
        }
        else
        {
            _disk.Replace(write.Temporary!, write.Target);
            write.Temporary = null;
        }

        write.IsPublished = true;
    }

    private static byte[] BytesOf(SourceFile file) => FileEncodings.GetBytes(file.Text, file.Encoding);

    private static string PathBeside(PendingWrite write) => Path.Join(Path.GetDirectoryName(write.Target), TemporaryName.Create());

    /// <summary>Puts back what has been written; returns what could not be put back, in words, or null.</summary>
    private string? Restore(ImmutableArray<PendingWrite> writes)
    {
        string? lost = null;
        foreach (var write in writes.Reverse().Where(write => write.IsPublished))
        {
            try
            {
                if (write.Before is null)
                    _disk.Delete(write.Target);
                else
                    _disk.Replace(write.Backup!, write.Target);
                write.Backup = null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                lost = write.Before is null
                    ? $"`{write.File.Path}` was created and {FileErrors.Describe(exception, "removed")}"
                    : $"`{write.File.Path}` was changed and {FileErrors.Describe(exception, "put back")}; its old content is in `{write.Backup}`";
                write.Backup = null;
            }
        }

        return lost;
    }

    /// <summary>Removes what is left beside the targets; returns what could not be removed, in words, or null.</summary>
    private string? RemoveTemporaries(ImmutableArray<PendingWrite> writes)
    {
        string? leftover = null;
        foreach (var path in writes.SelectMany(write => new[] { write.Temporary, write.Backup }).OfType<string>())
        {
            try
            {
                _disk.Delete(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                leftover += $"; `{path}` {FileErrors.Describe(exception, "removed")}";
            }
        }

        return leftover;
    }
}
