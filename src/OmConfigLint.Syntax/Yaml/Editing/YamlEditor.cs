using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>
/// Collects operations on a tree and turns them into text changes. What no operation names stays byte for byte.
/// The operations are also the declaration against which <see cref="YamlEditProof"/> checks the edited text.
/// An operation inside an entry that is removed, or inside a value that is replaced, has no effect.
/// </summary>
public sealed class YamlEditor : SyntaxEditor
{
    /// <summary>Starts an edit of <paramref name="tree"/>.</summary>
    public YamlEditor(YamlTree tree) => Tree = tree;

    /// <inheritdoc/>
    public override YamlTree Tree { get; }

    /// <inheritdoc/>
    public override bool HasOperations => base.HasOperations || Operations.Any;

    internal YamlOperations Operations { get; private set; } = new();

    private readonly List<(YamlEditor Copy, YamlDocument Document, string Text)> _copies = [];

    /// <summary>
    /// Removes an entry with its own comments: what stands behind it on its lines, and the comments right above its section (a run of entries
    /// without a blank line or comment in between) where the whole section goes. Removing all entries of a mapping leaves <c>{}</c>.
    /// An anchored value that is still used moves to the first alias that is left.
    /// </summary>
    public void Remove(YamlEntry entry) => Operations.Remove(OfThisTree(entry));

    /// <summary>
    /// Writes a new entry behind <paramref name="neighbour"/>, in the style of the neighbour's mapping. Several entries behind one neighbour
    /// keep the order of the calls; where the neighbour is removed, they take its place.
    /// </summary>
    public void InsertAfter(YamlEntry neighbour, string key, YamlNewValue value) =>
        Operations.InsertAfter(OfThisTree(neighbour), new YamlNewEntry(key, OfThisTree(value)));

    /// <summary>
    /// Writes a document as text behind <paramref name="neighbour"/>: a copy of one that stands in a value of this tree, edited.
    /// The text is proved like the document itself.
    /// </summary>
    /// <param name="neighbour">The entry behind which it is written.</param>
    /// <param name="key">Its key.</param>
    /// <param name="copy">What is done to the copy.</param>
    /// <param name="document">The document that is copied, of the tree of <paramref name="copy"/>.</param>
    /// <exception cref="SyntaxEditException">An operation on the copy cannot be made as text.</exception>
    public void InsertDocumentAfter(YamlEntry neighbour, string key, YamlEditor copy, YamlDocument document)
    {
        var text = copy.ExtractText(document);
        InsertAfter(neighbour, key, YamlNewValue.Literal(text));
        _copies.Add((copy, document, text));
    }

    /// <summary>Writes a new entry behind the last one of <paramref name="mapping"/>, which may be empty (<c>{}</c>).</summary>
    public void Append(YamlMapping mapping, string key, YamlNewValue value)
    {
        if (mapping.Entries is [.., var last])
            InsertAfter(last, key, value);
        else
            Operations.Append(OfThisTree(mapping), new YamlNewEntry(key, OfThisTree(value)));
    }

    /// <summary>Writes a new item behind the last one of <paramref name="sequence"/>, which may be empty (<c>[]</c>).</summary>
    public void Append(YamlSequence sequence, YamlNewValue item) => Operations.Append(OfThisTree(sequence), OfThisTree(item));

    /// <summary>Replaces the value of <paramref name="entry"/>, with its anchor and tag; comments outside the old value stay.</summary>
    public void ReplaceValue(YamlEntry entry, YamlNewValue value) => 
        Operations.ReplaceValue(OfThisTree(entry), OfThisTree(value));

    /// <summary>Renames the key of <paramref name="entry"/>, keeping its quotes; value and comments stay.</summary>
    public void RenameKey(YamlEntry entry, string newKey) => Operations.RenameKey(OfThisTree(entry), newKey);

    /// <summary>The entries that go, and those behind which one is written.</summary>
    internal IEnumerable<(YamlEntry Entry, bool IsInsertion)> EditedEntries() => Operations.EditedEntries();

    /// <summary>True where an entry of <paramref name="mapping"/> stays that <paramref name="predicate"/> takes.</summary>
    internal bool LeavesEntryIn(YamlMapping mapping, Func<YamlEntry, bool> predicate) =>
        mapping.Entries.Any(entry => !Operations.IsRemoved(entry) && predicate(entry));

    /// <inheritdoc/>
    /// <remarks>Two operations meet where they change the same collection, or where one changes what the other removes.</remarks>
    public override bool TryInclude(SyntaxEditor other)
    {
        if (other is not YamlEditor yaml || yaml.Tree != Tree
            || yaml.ChangedScalars().Any(Operations.IsGone) || ChangedScalars().Any(yaml.Operations.IsGone))
        {
            return false;
        }

        var before = Operations.Copy();
        if (!Operations.TryInclude(yaml.Operations))
            return false;
        if (base.TryInclude(other))
        {
            _copies.AddRange(yaml._copies);
            return true;
        }

        Operations = before;
        return false;
    }

    /// <inheritdoc/>
    public override ImmutableArray<TextChange> GetChanges() => ChangesTo(TextSpan.FromBounds(0, Tree.Text.Length));

