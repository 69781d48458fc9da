namespace OmConfigLint.Analysis.Workspace;

/// <summary>How a file's bytes become text; kept when the file is written.</summary>
public enum FileEncoding
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    Utf8,

    /// <summary>UTF-8 with a byte order mark.</summary>
    Utf8WithBom,

    /// <summary>UTF-16, little endian, with a byte order mark.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, big endian, with a byte order mark.</summary>
    Utf16BigEndian,
}
