using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Python;

/// <summary>What is true of every tree.</summary>
internal static class PythonTreeProperties
{
    public static void Check(PythonTree tree)
    {
        CheckGaps(tree);
        foreach (var value in tree.Values)
        {
            Assert.InRange(value.Span.End, value.Span.Start, tree.Text.Length);
            Assert.All(value.Children, child => Assert.True(value.Span.Contains(child.Span), $"{child.Span} is outside {value.Span}"));
            if (value.Entry is { } entry)
            {
                Assert.True(entry.Span.Contains(value.Span));
                Assert.Contains(value, entry.Container.Children);
            }

            if (value is PythonString text)
                CheckText(tree, text);
        }

        foreach (var import in tree.Imports)
        {
            Assert.All(import.Names, name => Assert.True(import.Span.Contains(name.Span) && name.Span.Contains(name.Name.Span)));
            Assert.True(import.Module is null || import.Span.Contains(import.Module.Span));
        }

        foreach (var assignment in tree.Assignments)
            Assert.True(assignment.Span.Contains(assignment.TargetSpan) && assignment.Span.Contains(assignment.Value.Span));
        foreach (var comment in tree.Comments)
            Assert.InRange(tree.ScopeOf(comment).End, 0, tree.Text.Length);
        foreach (var name in tree.Values.OfType<PythonName>())
            Assert.True(tree.Resolve(name) is null or { Operator: "=" });
    }

    /// <summary>Every entry can be taken out, or the editor says why not.</summary>
    public static void CheckRemovals(PythonTree tree)
    {
        foreach (var entry in tree.Values.Select(value => value.Entry).OfType<PythonEntry>().Distinct())
        {
            var editor = (TokenEditor)tree.CreateEditor();
            try
            {
                tree.Remove(editor, entry);
            }
            catch (SyntaxEditException)
            {
                continue;
            }

            Assert.Null(PythonProof.FindDifference(editor, PythonProof.Apply(editor)));
        }
    }

    /// <summary>Between the tokens stand blanks, comments and joined lines.</summary>
    private static void CheckGaps(PythonTree tree)
    {
        var position = 0;
        var comment = 0;
        foreach (var span in tree.Tokens.Select(token => token.Span).Append(new TextSpan(tree.Text.Length, 0)))
        {
            Assert.True(span.Start >= position, $"{span} is before {position}");
            while (position < span.Start)
            {
                if (comment < tree.Comments.Length && tree.Comments[comment].Span.Start == position)
                {
                    position = tree.Comments[comment++].Span.End;
                    continue;
                }

                Assert.True(" \t\f\r\n\\\uFEFF".Contains(tree.Text[position], StringComparison.Ordinal), $"`{tree.Text[position]}` is in no token");
                position++;
            }

            position = span.End;
        }

        Assert.Equal(tree.Comments.Length, comment);
    }

    private static void CheckText(PythonTree tree, PythonString text)
    {
        var covered = new bool[text.Text.Text.Length];
        foreach (var part in text.Text.Parts)
        {
            Assert.True(part.Text.Value.AsSpan(part.TextStart, part.Length).SequenceEqual(text.Text.Text.AsSpan(part.Start, part.Length)));
            Array.Fill(covered, true, part.Start, part.Length);
            Assert.True(text.Span.Contains(text.Text.ToSource(new TextSpan(part.Start, part.Length))));
        }

        foreach (var hole in text.Holes)
        {
            Assert.True(text.Span.Contains(hole.Field.Span));
            Array.Fill(covered, true, hole.Span.Start, hole.Span.Length);
        }

        Assert.All(covered, Assert.True);
        Assert.InRange(text.Span.End, 0, tree.Text.Length);
    }
}
