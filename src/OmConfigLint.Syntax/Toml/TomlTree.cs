using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Toml;

/// <summary>A TOML 1.0 document: <c>pyproject.toml</c>, <c>Pipfile</c>, lock files.</summary>
public sealed class TomlTree : TokenTree
{
    private TomlTree(string text, TomlNode root, ImmutableArray<SyntaxToken> tokens, ImmutableArray<SyntaxComment> comments)
        : base(text, tokens, comments) => Root = root;

    /// <summary>The document as a table.</summary>
    public TomlNode Root { get; }

    /// <summary>Reads a TOML document.</summary>
    /// <returns>False, with the first error, where it is none. Never throws on any text.</returns>
    public static bool TryParse(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out TomlTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        var reader = new TomlReader(text, limits);
        error = reader.Read();
        tree = error is null ? new TomlTree(text, reader.Root, reader.Tokens, reader.Comments) : null;
        return tree is not null;
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
