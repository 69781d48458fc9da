using OmConfigLint.Syntax.Editing;
namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Renames the key or replaces the value of one entry.</summary>
internal sealed class EntryEdit(YamlEntry entry, YamlLines lines, TextEdits edits)
{
    private readonly bool _inFlow = entry.Mapping.Style == YamlCollectionStyle.Flow;

    public void RenameKey(string newKey)
    {
        if (entry.Key is not YamlScalar { Style: not (YamlScalarStyle.Literal or YamlScalarStyle.Folded), IsEmpty: false } key)
            throw new SyntaxEditException("only a key that is written as plain or quoted text can be renamed");
        edits.Replace(key.Span.Start, key.Span.End, ScalarText.Key(newKey, lines.Tree.IsJson, _inFlow, key.Style));
    }

    public void ReplaceValue(YamlNewValue newValue)
    {
        var text = ScalarText.Value(newValue, lines.Tree, _inFlow);
        switch (entry.Value)
        {
            case YamlScalar { IsEmpty: true, FullSpan.IsEmpty: true }:
                WriteBehindColon(text);
                break;
            case YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded } scalar:
                ReplaceBlockScalar(scalar, text);
                break;
            case YamlMapping { Style: YamlCollectionStyle.Block } or YamlSequence { Style: YamlCollectionStyle.Block }:
                ReplaceBlockCollection(text);
                break;
            default:
                edits.Replace(entry.Value.FullSpan.Start, entry.Value.FullSpan.End, text);
                break;
        }
    }

    private void WriteBehindColon(string text)
    {
        if (text.Length == 0)
            return;
        if (lines.ColonOf(entry) is >= 0 and var colon)
        {
            edits.Replace(colon + 1, colon + 1, " " + text);
        }
        else if (_inFlow)
        {
            var end = entry.Key.FullSpan.End;
            edits.Replace(end, end, (entry.Key is YamlAlias ? " : " : ": ") + text);
        }
        else
        {
            // `? key` alone: the value gets a line below.
            var indentation = lines.IndentationTo(entry.Key.FullSpan.Start)[..lines.ColumnOf(entry.Span.Start)];
            edits.InsertLine(lines.LastLineOf(entry), indentation, ": " + text, isPartOfEntry: true);
        }
    }

    private void ReplaceBlockScalar(YamlScalar scalar, string text)
    {
        edits.Replace(scalar.FullSpan.Start, scalar.Span.Start + lines.HeaderOf(scalar).Length, text);
        var (header, last) = (lines.LineOf(scalar.Span.Start), lines.LineOf(scalar.Span.End));
        if (last > header)
            edits.DeleteLines(header + 1, last);
    }

    // A collection on lines of its own goes with these; the new value stands behind the colon.
    private void ReplaceBlockCollection(string text)
    {
        var value = entry.Value;
        var colon = lines.ColonOf(entry);
        if (colon < 0 || !lines.IsAtLineStart(value.Span.Start))
        {
            edits.Replace(value.FullSpan.Start, value.FullSpan.End, text);
            return;
        }

        if (value.FullSpan.Start < value.Span.Start)
            edits.Replace(value.FullSpan.Start, Math.Max(value.Anchor?.Span.End ?? 0, value.Tag?.Span.End ?? 0), text);
        else if (text.Length > 0)
            edits.Replace(colon + 1, colon + 1, " " + text);
        edits.DeleteLines(lines.LineOf(value.Span.Start), lines.LastLineOf(entry));
    }
}
