using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>A file as it was read. Its text has no byte order mark.</summary>
public sealed class SourceFile
{
    private LineMap? _lines;
    private SourceText? _sourceText;

    /// <summary>Creates a file.</summary>
    public SourceFile(string path, string fullPath, string text, FileEncoding encoding = FileEncoding.Utf8)
    {
        Path = path;
        FullPath = fullPath;
        Text = text;
        Encoding = encoding;
    }

    /// <summary>The path that users see: relative to the run's root where the file lies below it, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The absolute path.</summary>
    public string FullPath { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The encoding, with which the file is written back.</summary>
    public FileEncoding Encoding { get; }

    /// <summary>The lines by LF, CRLF and CR.</summary>
    public LineMap Lines => _lines ??= new LineMap(Text);

    /// <summary>The text as Roslyn's type, for <see cref="TextChange"/>s.</summary>
    public SourceText SourceText => _sourceText ??= SourceText.From(Text);

    /// <summary>The same file with other text.</summary>
    public SourceFile WithText(string text) => new(Path, FullPath, text, Encoding);
}
