using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>
/// Collects operations on a tree and turns them into text changes. What no operation names stays byte for byte.
/// The operations are also the declaration against which <see cref="YamlEditProof"/> checks the edited text.
/// </summary>
public sealed class YamlEditor
{
    /// <summary>Starts an edit of <paramref name="tree"/>.</summary>
    public YamlEditor(YamlTree tree) => Tree = tree;

    /// <summary>The tree that is edited; it does not change.</summary>
    public YamlTree Tree { get; }

    /// <summary>True where at least one operation was asked for.</summary>
    public bool HasOperations => throw new NotSupportedException();

    /// <summary>Removes an entry with its own comments. Removing all entries of a mapping leaves <c>{}</c>.</summary>
    public void Remove(YamlEntry entry) => throw new NotSupportedException();

    /// <summary>Writes a new entry behind <paramref name="neighbour"/>, in the style of the neighbour's mapping.</summary>
    public void InsertAfter(YamlEntry neighbour, string key, YamlNewValue value) => throw new NotSupportedException();

    /// <summary>Writes a new entry behind the last one of <paramref name="mapping"/>, which may be empty (<c>{}</c>).</summary>
    public void Append(YamlMapping mapping, string key, YamlNewValue value) => throw new NotSupportedException();

    /// <summary>Replaces the value of <paramref name="entry"/>; its comments stay.</summary>
    public void ReplaceValue(YamlEntry entry, YamlNewValue value) => throw new NotSupportedException();

    /// <summary>Renames the key of <paramref name="entry"/>, keeping its quotes; value and comments stay.</summary>
    public void RenameKey(YamlEntry entry, string newKey) => throw new NotSupportedException();

    /// <summary>The changes to the text, sorted, not overlapping.</summary>
    /// <exception cref="YamlEditException">An operation cannot be made as text.</exception>
    public ImmutableArray<TextChange> GetChanges() => throw new NotSupportedException();

    /// <summary>The whole text with the changes made.</summary>
    /// <exception cref="YamlEditException">An operation cannot be made as text.</exception>
    public string GetText() => throw new NotSupportedException();

    /// <summary>
    /// The text of <paramref name="document"/> alone with the changes made: what a new file is made of. The marker that divides it from the
    /// document before it is left out; directives stay.
    /// </summary>
    /// <exception cref="YamlEditException">An operation cannot be made as text.</exception>
    public string ExtractText(YamlDocument document) => throw new NotSupportedException();
}
