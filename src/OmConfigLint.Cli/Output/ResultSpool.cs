using System.IO.Compression;
using Microsoft.CodeAnalysis;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// Keeps the written results of a report until it is known which of them find room: in memory, and in a temporary file where they are many.
/// What must be left out is the mildest, and among equals the last.
/// </summary>
internal sealed class ResultSpool : IDisposable
{
    private const int MostInMemory = 8 * 1024 * 1024;

    private readonly int _most;
    private readonly List<Entry> _entries = [];
    private readonly int[] _counts = new int[(int)DiagnosticSeverity.Error + 1];
    private Stream _bytes = new MemoryStream();

    /// <summary>Creates a spool from which <paramref name="most"/> results are taken at most.</summary>
    public ResultSpool(int most) => _most = most;

    /// <summary>The number of results that were to be added.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Counts a result of a severity, where <see cref="DiagnosticSeverity.Hidden"/> is that of a suppressed one; false where as many that are
    /// no milder are there already, so that it need not be written.
    /// </summary>
    public bool HasRoomFor(DiagnosticSeverity severity)
    {
        Count++;
        var noMilder = 0;
        foreach (var count in _counts.AsSpan((int)severity))
            noMilder += count;
        return noMilder < _most;
    }

    /// <summary>Adds a result.</summary>
    public void Add(DiagnosticSeverity severity, ReadOnlySpan<byte> result)
    {
        if (_bytes is MemoryStream && _bytes.Length + result.Length > MostInMemory)
            MoveToDisk();
        _counts[(int)severity]++;
        _entries.Add(new Entry(_bytes.Position, result.Length, severity));
        _bytes.Write(result);
    }

    /// <summary>Chooses the results that find room, and drops the others.</summary>
    /// <param name="mostCompressedBytes">The size of all of them after gzip.</param>
    /// <returns>The number of results left out, all in all, and whether the size was the reason for some.</returns>
    public (int OmittedCount, bool IsForSize) Choose(long mostCompressedBytes)
    {
        KeepWorst(_most);
        var isForSize = false;
        // What is small enough as it is need not be compressed to know it.
        while (_entries.Sum(entry => (long)entry.Length) > mostCompressedBytes && CompressedLength() is var length && length > mostCompressedBytes)
        {
            isForSize = true;
            KeepWorst((int)(_entries.Count * (mostCompressedBytes * 0.97 / length)));
        }

        return (Count - _entries.Count, isForSize);
    }

    /// <summary>Writes the chosen results in their order, <paramref name="separator"/> between them.</summary>
    public void WriteTo(Stream output, byte separator)
    {
        var buffer = new byte[64 * 1024];
        for (var i = 0; i < _entries.Count; i++)
        {
            if (i > 0)
                output.WriteByte(separator);
            _bytes.Position = _entries[i].Offset;
            for (var left = _entries[i].Length; left > 0;)
            {
                var read = _bytes.Read(buffer, 0, Math.Min(left, buffer.Length));
                output.Write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /// <summary>Throws the results away.</summary>
    public void Dispose() => _bytes.Dispose();

    private void KeepWorst(int most)
    {
        if (_entries.Count <= most)
            return;

        // The sort is stable: of equals the first stay.
        var kept = _entries.OrderByDescending(entry => entry.Severity).Take(most).OrderBy(entry => entry.Offset).ToList();
        _entries.Clear();
        _entries.AddRange(kept);
    }

    private long CompressedLength()
    {
        using var counter = new CountingStream();
        using (var gzip = new GZipStream(counter, CompressionLevel.Optimal, leaveOpen: true))
            WriteTo(gzip, (byte)',');
        return counter.Position;
    }

    private void MoveToDisk()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose };
        var file = new FileStream(Path.Join(Path.GetTempPath(), "omlint-" + Path.GetRandomFileName()), options);
        _bytes.Position = 0;
        _bytes.CopyTo(file);
        _bytes.Dispose();
        _bytes = file;
    }

    private readonly record struct Entry(long Offset, int Length, DiagnosticSeverity Severity);

    /// <summary>Counts what is written.</summary>
    private sealed class CountingStream : Stream
    {
        private long _position;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _position;

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override void Write(byte[] buffer, int offset, int count) => _position += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _position += buffer.Length;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
