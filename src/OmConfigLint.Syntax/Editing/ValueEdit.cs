using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Editing;

/// <summary>What is to be replaced in one value, in offsets of the value.</summary>
internal sealed class ValueEdit(MappedText text)
{
    private readonly List<TextChange> _changes = [];

    /// <summary>The content after the edit.</summary>
    public string NewValue
    {
        get
        {
            var value = new StringBuilder();
            var position = 0;
            foreach (var change in _changes)
            {
                value.Append(text.Value, position, change.Span.Start - position).Append(change.NewText);
                position = change.Span.End;
            }

            return value.Append(text.Value, position, text.Value.Length - position).ToString();
        }
    }

    /// <summary>Adds a replacement; one that is there already is no second one.</summary>
    /// <exception cref="SyntaxEditException">It meets another one.</exception>
    public void Replace(TextSpan span, string newText)
    {
        var added = new TextChange(span, newText);
        if (_changes.Contains(added))
            return;
        if (Meets(added))
            throw new SyntaxEditException("two of its edits change the same text");
        var index = _changes.FindIndex(change => change.Span.Start > span.Start);
        _changes.Insert(index < 0 ? _changes.Count : index, added);
    }

    public bool CanInclude(ValueEdit other) => other._changes.TrueForAll(change => _changes.Contains(change) || !Meets(change));

    public void Include(ValueEdit other)
    {
        foreach (var change in other._changes)
            Replace(change.Span, change.NewText!);
    }

    public ValueEdit Copy()
    {
        var copy = new ValueEdit(text);
        copy._changes.AddRange(_changes);
        return copy;
    }

    /// <summary>The changes to the source.</summary>
    /// <exception cref="SyntaxEditException">The value cannot hold the new text.</exception>
    public IEnumerable<TextChange> GetChanges() => _changes.Select(change => text.Replace(change.Span, change.NewText!));

    private bool Meets(TextChange added) =>
        _changes.Exists(change => change.Span.IntersectsWith(added.Span) && (change.Span.OverlapsWith(added.Span) || change.Span.IsEmpty || added.Span.IsEmpty));
}
