using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Tokens;

/// <summary>
/// An edit as text before and after. Each is made with LF and CRLF, with and without a final line break; each time the edited text must be read
/// back and proved.
/// </summary>
internal static class TokenEditExample
{
    public static void Check<TTree>(Func<string, TTree> parse, string before, Action<TTree, TokenEditor> edit, string after)
        where TTree : TokenTree
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            foreach (var isOpen in new[] { false, true })
            {
                var tree = parse(Disguise(before));
                var editor = (TokenEditor)tree.CreateEditor();
                edit(tree, editor);
                Assert.Equal(Disguise(after), TokenTreeProperties.Prove(editor));

                string Disguise(string text)
                {
                    var lines = text.ReplaceLineEndings(lineBreak);
                    return isOpen && lines.EndsWith(lineBreak, StringComparison.Ordinal) ? lines[..^lineBreak.Length] : lines;
                }
            }
        }
    }
}
