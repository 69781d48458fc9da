using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>
/// Tells from a file's bytes whether it can hold anything omlint knows, so that only candidates are decoded and parsed.
/// It errs on one side: a file that is turned away holds none of the markers, in no spelling that YAML or JSON allow.
/// </summary>
public sealed class ContentFilter
{
    /// <summary>Bytes that are widened at a time: both buffers stay in the first-level cache.</summary>
    private const int ChunkLength = 8 * 1024;

    private const byte NotInMarkers = 0;

    private readonly SearchValues<string> _markers;
    private readonly int _longestMarker;
    private readonly bool[] _isInMarkers = new bool[128];

    /// <summary>Creates a filter.</summary>
    /// <param name="markers">Texts of which every relevant file holds at least one: printable ASCII without white space.</param>
    /// <exception cref="ArgumentException">There is no marker, or one is empty or holds something else.</exception>
    public ContentFilter(IReadOnlyList<string> markers)
    {
        if (markers.Count == 0 || markers.Any(marker => marker.Length == 0 || marker.AsSpan().ContainsAnyExceptInRange('!', '~')))
            throw new ArgumentException("markers are printable ASCII without white space", nameof(markers));

        _markers = SearchValues.Create([.. markers], StringComparison.Ordinal);
        _longestMarker = markers.Max(marker => marker.Length);
        foreach (var character in markers.SelectMany(marker => marker))
            _isInMarkers[character] = true;
    }

    /// <summary>False where a file of these bytes holds none of the markers.</summary>
    public bool CanMatter(ReadOnlySpan<byte> bytes)
    {
        // UTF-16, with or without a byte order mark: no text in it can spell an ASCII character without a NUL byte.
        if (FileEncodings.Detect(bytes) is FileEncoding.Utf16LittleEndian or FileEncoding.Utf16BigEndian || bytes.Contains((byte)0))
            return true;

        return HoldsMarker(bytes) || HoldsEscapedMarker(bytes);
    }

    /// <summary>
    /// The last place at which a long file may be cut so that no marker, in no spelling, lies across the cut: behind a quote or line break
    /// that is not escaped. 0 where there is none.
    /// </summary>
    internal static int LastCut(ReadOnlySpan<byte> bytes)
    {
        for (var end = bytes.Length; (end = bytes[..end].LastIndexOfAny((byte)'"', (byte)'\n')) >= 0;)
        {
            if (!bytes[..end].TrimEnd((byte)'\r').EndsWith("\\"u8))
                return end + 1;
        }

        return 0;
    }

    private bool HoldsMarker(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < ChunkLength)
        {
            Span<char> text = stackalloc char[ChunkLength];
            var length = Encoding.Latin1.GetChars(bytes, text);
            return text[..length].ContainsAny(_markers);
        }

        Span<char> chunk = stackalloc char[ChunkLength];
        for (var start = 0; start < bytes.Length; start += ChunkLength - (_longestMarker - 1))
        {
            var length = Encoding.Latin1.GetChars(bytes.Slice(start, Math.Min(ChunkLength, bytes.Length - start)), chunk);
            if (chunk[..length].ContainsAny(_markers))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Looks for markers that a double-quoted scalar writes with escapes: <c>"generateSample\u0044ata"</c>, <c>"openmetadata\/ingestion"</c>,
    /// or across an escaped line break. Escapes are resolved everywhere, also where they are none: whatever that eats outside of a quoted scalar
    /// (one character or hexadecimal digits behind a backslash, white space behind a line break), it never moves the start of the next one.
    /// </summary>
    private bool HoldsEscapedMarker(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOf((byte)'\\');
        if (first < 0)
            return false;

        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length - first + _longestMarker);
        try
        {
            // What stands before the first escape can be the beginning of a marker.
            var start = Math.Max(0, first - _longestMarker);
            var length = Unescape(bytes[start..], buffer, out var canSpell);
            return canSpell && HoldsMarker(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private int Unescape(ReadOnlySpan<byte> bytes, Span<byte> unescaped, out bool canSpell)
    {
        canSpell = false;
        var length = 0;
        while (true)
        {
            var escape = bytes.IndexOf((byte)'\\');
            var copied = escape < 0 ? bytes.Length : escape;
            bytes[..copied].CopyTo(unescaped[length..]);
            length += copied;
            if (escape < 0 || escape + 1 == bytes.Length)
                return length;

            var kind = bytes[escape + 1];
            bytes = bytes[(escape + 2)..];
            switch (kind)
            {
                case (byte)'\n' or (byte)'\r':
                    bytes = bytes.TrimStart(" \t\r\n"u8);
                    canSpell = true;
                    break;
                case (byte)'x' or (byte)'u' or (byte)'U':
                    var digits = kind switch { (byte)'x' => 2, (byte)'u' => 4, _ => 8 };
                    if (bytes.Length >= digits
                        && Utf8Parser.TryParse(bytes[..digits], out uint value, out var consumed, 'x') && consumed == digits)
                    {
                        bytes = bytes[digits..];
                        unescaped[length++] = Spell(value, ref canSpell);
                    }

                    break;
                default:
                    unescaped[length++] = Spell(kind, ref canSpell);
                    break;
            }
        }
    }

    private byte Spell(uint value, ref bool canSpell)
    {
        if (value >= _isInMarkers.Length || !_isInMarkers[value])
            return NotInMarkers;
        canSpell = true;
        return (byte)value;
    }
}
