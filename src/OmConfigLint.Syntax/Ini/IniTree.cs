using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Ini;

/// <summary>A file of keys and values, by the rules of an <see cref="IniDialect"/>.</summary>
public sealed class IniTree : TokenTree
{
    private readonly IniReader _read;

    private IniTree(string text, IniReader read)
        : base(text, read.Tokens, read.Comments)
    {
        _read = read;
        Entries = read.Entries;
        Sections = read.Sections;
    }

    /// <summary>The rules that it was read by.</summary>
    public IniDialect Dialect => _read.Dialect;

    /// <summary>The entries in order.</summary>
    public ImmutableArray<IniEntry> Entries { get; }

    /// <summary>The sections in order.</summary>
    public ImmutableArray<IniSection> Sections { get; }

    /// <summary>The files and folders that <c>!include</c> and <c>!includedir</c> (MySQL), <c>include</c> and <c>include_dir</c> (PostgreSQL) name.</summary>
    public ImmutableArray<SyntaxToken> Includes => _read.Includes;

    /// <summary>Reads a file. Every text is one: a line that the dialect does not know is left out.</summary>
    public static bool TryParse(
        string text, IniDialect dialect, SyntaxLimits limits, [NotNullWhen(true)] out IniTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        tree = new IniTree(text, new IniReader(text, dialect));
        error = null;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem)
    {
        var isRead = TryParse(text, Dialect, SyntaxLimits.Default, out var reread, out problem);
        tree = reread;
        return isRead;
    }

    /// <summary>Inserts a line <c>key = value</c> below <paramref name="entry"/>, written as that one is.</summary>
    /// <exception cref="SyntaxEditException">The dialect cannot write the key or the value on one line.</exception>
    public void InsertAfter(TokenEditor editor, IniEntry entry, string key, string value) =>
        Insert(editor, entry, entry.Span.End, entry.FirstToken + entry.TokenCount, key, value);

    /// <summary>Inserts a line <c>key = value</c> at the end of <paramref name="section"/>, written as its last entry is.</summary>
    /// <exception cref="SyntaxEditException">The dialect cannot write the key or the value on one line.</exception>
    public void Append(TokenEditor editor, IniSection section, string key, string value) => Insert(
        editor, StyleFor(Entries.LastOrDefault(entry => entry.Section == section)), section.Span.End, section.EndToken, key, value);

    /// <summary>Inserts a line <c>key = value</c> at the end of a file without sections, written as its last entry is.</summary>
    /// <exception cref="SyntaxEditException">The file has sections, or the dialect cannot write the key or the value on one line.</exception>
    public void Append(TokenEditor editor, string key, string value)
    {
        if (!Sections.IsEmpty)
            throw new SyntaxEditException("the file has sections, and the entry belongs to one");
        Insert(editor, StyleFor(Entries.LastOrDefault()), Text.Length, Tokens.Length, key, value);
    }

    /// <inheritdoc/>
    protected override TextSpan StatementOn(int line) => LineScope.StartingOn(
        Lines, line, Entries.Select(entry => entry.Span).Concat(Sections.Select(section => section.Span)));

    private IniEntry? StyleFor(IniEntry? last) => last ?? Entries.FirstOrDefault();

    private void Insert(TokenEditor editor, IniEntry? style, int after, int token, string key, string value)
    {
        var line = IniLine.Write(Text, Dialect, style, key, value);
        var at = Lines.LineOf(after);
        var position = Lines.EndIncludingLineBreak(at);
        var isAtEndOfText = position == Text.Length && Lines.SpanOf(at).End == position;
        var isEmptyLine = isAtEndOfText && Lines.SpanOf(at).IsEmpty;
        var lineBreak = Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

        // A last line without a line break stays one.
        var text = isAtEndOfText && !isEmptyLine ? lineBreak + line.Text : line.Text + lineBreak;
        editor.ReplaceTokens(token, 0, new TextSpan(position, 0), text, line.Tokens);
    }
}
