using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Sql;

/// <summary>A statement of a script.</summary>
public sealed class SqlStatement
{
    internal SqlStatement(ImmutableArray<SyntaxToken> tokens)
    {
        Tokens = tokens;
        Settings = SqlSettings.Of(tokens);
    }

    /// <summary>
    /// Its tokens, the delimiter at its end included. What only carries data (<c>INSERT</c>, the lines of a <c>COPY</c>) is one token.
    /// </summary>
    public ImmutableArray<SyntaxToken> Tokens { get; }

    /// <summary>From the first token to the last.</summary>
    public TextSpan Span => TextSpan.FromBounds(Tokens[0].Span.Start, Tokens[^1].Span.End);

    /// <summary>The settings that it makes, in order.</summary>
    public ImmutableArray<SqlSetting> Settings { get; }
}
