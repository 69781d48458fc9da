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

    /// <summary>Up to so many markers it is faster to search for one after the other: 35 ms for one and 80 for four in 135 MB, against 75 together.</summary>
    private const int MaxFew = 3;

    private const byte NotInMarkers = 0;

    private readonly SearchValues<string> _markers;
    private readonly byte[][]? _few;
    private readonly int _longestMarker;
    private readonly bool[] _isInMarkers = new bool[128];

    /// <summary>Creates a filter.</summary>
    /// <param name="markers">Texts of which every relevant file holds at least one: printable ASCII. One with a blank is not found where a format writes it with escapes.</param>
    /// <exception cref="ArgumentException">There is no marker, or one is empty or holds something else.</exception>
    public ContentFilter(IReadOnlyList<string> markers)
    {
        if (markers.Count == 0 || markers.Any(marker => marker.Length == 0 || marker.AsSpan().ContainsAnyExceptInRange(' ', '~')))
            throw new ArgumentException("markers are printable ASCII", nameof(markers));

        _markers = SearchValues.Create([.. markers], StringComparison.Ordinal);
        _few = markers.Count <= MaxFew ? [.. markers.Select(Encoding.ASCII.GetBytes)] : null;
        _longestMarker = markers.Max(marker => marker.Length);
        foreach (var character in markers.SelectMany(marker => marker))
            _isInMarkers[character] = true;
    }

    /// <summary>False where a file of these bytes holds none of the markers.</summary>
    public bool CanMatter(ReadOnlySpan<byte> bytes)
    {
        if (HoldsMarker(bytes) || FileEncodings.Detect(bytes) is FileEncoding.Utf16LittleEndian or FileEncoding.Utf16BigEndian)
            return true;

        // No text in UTF-16 without a byte order mark can spell an ASCII character without a NUL byte.
        var special = bytes.IndexOfAny((byte)0, (byte)'\\');
        return special >= 0 && (bytes[special..].Contains((byte)0) || HoldsEscapedMarker(bytes, special));
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
        if (_few is not null)
        {
            foreach (var marker in _few)
            {
                if (bytes.IndexOf(marker) >= 0)
                    return true;
            }

            return false;
        }

        // .NET searches for several texts at once in characters only.
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
    private bool HoldsEscapedMarker(ReadOnlySpan<byte> bytes, int first)
    {
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
