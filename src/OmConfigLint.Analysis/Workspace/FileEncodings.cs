using System.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Text to bytes and back, without loss or a refusal.</summary>
public static class FileEncodings
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a file that holds <paramref name="text"/>, the byte order mark included where <paramref name="encoding"/> has one.</summary>
    /// <exception cref="EncoderFallbackException"><paramref name="text"/> holds a lone surrogate.</exception>
    public static byte[] GetBytes(string text, FileEncoding encoding)
    {
        var mark = MarkOf(encoding);
        var encoder = EncoderOf(encoding);
        var bytes = new byte[mark.Length + encoder.GetByteCount(text)];
        mark.CopyTo(bytes);
        encoder.GetBytes(text, bytes.AsSpan(mark.Length));
        return bytes;
    }

    /// <summary>The encoding that the first bytes announce.</summary>
    internal static FileEncoding Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(MarkOf(FileEncoding.Utf8WithBom)))
            return FileEncoding.Utf8WithBom;
        if (bytes.StartsWith(MarkOf(FileEncoding.Utf16LittleEndian)))
            return FileEncoding.Utf16LittleEndian;
        return bytes.StartsWith(MarkOf(FileEncoding.Utf16BigEndian)) ? FileEncoding.Utf16BigEndian : FileEncoding.Utf8;
    }

    /// <summary>The byte order mark; empty for <see cref="FileEncoding.Utf8"/>.</summary>
    internal static ReadOnlySpan<byte> MarkOf(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf8WithBom => [0xEF, 0xBB, 0xBF],
        FileEncoding.Utf16LittleEndian => [0xFF, 0xFE],
        FileEncoding.Utf16BigEndian => [0xFE, 0xFF],
        _ => [],
    };

    /// <summary>The counterpart in .NET, without byte order mark, which throws where it would have to replace something.</summary>
    internal static Encoding EncoderOf(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf16LittleEndian => LittleEndian,
        FileEncoding.Utf16BigEndian => BigEndian,
        _ => Utf8,
    };

    /// <summary>The counterpart in .NET, without byte order mark, which replaces what is not valid.</summary>
    internal static Encoding LenientEncoderOf(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf16LittleEndian => Encoding.Unicode,
        FileEncoding.Utf16BigEndian => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    };
}
