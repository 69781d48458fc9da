using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Tokens;

/// <summary>What examples of all formats of tokens do.</summary>
internal static class TokenExample
{
    /// <summary>Replaces `1.5.0`, which stands in one value, by `1.6.1`: nothing else changes.</summary>
    public static void RaiseVersion(TokenTree tree)
    {
        var token = tree.Tokens.Single(token => token.Value.Contains("1.5.0", StringComparison.Ordinal));
        var editor = tree.CreateEditor();
        editor.ReplaceText(token.Text, new TextSpan(token.Value.IndexOf("1.5.0", StringComparison.Ordinal), 5), "1.6.1");
        Assert.Equal(tree.Text.Replace("1.5.0", "1.6.1", StringComparison.Ordinal), TokenTreeProperties.Prove(editor));
    }

    /// <summary>Inserts lines and proves it.</summary>
    public static void InsertLines(TokenTree tree, int line, string lines, string expected)
    {
        var editor = (TokenEditor)tree.CreateEditor();
        editor.InsertLines(line, lines);
        Assert.Equal(expected, TokenTreeProperties.Prove(editor));
    }

    /// <summary>The text that the first comment speaks of.</summary>
    public static string ScopeOfComment(TokenTree tree)
    {
        var scope = tree.ScopeOf(tree.Comments[0]);
        return tree.Text.Substring(scope.Start, scope.Length);
    }

    /// <summary>The seeds in this line break are exact, and nearly all of their values can be edited.</summary>
    /// <param name="trees">What they are read as.</param>
    /// <param name="mostRefused">The share of edits that are refused: what cannot change on its own, as the delimiter of a here-document.</param>
    public static void EditAll(IEnumerable<TokenTree> trees, double mostRefused)
    {
        var (made, refused) = (0, 0);
        foreach (var tree in trees)
        {
            TokenTreeProperties.Check(tree);
            var edits = TokenTreeProperties.EditValues(tree, most: 1000);
            made += edits.Made;
            refused += edits.Refused;
        }

        Assert.True(made > 30 && refused <= made * mostRefused, $"{refused} of {made} edits refused");
    }
}
