using System.Buffers;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Reads files: once, with a bound, and strictly. Several threads may read at once.</summary>
/// <param name="filter">Decides which files are decoded at all; null for every one.</param>
/// <param name="limits">The bounds.</param>
public sealed class FileReader(ContentFilter? filter, ReadLimits limits)
{
    private const int ChunkLength = 1024 * 1024;

    private static readonly FileContent NotText = new FileContent.Problem(FileProblemKind.NotText, "is not text: it holds NUL characters");

    /// <summary>Reads <paramref name="file"/>. Throws for nothing that is the file's fault.</summary>
    public FileContent Read(DiscoveredFile file)
    {
        try
        {
            using var handle = RegularFile.Open(file.FullPath, out var length);
            if (length == 0)
                return FileContent.Irrelevant.Instance;
            return length <= limits.MaxBytes ? Read(file, handle, (int)length) : Scan(file, handle, length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileContent.Problem(FileProblemKind.Unreadable, FileErrors.Describe(exception, "read"));
        }
    }

    /// <summary>Makes text of <paramref name="bytes"/>, which were read from elsewhere for <paramref name="file"/>.</summary>
    public FileContent Read(DiscoveredFile file, ReadOnlySpan<byte> bytes) => bytes.Length > limits.MaxBytes
        ? TooLarge(bytes.Length)
        : Decode(file, bytes, CanMatter(bytes));

    private FileContent Read(DiscoveredFile file, SafeFileHandle handle, int length)
    {
        // The pool would keep the buffer of a long file for good.
        if (length > ChunkLength)
            return Read(file, handle, new byte[length]);

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return Read(file, handle, buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private FileContent Read(DiscoveredFile file, SafeFileHandle handle, Span<byte> buffer)
    {
        ReadOnlySpan<byte> bytes = buffer[..RegularFile.Fill(handle, buffer, 0)];
        var canMatter = CanMatter(bytes);
        return canMatter || file.IsNamed ? Decode(file, bytes, canMatter) : FileContent.Irrelevant.Instance;
    }

    /// <summary>Looks through a file that is too long to be read, with constant memory.</summary>
    private FileContent Scan(DiscoveredFile file, SafeFileHandle handle, long length)
    {
        var problem = TooLarge(length);
        if (file.IsNamed)
            return problem;

        var buffer = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            for (long offset = 0; ;)
            {
                var count = RegularFile.Fill(handle, buffer.AsSpan(0, ChunkLength), offset);
                var isLast = count < ChunkLength;
                var cut = isLast ? count : ContentFilter.LastCut(buffer.AsSpan(0, count));
                if (cut == 0 && !isLast || CanMatter(buffer.AsSpan(0, cut)))
                    return problem;
                if (isLast)
                    return FileContent.Irrelevant.Instance;
                offset += cut;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileContent Decode(DiscoveredFile file, ReadOnlySpan<byte> bytes, bool canMatter)
    {
        var encoding = FileEncodings.Detect(bytes);
        var content = bytes[FileEncodings.MarkOf(encoding).Length..];
        if (encoding is FileEncoding.Utf8 or FileEncoding.Utf8WithBom && content.Contains((byte)0))
            return NotText;

        string text;
        try
        {
            text = FileEncodings.EncoderOf(encoding).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return new FileContent.Problem(FileProblemKind.InvalidEncoding, FileErrors.DescribeInvalid(content, encoding));
        }

        if (text.Contains('\0', StringComparison.Ordinal))
            return NotText;
        return canMatter ? new FileContent.Text(new SourceFile(file.Path, file.FullPath, text, encoding)) : FileContent.Irrelevant.Instance;
    }

    private bool CanMatter(ReadOnlySpan<byte> bytes) => filter?.CanMatter(bytes) ?? true;

    private FileContent.Problem TooLarge(long length) => new(
        FileProblemKind.TooLarge, $"is too large: {Megabytes(length)} MiB, and the limit is {Megabytes(limits.MaxBytes)} MiB");

    private static long Megabytes(long bytes) => (bytes + (1024 * 1024) - 1) / (1024 * 1024);
}
