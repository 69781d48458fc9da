using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>Puts a fix together from operations on trees.</summary>
public sealed class FixBuilder
{
    private readonly string _title;
    private readonly List<(SourceFile File, SyntaxEditor Editor)> _edits = [];
    private readonly List<(string Path, SourceFile Origin, YamlDocument Document, YamlEditor Editor)> _newFiles = [];
    private readonly List<(YamlEditor Host, YamlEntry Neighbour, string Key, YamlDocument Document, YamlEditor Editor)> _newEntries = [];
    private readonly List<SourceFile> _keepers = [];
    private FixSafety _safety = FixSafety.Safe;
    private string? _reason;

    /// <summary>Starts a fix.</summary>
    /// <param name="title">What applying it does.</param>
    public FixBuilder(string title) => _title = title;

    /// <summary>What a person must do once it has been applied.</summary>
    public string? FollowUp { get; set; }

    /// <summary>Text that a person can put where omlint cannot.</summary>
    public string? Proposal { get; set; }

    /// <summary>Ids of rules that the fix answers for the files it edits.</summary>
    public ImmutableArray<string> Settles { get; set; } = [];

    /// <summary>The editor of an existing file, or of a document inside one; the same one for the same tree.</summary>
    public YamlEditor Edit(SourceFile file, YamlTree tree) => (YamlEditor)Edit(file, (SyntaxTree)tree);

    /// <inheritdoc cref="Edit(SourceFile, YamlTree)"/>
    public SyntaxEditor Edit(SourceFile file, SyntaxTree tree)
    {
        foreach (var (_, existing) in _edits)
        {
            if (existing.Tree == tree)
                return existing;
        }

        var editor = tree.CreateEditor();
        _edits.Add((file, editor));
        return editor;
    }

    /// <summary>The editor of a new file at <paramref name="path"/> that starts as a copy of <paramref name="document"/>.</summary>
    public YamlEditor Create(string path, SourceFile origin, YamlTree tree, YamlDocument document)
    {
        var editor = new YamlEditor(tree);
        _newFiles.Add((path, origin, document, editor));
        return editor;
    }

    /// <summary>The editor of a copy of <paramref name="document"/> that goes, as text, into a new entry behind the one it stands in.</summary>
    /// <param name="neighbour">The entry whose value holds <paramref name="document"/>.</param>
    /// <param name="key">The new entry's key.</param>
    /// <param name="origin">The document as a file of its own; the tree around it is YAML.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="document">The document that is copied.</param>
    public YamlEditor CreateEntry(YamlEntry neighbour, string key, SourceFile origin, YamlTree tree, YamlDocument document)
    {
        var embedding = origin.Embedding ?? throw new ArgumentException("the document stands in no other", nameof(origin));
        var editor = new YamlEditor(tree);
        _newEntries.Add((Edit(embedding.Host, (YamlTree)embedding.HostTree), neighbour, key, document, editor));
        return editor;
    }

    /// <summary>Says that a comment at a line's end in <paramref name="file"/> is not lost where the fix removes the same one elsewhere.</summary>
    public void KeepsCommentsOf(SourceFile file) => _keepers.Add(file);

    /// <summary>Makes the fix unsafe; the first reason given is the one that users read.</summary>
    public void MakeUnsafe(string reason)
    {
        if (_safety == FixSafety.Safe)
            _safety = FixSafety.Unsafe;
        _reason ??= reason;
    }

    /// <summary>
    /// The fix. It is unsafe where it would lose a comment or edits more than one file, and advice only where an operation cannot be made as text.
    /// </summary>
    public ConfigFix Build()
    {
        ImmutableArray<DocumentEdit> edits;
        ImmutableArray<NewFile> newFiles;
        try
        {
            foreach (var (host, neighbour, key, document, editor) in _newEntries)
                host.InsertDocumentAfter(neighbour, key, editor, document);
            EmbedAll();
            var edited = ImmutableArray.CreateBuilder<DocumentEdit>();
            foreach (var (file, editor) in _edits)
            {
                if (file.Embedding is null && editor.HasOperations)
                    edited.Add(new DocumentEdit(file, editor, editor.GetChanges()));
            }

            edits = edited.DrainToImmutable();
            var added = ImmutableArray.CreateBuilder<NewFile>();
            foreach (var (path, origin, document, editor) in _newFiles)
            {
                added.Add(origin.Embedding is { Text: TemplateDocument template, HostTree: TemplateTree tree }
                    ? new NewFile(path, template.CopyText(editor), origin.Outermost, document, editor) { Template = tree }
                    : new NewFile(path, editor.ExtractText(document), origin, document, editor));
            }

            newFiles = added.DrainToImmutable();
        }
        catch (SyntaxEditException exception)
        {
            return ConfigFix.Manual(_title, exception.Message);
        }

        if (edits.Length > 1)
            MakeUnsafe("it changes another file as well");
        ImmutableArray<string> texts = [.. newFiles.Select(file => file.Text), .. _newEntries.Select(entry => entry.Editor.ExtractText(entry.Document))];
        if (_safety == FixSafety.Safe && _edits.Exists(edit => LosesComment(edit.Editor, texts)))
            MakeUnsafe("a comment on a removed line would be lost");
        return new ConfigFix(_title, _safety, edits, newFiles, _reason, FollowUp, Settles, Proposal);
    }

    /// <summary>What is done to documents inside files becomes what is done to the files, the innermost first.</summary>
    private void EmbedAll()
    {
        var pending = _edits.Where(edit => edit.File.Embedding is not null && edit.Editor.HasOperations).ToList();
        while (pending.Count > 0)
        {
            var deepest = pending.MaxBy(edit => DepthOf(edit.File));
            pending.Remove(deepest);
            var (host, tree, text) = deepest.File.Embedding!;
            var editor = Edit(host, tree);
            editor.Embed(text, deepest.Editor);
            if (host.Embedding is not null && !pending.Exists(edit => edit.Editor == editor))
                pending.Add((host, editor));
        }

        static int DepthOf(SourceFile file) => file.Embedding is { } embedding ? 1 + DepthOf(embedding.Host) : 0;
    }

    private bool LosesComment(SyntaxEditor editor, ImmutableArray<string> created)
    {
        var text = editor.Tree.Text;
        foreach (var change in editor.HasOperations ? editor.GetChanges() : [])
        {
            if (change.Span.IsEmpty || (editor.Tree is YamlTree && !text.AsSpan(change.Span.Start, change.Span.Length).Contains('#')))
                continue;
            foreach (var comment in editor.Tree.Comments)
            {
                if (change.Span.OverlapsWith(comment.Span) && !IsKept(text.Substring(comment.Span.Start, comment.Span.Length), change, created))
                    return true;
            }
        }

        return false;
    }

    private bool IsKept(string comment, TextChange change, ImmutableArray<string> created) =>
        change.NewText!.Contains(comment, StringComparison.Ordinal)
        || created.Any(text => text.Contains(comment, StringComparison.Ordinal))
        || _keepers.Exists(file => EndsLine(file.Text, comment));

    private static bool EndsLine(string text, string comment)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.TrimEnd().EndsWith(comment.AsSpan().TrimEnd(), StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
