using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Writes new items behind the last one of a sequence.</summary>
internal sealed class SequenceEdit(YamlSequence sequence, YamlLines lines, YamlOperations operations, TextEdits edits)
{
    private readonly bool _inFlow = sequence.Style == YamlCollectionStyle.Flow;

    public void Apply()
    {
        var added = operations.AppendedTo(sequence).Select(item => ScalarText.Value(item, lines.Tree, _inFlow)).ToList();
        if (!_inFlow)
            WriteLines(added);
        else if (sequence.Items.IsEmpty)
            WriteIntoEmpty(added);
        else
            WriteBehindLast(added);
    }

    private void WriteLines(List<string> added)
    {
        var last = sequence.Items[^1];
        if (!lines.IsAtLineEnd(last.FullSpan.End))
            throw new SyntaxEditException("the last item of the list shares its line with other text");
        if (lines.Text[sequence.Span.Start] != '-')
            throw new SyntaxEditException("the list starts otherwise than with a dash");
        var indentation = lines.IndentationTo(sequence.Span.Start);
        var dash = "-" + BlanksBehindDash();
        foreach (var item in added)
            edits.InsertLine(lines.LastLineOf(last), indentation, (dash + item).TrimEnd(' '));
    }

    // `-   a` is continued by `-   b`.
    private string BlanksBehindDash()
    {
        var dash = sequence.Span.Start;
        var end = lines.SkipBlanks(dash + 1);
        return end == lines.EndOf(lines.LineOf(dash)) || end > sequence.Items[0].FullSpan.Start || lines.Text.AsSpan(dash + 1, end - dash - 1).Contains('\t')
            ? " "
            : lines.Text[(dash + 1)..end];
    }

    private void WriteIntoEmpty(List<string> added)
    {
        var (start, end) = (sequence.Span.Start + 1, sequence.Span.End - 1);
        if (!string.IsNullOrWhiteSpace(lines.Text[start..end]))
            throw new SyntaxEditException("an empty list that holds a comment is not edited");
        edits.Replace(start, end, string.Join(", ", added));
    }

    private void WriteBehindLast(List<string> added)
    {
        var last = sequence.Items[^1];
        var comma = lines.FindIndicator(',', last.FullSpan.End, sequence.Span.End);
        var end = comma < 0 ? last.FullSpan.End : comma + 1;
        if (!lines.IsAtLineStart(last.FullSpan.Start))
        {
            Insert(" ");
            return;
        }

        var line = lines.LineOf(end);
        var indentation = lines.IndentationTo(last.FullSpan.Start);
        if (!lines.IsAtLineEnd(end))
        {
            Insert(lines.LineBreakOf(line) + indentation);
            return;
        }

        if (comma < 0)
            edits.Insert(end, ",");
        for (var i = 0; i < added.Count; i++)
            edits.InsertLine(line, indentation, added[i] + (comma >= 0 || i < added.Count - 1 ? "," : ""));

        void Insert(string separator) =>
            edits.Insert(end, string.Concat(added.Select(item => comma < 0 ? "," + separator + item : separator + item + ",")));
    }
}
