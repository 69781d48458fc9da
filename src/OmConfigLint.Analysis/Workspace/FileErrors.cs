using System.Buffers.Binary;
using System.Globalization;
using System.Text.Unicode;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>What the system refused, in words that can be read behind a path.</summary>
internal static class FileErrors
{
    /// <summary>As in <c>cannot be read: permission denied</c>.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="verb">The past participle of what was tried.</param>
    public static string Describe(Exception exception, string verb) => exception switch
    {
        UnauthorizedAccessException => $"cannot be {verb}: permission denied",
        FileNotFoundException { FileName: { } name } when name.Contains('\uFFFD', StringComparison.Ordinal) => $"cannot be {verb}: its name is not valid UTF-8",
        FileNotFoundException or DirectoryNotFoundException => $"cannot be {verb}: it is no longer there",
        PathTooLongException => $"cannot be {verb}: the path is too long",
        _ => $"cannot be {verb}: {Reason(exception.Message)}",
    };

    /// <summary>The system's words without the path that .NET puts behind them: <c>No space left on device : '/x'</c>.</summary>
    private static string Reason(string message)
    {
        var path = message.IndexOf(" : '", StringComparison.Ordinal);
        var reason = (path < 0 ? message : message[..path]).TrimEnd('.');
        return char.ToLowerInvariant(reason[0]) + reason[1..];
    }

    /// <summary>As in <c>is not valid UTF-8: byte 0xE9 at line 3, column 7</c>; line and column are 1-based, the column in UTF-16 units.</summary>
    /// <param name="content">The bytes behind the byte order mark.</param>
    /// <param name="encoding">The encoding that they are not.</param>
    public static string DescribeInvalid(ReadOnlySpan<byte> content, FileEncoding encoding)
    {
        var isUtf8 = encoding is FileEncoding.Utf8 or FileEncoding.Utf8WithBom;
        var valid = new char[content.Length];
        int position, length;
        if (isUtf8)
            Utf8.ToUtf16(content, valid, out position, out length, replaceInvalidSequences: false);
        else
            (position, length) = DecodeUtf16(content, encoding == FileEncoding.Utf16BigEndian, valid);

        var before = valid.AsSpan(0, length);
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n' || (before[i] == '\r' && (i + 1 == before.Length || before[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"is not valid {(isUtf8 ? "UTF-8" : "UTF-16")}: byte 0x{content[position]:X2} at line {line}, column {length - lineStart + 1}");
    }

    /// <summary>Decodes up to the first surrogate without its partner, or a last byte without its own.</summary>
    private static (int Position, int Length) DecodeUtf16(ReadOnlySpan<byte> content, bool isBigEndian, Span<char> decoded)
    {
        var length = 0;
        for (var position = 0; ; position += 2)
        {
            if (position + 1 == content.Length)
                return (position, length);
            var unit = UnitAt(content, position);
            if (char.IsLowSurrogate(unit))
                return (position, length);
            if (char.IsHighSurrogate(unit))
            {
                if (position + 3 >= content.Length || !char.IsLowSurrogate(UnitAt(content, position + 2)))
                    return (position, length);
                decoded[length++] = unit;
                position += 2;
                unit = UnitAt(content, position);
            }

            decoded[length++] = unit;
        }

        char UnitAt(ReadOnlySpan<byte> bytes, int index) => (char)(isBigEndian
            ? BinaryPrimitives.ReadUInt16BigEndian(bytes[index..])
            : BinaryPrimitives.ReadUInt16LittleEndian(bytes[index..]));
    }
}
