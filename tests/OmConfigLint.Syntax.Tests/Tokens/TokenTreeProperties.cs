using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Tokens;

/// <summary>What holds for every text in every format that is read token by token.</summary>
internal static class TokenTreeProperties
{
    /// <summary>Tokens and comments lie in the text, in order, and do not overlap; each comment has a scope in the text.</summary>
    public static void CheckPlaces(TokenTree tree)
    {
        var all = tree.Tokens.Select(token => token.Span).Concat(tree.Comments.Select(comment => comment.Span))
            .OrderBy(span => span.Start).ThenBy(span => span.End).ToList();
        var position = 0;
        foreach (var span in all)
        {
            Assert.True(span.Start >= position && span.End <= tree.Text.Length, $"{span} overlaps what is before it, or the end");
            position = span.End;
        }

        foreach (var token in tree.Tokens)
        {
            Assert.True(token.Span.Contains(token.Text.SourceSpan), $"the content of `{token.Value}` lies outside of it");
            for (var i = 0; i < token.Value.Length; i++)
            {
                var source = token.Text.ToSource(new TextSpan(i, 1));
                Assert.True(token.Text.SourceSpan.Contains(source), $"character {i} of `{token.Value}` lies outside of it");
                if (token.Text.IsVerbatim(new TextSpan(i, 1)))
                    Assert.Equal(token.Value[i], tree.Text[source.Start]);
            }
        }

        foreach (var comment in tree.Comments)
        {
            var scope = tree.ScopeOf(comment);
            Assert.True(scope.End <= tree.Text.Length);
        }
    }

    /// <summary>Replaces each run of digits, and of letters where <paramref name="hasLetters"/> says so, in each value, one at a time.</summary>
    /// <returns>How many edits were made and proved.</returns>
    public static int CheckEdits(TokenTree tree, Func<SyntaxToken, bool> hasLetters, int most = int.MaxValue)
    {
        var edits = 0;
        foreach (var token in tree.Tokens.Where(token => token.Kind == SyntaxTokenKind.Text))
        {
            foreach (var (span, newText) in Runs(token, hasLetters(token)))
            {
                if (edits++ >= most)
                    return edits;
                var editor = tree.CreateEditor();
                editor.ReplaceText(token.Text, span, newText);
                var source = token.Text.ToSource(span);
                var edited = Prove(editor);
                Assert.Equal(string.Concat(tree.Text.AsSpan(0, source.Start), newText, tree.Text.AsSpan(source.End)), edited);
            }
        }

        return edits;
    }

    /// <summary>The edited text, read again and proved.</summary>
    public static string Prove(SyntaxEditor editor)
    {
        var edited = SourceText.From(editor.Tree.Text).WithChanges(editor.GetChanges()).ToString();
        Assert.True(editor.Tree.TryReread(edited, out var tree, out var error), $"{error} in\n{edited}");
        Assert.Null(editor.FindDifference(tree));
        return edited;
    }

    private static IEnumerable<(TextSpan Span, string NewText)> Runs(SyntaxToken token, bool hasLetters)
    {
        var value = token.Value;
        for (var i = 0; i < value.Length;)
        {
            var end = i;
            while (end < value.Length && char.IsAsciiDigit(value[end]))
                end++;
            var isNumber = end > i;
            while (!isNumber && end < value.Length && char.IsAsciiLetter(value[end]))
                end++;
            var span = TextSpan.FromBounds(i, end);
            if (end > i && (isNumber || hasLetters) && token.Text.IsVerbatim(span))
                yield return (span, new string(isNumber ? '7' : 'z', span.Length));
            i = Math.Max(end, i + 1);
        }
    }
}
