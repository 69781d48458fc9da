using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Python;

/// <summary>Takes entries out of what stands in brackets.</summary>
internal sealed class PythonEntryRemoval(PythonTree tree, TokenEditor editor)
{
    /// <summary>Declares the removal of <paramref name="entries"/>, all of one container.</summary>
    public void Remove(ReadOnlySpan<PythonEntry> entries)
    {
        if (entries.IsEmpty)
            return;
        var removed = new HashSet<PythonEntry>(entries.ToArray());
        var all = entries[0].Container switch
        {
            PythonDict dict => dict.Entries,
            PythonSequence sequence => sequence.Items,
            PythonCall call => call.Arguments,
            _ => throw new ArgumentException("an entry of no container", nameof(entries)),
        };
        var kept = all.Where(entry => !removed.Contains(entry)).Take(2).ToList();
        var isPair = entries[0].Container is PythonSequence { Kind: PythonSequenceKind.Tuple } && kept.Count < 2;
        if (isPair && kept is not [{ CommaToken: >= 0 }])
            throw new SyntaxEditException("what is left of the tuple would be no tuple");
        for (var i = 0; i < all.Length; i++)
        {
            if (!removed.Contains(all[i]))
                continue;

            // Neighbours on one line go in one piece.
            var last = i;
            while (last + 1 < all.Length && removed.Contains(all[last + 1]) && IsOneLine(EndOf(all[last]), all[last + 1].Span.Start))
                last++;
            RemoveRun(i > 0 ? all[i - 1] : null, all[i], all[last], last + 1 < all.Length ? all[last + 1] : null, isPair);
            i = last;
        }
    }

    private void RemoveRun(PythonEntry? before, PythonEntry first, PythonEntry last, PythonEntry? after, bool keepsComma)
    {
        var firstToken = first.FirstToken;
        var lastToken = last.CommaToken >= 0 ? last.CommaToken : last.LastToken;
        var (start, end) = (tree.Tokens[firstToken].Span.Start, tree.Tokens[lastToken].Span.End);
        var line = tree.Lines.StartOf(tree.Lines.LineOf(start));
        var startsLine = tree.Text.AsSpan(line, start - line).IsWhiteSpace();
        if (startsLine && EndsLine(end))
        {
            // `del a, \⏎ b`: the line break is not inside brackets, and ends the statement.
            if (lastToken + 1 < tree.Tokens.Length && tree.Tokens[lastToken + 1].Kind == SyntaxTokenKind.LineBreak)
                throw new SyntaxEditException("what stands without brackets on several lines is not taken apart");
            (start, end) = (line, tree.Lines.EndIncludingLineBreak(tree.Lines.LineOf(end)));
        }
        else if (after is not null && IsOneLine(end, after.Span.Start))
        {
            (lastToken, end) = (after.FirstToken - 1, after.Span.Start);
        }
        else if (!startsLine && after is null && last.CommaToken < 0 && before is { CommaToken: >= 0 } && !keepsComma)
        {
            firstToken = before.CommaToken;
            start = tree.Tokens[firstToken].Span.Start;
        }
        else if (!startsLine)
        {
            start = tree.Tokens[firstToken - 1].Span.End;
        }

        editor.ReplaceTokens(firstToken, lastToken - firstToken + 1, TextSpan.FromBounds(start, end), "");
    }

    private int EndOf(PythonEntry entry) => tree.Tokens[entry.CommaToken >= 0 ? entry.CommaToken : entry.LastToken].Span.End;

    private bool IsOneLine(int start, int end) => tree.Text.AsSpan(start, end - start).IndexOfAny('\r', '\n', '#') < 0;

    /// <summary>True where only blanks and a comment follow on the line.</summary>
    private bool EndsLine(int position)
    {
        var rest = tree.Text.AsSpan(position, tree.Lines.SpanOf(tree.Lines.LineOf(position)).End - position).TrimStart(" \t\f");
        return rest.IsEmpty || rest[0] == '#';
    }
}
