using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Tokens;

/// <summary>What holds for every tree of tokens, whatever the format.</summary>
internal static class TokenTreeProperties
{
    /// <summary>Tokens and comments are in order and whole, and every character of a value has its place in its token.</summary>
    public static void Check(TokenTree tree)
    {
        var end = 0;
        foreach (var token in tree.Tokens)
        {
            Assert.True(token.Span.Start >= end && token.Span.End <= tree.Text.Length, $"the token `{token}` at {token.Span} overlaps another");
            end = token.Span.End;
            for (var i = 0; i < token.Value.Length; i++)
            {
                var span = new TextSpan(i, 1);
                var source = token.Text.ToSource(span);
                Assert.True(token.Span.Contains(source), $"`{token}`: {span} is at {source}, which is not in {token.Span}");
                if (token.Text.IsVerbatim(span))
                    Assert.Equal(token.Value[i], tree.Text[source.Start]);
            }
        }

        end = 0;
        foreach (var comment in tree.Comments)
        {
            Assert.True(comment.Span.Start >= end && comment.Span.End <= tree.Text.Length);
            Assert.Contains(tree.Text[comment.Span.Start], "#;-/");
            Assert.True(tree.ScopeOf(comment).End <= tree.Text.Length);
            end = comment.Span.End;
        }
    }

    /// <summary>What holds where no statement is one token: a comment is no part of any.</summary>
    private static void CheckCommentsLieBetweenTokens(TokenTree tree)
    {
        var token = 0;
        foreach (var comment in tree.Comments)
        {
            while (token < tree.Tokens.Length && tree.Tokens[token].Span.End <= comment.Span.Start)
                token++;
            Assert.False(
                token < tree.Tokens.Length && tree.Tokens[token].Span.OverlapsWith(comment.Span), $"the comment at {comment.Span} overlaps a token");
        }
    }

    /// <summary>
    /// Replaces each run of digits and, in values that <paramref name="hasLetters"/> takes, of letters: each edit is proved and changes nothing
    /// but that run.
    /// </summary>
    /// <returns>How many edits were made.</returns>
    public static int EditRuns(TokenTree tree, Func<SyntaxToken, bool> hasLetters)
    {
        CheckCommentsLieBetweenTokens(tree);
        var edits = 0;
        foreach (var token in tree.Tokens.Where(token => token.Kind == SyntaxTokenKind.Text))
        {
            foreach (var (span, newText) in Runs(token, hasLetters(token)))
            {
                edits++;
                var editor = tree.CreateEditor();
                editor.ReplaceText(token.Text, span, newText);
                var source = token.Text.ToSource(span);
                Assert.Equal(string.Concat(tree.Text.AsSpan(0, source.Start), newText, tree.Text.AsSpan(source.End)), Prove(editor));
            }
        }

        return edits;
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

    /// <summary>
    /// Replaces the beginning, the end and the whole of values: each edit is proved and changes nothing outside of the value's token, or is
    /// refused because the value cannot hold the text.
    /// </summary>
    /// <returns>How many edits were made, and how many of them were refused.</returns>
    public static (int Made, int Refused) EditValues(TokenTree tree, int most = 40)
    {
        var (made, refused) = (0, 0);
        var values = tree.Tokens.Where(token => token.Kind == SyntaxTokenKind.Text && token.Value.Length > 0).ToList();
        var step = Math.Max(1, values.Count / most);
        for (var i = 0; i < values.Count; i += step)
        {
            foreach (var (span, newText) in Edits(values[i].Value))
            {
                var editor = tree.CreateEditor();
                editor.ReplaceText(values[i].Text, span, newText);
                made++;
                if (!TryProve(editor, values[i].Span))
                    refused++;
            }
        }

        return (made, refused);
    }

    /// <summary>Applies an edit and proves it.</summary>
    /// <returns>The edited text.</returns>
    public static string Prove(SyntaxEditor editor)
    {
        var text = Apply(editor);
        Assert.True(editor.Tree.TryReread(text, out var tree, out var error), error?.Message);
        Assert.Null(editor.FindDifference(tree));
        return text;
    }

    private static IEnumerable<(TextSpan Span, string NewText)> Edits(string value)
    {
        yield return (new TextSpan(value.Length - 1, 1), "9.9");
        yield return (new TextSpan(0, value.Length), "new-1.5.4");
        yield return (new TextSpan(value.Length / 2, 0), "0");
    }

    private static bool TryProve(SyntaxEditor editor, TextSpan token)
    {
        try
        {
            Assert.All(editor.GetChanges(), change => Assert.True(token.Contains(change.Span)));
        }
        catch (SyntaxEditException)
        {
            return false;
        }

        return editor.Tree.TryReread(Apply(editor), out var tree, out _) && editor.FindDifference(tree) is null;
    }

    private static string Apply(SyntaxEditor editor) =>
        SourceText.From(editor.Tree.Text).WithChanges(editor.GetChanges()).ToString();
}