    /// <inheritdoc/>
    protected override string? FindTreeDifference(SyntaxTree edited)
    {
        if (YamlEditProof.FindDifference(this, (YamlTree)edited) is { } difference)
            return difference;
        foreach (var (copy, document, text) in _copies)
        {
            if (!copy.Tree.TryReread(text, out var reread, out var problem))
                return $"the added document could not be parsed: {problem.Message}";
            if (YamlEditProof.FindDifference(copy, document, (YamlTree)reread) is { } inCopy)
                return inCopy;
        }

        return null;
    }

    /// <summary>The whole text with the changes made.</summary>
    /// <exception cref="SyntaxEditException">An operation cannot be made as text.</exception>
    public string GetText() => TextOf(TextSpan.FromBounds(0, Tree.Text.Length));

    /// <summary>
    /// The text of <paramref name="document"/> alone with the changes made: what a new file is made of. The marker that divides it from the
    /// document before it is left out; directives stay.
    /// </summary>
    /// <exception cref="SyntaxEditException">An operation cannot be made as text.</exception>
    public string ExtractText(YamlDocument document)
    {
        var text = TextOf(document.Span);
        return document == Tree.Documents[0] ? text : WithoutMarker(text, document);
    }

    private string TextOf(TextSpan span)
    {
        var text = new StringBuilder();
        var position = span.Start;
        foreach (var change in ChangesTo(span))
        {
            text.Append(Tree.Text, position, change.Span.Start - position).Append(change.NewText);
            position = change.Span.End;
        }

        return text.Append(Tree.Text, position, span.End - position).ToString();
    }

    private YamlEntry OfThisTree(YamlEntry entry)
    {
        OfThisTree(entry.Key);
        return entry;
    }

    private YamlNewValue OfThisTree(YamlNewValue value)
    {
        if (value.Copied is { } copied)
            OfThisTree(copied);
        return value;
    }

    private TNode OfThisTree<TNode>(TNode node)
        where TNode : YamlNode
    {
        YamlNode root = node;
        while (root.Parent is { } parent)
            root = parent;
        return Tree.Documents.Any(document => document.Root == root) ? node : throw new ArgumentException("the node is of another tree", nameof(node));
    }

    // The changes in the documents that lie in the span.
    private ImmutableArray<TextChange> ChangesTo(TextSpan span)
    {
        if (!HasOperations)
            return [];

        var lines = Tree.Lines;
        var edits = new TextEdits(lines, Operations);
        // Before the mappings: where an item and an entry are written below one line at one column, the item stands inside.
        foreach (var sequence in Operations.ChangedSequences().Where(sequence => span.Contains(sequence.Span)))
            new SequenceEdit(sequence, lines, Operations, edits).Apply();
        foreach (var mapping in Operations.ChangedMappings().Where(mapping => span.Contains(mapping.Span)))
        {
            RequireKeysAndCommas(mapping, lines);
            if (mapping.Style == YamlCollectionStyle.Block)
                new BlockMappingEdit(mapping, lines, Operations, edits).Apply();
            else
                new FlowMappingEdit(mapping, lines, Operations, edits).Apply();
        }

        foreach (var entry in Operations.RenamedEntries().Where(entry => span.Contains(entry.Mapping.Span)))
            new EntryEdit(entry, lines, edits).RenameKey(Operations.NewKeyOf(entry)!);
        foreach (var entry in Operations.EntriesWithNewValue().Where(entry => span.Contains(entry.Mapping.Span)))
        {
            RequireKeysAndCommas(entry.Mapping, lines);
            new EntryEdit(entry, lines, edits).ReplaceValue(Operations.NewValueOf(entry)!);
        }

        foreach (var document in Tree.Documents.Where(document => span.Contains(document.Span)))
            new AnchorRescue(document, lines, Operations, edits).Apply();
        ImmutableArray<TextChange> values = [.. ValueChanges(scalar => span.Contains(((YamlScalar)scalar).Span) && !Operations.IsGone((YamlScalar)scalar))];
        return values.IsEmpty ? edits.ToChanges() : Ordered([.. edits.ToChanges(), .. values]);
    }

    private IEnumerable<YamlScalar> ChangedScalars() => ChangedValues.Cast<YamlScalar>();

    // Entries without a key (`: value`, `?` alone) or without a comma between them are read differently from reader to reader, and by what
    // stands before them.
    private static void RequireKeysAndCommas(YamlMapping mapping, YamlLines lines)
    {
        if (mapping.Entries.Any(entry => entry.Key is YamlScalar { IsEmpty: true }))
            throw new SyntaxEditException("a mapping that has an entry without a key is not edited");
        for (var i = 1; i < mapping.Entries.Length && mapping.Style == YamlCollectionStyle.Flow; i++)
        {
            if (lines.FindIndicator(',', mapping.Entries[i - 1].Span.End, mapping.Entries[i].Span.Start) < 0)
                throw new SyntaxEditException("a mapping that lacks a comma between its entries is not edited");
        }
    }

    // `--- text`, `--- # comment` and `---` alone on its line. It stays behind directives, before content that looks like one, and as all
    // there is of an empty document.
    private static string WithoutMarker(string text, YamlDocument document)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal) || document.Root is YamlScalar { IsEmpty: true })
            return text;

        var rest = text.AsSpan(3).TrimStart(" \t");
        if (rest.StartsWith("\r\n"))
            rest = rest[2..];
        else if (rest is ['\r' or '\n', ..])
            rest = rest[1..];
        return rest is ['%', ..] ? text : rest.ToString();
    }
}
