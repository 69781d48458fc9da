using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Sql;

/// <summary>A script of SQL statements.</summary>
public sealed class SqlTree : TokenTree
{
    private SqlTree(string text, SqlDialect dialect, SqlLexer read)
        : base(text, read.Tokens, read.Comments)
    {
        Dialect = dialect;
        Statements = read.Statements;
    }

    /// <summary>Whose SQL it was read as.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The statements in order.</summary>
    public ImmutableArray<SqlStatement> Statements { get; }

    /// <summary>Reads a script as the dialect that its words speak for; as the other one where that does not come out even.</summary>
    /// <returns>False, with the first error, where a string, name or comment is not closed. Never throws on any text.</returns>
    public static bool TryParse(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out SqlTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        var dialect = SqlDialects.Guess(text);
        if (TryParse(text, dialect, limits, out tree, out error))
            return true;
        var other = dialect == SqlDialect.MySql ? SqlDialect.PostgreSql : SqlDialect.MySql;
        if (!TryParse(text, other, limits, out tree, out _))
            return false;
        error = null;
        return true;
    }

    /// <summary>Reads a script of a dialect.</summary>
    /// <returns>False, with the first error, where a string, name or comment is not closed. Never throws on any text.</returns>
    public static bool TryParse(
        string text, SqlDialect dialect, SyntaxLimits limits, [NotNullWhen(true)] out SqlTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        var lexer = new SqlLexer(text, dialect);
        error = lexer.Read();
        tree = error is null ? new SqlTree(text, dialect, lexer) : null;
        return tree is not null;
    }

    /// <inheritdoc/>
    public override bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem)
    {
        var isRead = TryParse(text, Dialect, SyntaxLimits.Default, out var reread, out problem);
        tree = reread;
        return isRead;
    }

    /// <inheritdoc/>
    protected override TextSpan StatementOn(int line) => LineScope.StartingOn(Lines, line, Statements.Select(statement => statement.Span));
}
