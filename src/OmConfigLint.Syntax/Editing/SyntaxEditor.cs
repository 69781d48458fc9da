using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Editing;

/// <summary>
/// Collects what is to be done to a tree and turns it into changes of its text; what no operation names stays byte for byte. The operations
/// are also the declaration against which the edited text is proved.
/// </summary>
public abstract class SyntaxEditor
{
    private readonly Dictionary<object, ValueEdit> _values = new(ReferenceEqualityComparer.Instance);
    private readonly List<(EmbeddedText Text, SyntaxEditor Editor)> _embedded = [];

    /// <summary>The tree that is edited; it does not change.</summary>
    public abstract SyntaxTree Tree { get; }

    /// <summary>True where at least one operation was asked for.</summary>
    public virtual bool HasOperations => _values.Count > 0;

    /// <summary>Replaces a stretch of a value.</summary>
    /// <param name="text">The value, of this tree.</param>
    /// <param name="span">Where in the value.</param>
    /// <param name="newText">What stands there instead.</param>
    /// <exception cref="SyntaxEditException">Another operation changes the same stretch otherwise.</exception>
    public void ReplaceText(MappedText text, TextSpan span, string newText)
    {
        if (!_values.TryGetValue(text.Owner, out var edit))
            _values.Add(text.Owner, edit = new ValueEdit(text));
        edit.Replace(span, newText);
    }

    /// <summary>Takes over what <paramref name="inner"/> does to a document that stands in values of this tree.</summary>
    /// <exception cref="SyntaxEditException">A change lies across what is not the document's own text.</exception>
    public void Embed(EmbeddedText text, SyntaxEditor inner)
    {
        text.Embed(this, inner);
        _embedded.Add((text, inner));
    }

    /// <summary>
    /// Takes over the operations of <paramref name="other"/>. Nothing is taken over, and the result is false, where the trees are not the same
    /// or the operations meet.
    /// </summary>
    public virtual bool TryInclude(SyntaxEditor other)
    {
        foreach (var (owner, edit) in other._values)
        {
            if (_values.TryGetValue(owner, out var own) && !own.CanInclude(edit))
                return false;
        }

        foreach (var (owner, edit) in other._values)
        {
            if (_values.TryGetValue(owner, out var own))
                own.Include(edit);
            else
                _values.Add(owner, edit.Copy());
        }

        _embedded.AddRange(other._embedded);
        return true;
    }

    /// <summary>The changes to the text, sorted, not overlapping.</summary>
    /// <exception cref="SyntaxEditException">An operation cannot be made as text.</exception>
    public abstract ImmutableArray<TextChange> GetChanges();

    /// <summary>Proves the edit: <paramref name="edited"/>, read from the edited text, is the old tree with what was declared, and nothing else.</summary>
    /// <returns>Null where it is; else the first difference, for the user.</returns>
    public string? FindDifference(SyntaxTree edited)
    {
        if (FindTreeDifference(edited) is { } difference)
            return difference;
        foreach (var group in _embedded.GroupBy(embedded => embedded.Text))
        {
            if (FindEmbeddedDifference(group.Key, [.. group.Select(embedded => embedded.Editor)], edited) is { } inner)
                return inner;
        }

        return null;
    }

    /// <summary>The new content of the value of <paramref name="owner"/>; null where it stays.</summary>
    public string? NewValueOf(object owner) => _values.TryGetValue(owner, out var edit) ? edit.NewValue : null;

    /// <summary>The same as <see cref="FindDifference"/>, for the tree without the documents inside it.</summary>
    protected abstract string? FindTreeDifference(SyntaxTree edited);

    /// <summary>The changes that <see cref="ReplaceText"/> asked for, in the values of the nodes or tokens that <paramref name="predicate"/> takes.</summary>
    protected IEnumerable<TextChange> ValueChanges(Func<object, bool>? predicate = null) =>
        _values.Where(edit => predicate is null || predicate(edit.Key)).SelectMany(edit => edit.Value.GetChanges());

    /// <summary>The nodes or tokens whose content is changed by <see cref="ReplaceText"/>.</summary>
    protected IEnumerable<object> ChangedValues => _values.Keys;

    /// <summary>Sorts changes.</summary>
    /// <exception cref="SyntaxEditException">Two of them overlap.</exception>
    protected static ImmutableArray<TextChange> Ordered(IEnumerable<TextChange> changes)
    {
        ImmutableArray<TextChange> ordered = [.. changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End)];
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Span.Start < ordered[i - 1].Span.End)
                throw new SyntaxEditException("two of its edits overlap");
        }

        return ordered;
    }

    private static string? FindEmbeddedDifference(EmbeddedText document, ImmutableArray<SyntaxEditor> editors, SyntaxTree edited)
    {
        var editor = editors[0];
        if (editors.Length > 1)
        {
            editor = editors[0].Tree.CreateEditor();
            foreach (var one in editors)
            {
                if (!editor.TryInclude(one))
                    return "two edits of the same inner document meet";
            }
        }

        var text = editor.GetEditedText();
        return editor.Tree.TryReread(text, out var tree, out var error)
            ? editor.FindDifference(tree) ?? document.FindDifference(edited, editor)
            : $"the edited inner document could not be parsed: {error.Message}";
    }

    /// <summary>The text of <see cref="Tree"/> with the changes made.</summary>
    /// <exception cref="SyntaxEditException">An operation cannot be made as text.</exception>
    internal string GetEditedText()
    {
        var text = new System.Text.StringBuilder();
        var position = 0;
        foreach (var change in GetChanges())
        {
            text.Append(Tree.Text, position, change.Span.Start - position).Append(change.NewText);
            position = change.Span.End;
        }

        return text.Append(Tree.Text, position, Tree.Text.Length - position).ToString();
    }
}
