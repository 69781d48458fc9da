using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>A file as it was read, or a document inside one that is read as a file of its own. Its text has no byte order mark.</summary>
public sealed class SourceFile
{
    private LineMap? _lines;
    private SourceText? _sourceText;
    private (TemplateView? View, bool IsKnown) _template;

    /// <summary>Creates a file.</summary>
    public SourceFile(string path, string fullPath, string text, FileEncoding encoding = FileEncoding.Utf8)
    {
        Path = path;
        FullPath = fullPath;
        Text = text;
        Encoding = encoding;
    }

    /// <summary>Creates a document inside a file. It goes by the file's path.</summary>
    public SourceFile(Embedding embedding)
        : this(embedding.Host.Path, embedding.Host.FullPath, embedding.Text.Text, embedding.Host.Encoding) => Embedding = embedding;

    /// <summary>The path that users see: relative to the run's root where the file lies below it, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The absolute path.</summary>
    public string FullPath { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The encoding, with which the file is written back.</summary>
    public FileEncoding Encoding { get; }

    /// <summary>Where a document inside a file stands; null for a file.</summary>
    public Embedding? Embedding { get; }

    /// <summary>What is known of a document of a template; null where it stands in none.</summary>
    public TemplateView? Template
    {
        get
        {
            if (!_template.IsKnown)
                _template = (TemplateView.Of(this), true);
            return _template.View;
        }
    }

    /// <summary>The file itself, or the one on disk that holds the document.</summary>
    public SourceFile Outermost => Embedding?.Host.Outermost ?? this;

    /// <summary>The lines by LF, CRLF and CR.</summary>
    public LineMap Lines => _lines ??= new LineMap(Text);

    /// <summary>The text as Roslyn's type, for <see cref="TextChange"/>s.</summary>
    public SourceText SourceText => _sourceText ??= SourceText.From(Text);

    /// <summary>Where <paramref name="span"/> of this text stands in <see cref="Outermost"/>.</summary>
    public TextSpan ToOutermost(TextSpan span) =>
        Embedding is { } embedding ? embedding.Host.ToOutermost(embedding.Text.ToSource(span)) : span;

    /// <summary>The same file with other text.</summary>
    /// <exception cref="InvalidOperationException">It is a document inside another file.</exception>
    public SourceFile WithText(string text) => Embedding is null
        ? new(Path, FullPath, text, Encoding)
        : throw new InvalidOperationException("a document inside a file changes with its file only");
}
