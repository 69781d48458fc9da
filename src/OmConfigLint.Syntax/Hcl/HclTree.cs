using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Hcl;

/// <summary>A Terraform file (<c>.tf</c>, <c>.tfvars</c>) in HCL's native syntax.</summary>
public sealed class HclTree : TokenTree
{
    private HclTree(string text, HclNode root, ImmutableArray<SyntaxToken> tokens, ImmutableArray<SyntaxComment> comments)
        : base(text, tokens, comments) => Root = root;

    /// <summary>The file.</summary>
    public HclNode Root { get; }

    /// <summary>Reads a file.</summary>
    /// <returns>False, with the first error, where strings or brackets are not closed or what stands there is no HCL. Never throws on any text.</returns>
    public static bool TryParse(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out HclTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        tree = null;
        var lexer = new HclLexer(text);
        error = lexer.Read();
        if (error is not null)
            return false;
        var reader = new HclReader(lexer, limits, text.Length);
        error = reader.Read();
        if (error is not null)
            return false;
        tree = new HclTree(text, reader.Root, lexer.Tokens, lexer.Comments);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem)
    {
        var isRead = TryParse(text, SyntaxLimits.Default, out var reread, out problem);
        tree = reread;
        return isRead;
    }

    /// <inheritdoc/>
    protected override TextSpan StatementOn(int line) => LineScope.StartingOn(Lines, line, Root.DescendantsAndSelf().Skip(1).Select(node => node.Span));
}
