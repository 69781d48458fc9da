using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Sql;
using OmConfigLint.Syntax.Tests.Tokens;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Sql;

public sealed class SqlTests
{
    private static readonly string[] Snippets =
    ["'", "\"", "\\", "#", " #", "=", "\n", "\r\n", "\r", " ", "\t", "😀", "\uD800", "\0", "\u2028", ";", "/*", "*/", "/*!", "--", "$$", "$a$", "`", "E'", "DELIMITER x\n", "COPY a FROM stdin;", "\\.\n", "SET ", "@", "@@", ","];

    private const string MySql = """
        -- before the migration
        SET GLOBAL sort_buffer_size = 10485760; # lost
        set persist `sort_buffer_size`=20971520, max_connections := 1 + 1, @mine = 5, @@session.x = DEFAULT;
        /*!80000 SET PERSIST_ONLY sort_buffer_size = '10M' */;
        /* a ; b */
        INSERT INTO t VALUES ('a;b\'', "c"); SET NAMES utf8mb4;
        DELIMITER //
        CREATE PROCEDURE p() BEGIN SET x = 1; SELECT 'it''s'; END //
        DELIMITER ;
        SELECT 1

        """;

    private const string PostgreSql = """
        \connect openmetadata_db
        ALTER SYSTEM SET work_mem = '10MB'; -- omlint: ignore[OM3002]
        ALTER DATABASE "Open Metadata" SET work_mem TO '4MB';
        ALTER ROLE om IN DATABASE db SET work_mem TO 4096;
        SET LOCAL work_mem TO DEFAULT;
        SET search_path TO a, b;
        CREATE FUNCTION f() RETURNS void AS $body$ SET work_mem = '1MB'; $body$ LANGUAGE plpgsql;
        COPY t (a, b) FROM stdin;
        1	it's; -- data
        \.
        /* out /* nested */ SET work_mem = '1MB'; */
        SELECT E'a\'b', 'c:\', 2 # 3;

        """;

    [Theory]
    [InlineData(MySql, SqlDialect.MySql, """
        SET GLOBAL sort_buffer_size = 10485760 ;
        set persist sort_buffer_size = 20971520 , max_connections := 1 + 1 , @ mine = 5 , @@ session . x = DEFAULT ;
        /*!80000 SET PERSIST_ONLY sort_buffer_size = 10M */ ;
        INSERT INTO t VALUES ('a;b\'', "c") ;
        SET NAMES utf8mb4 ;
        DELIMITER //
        CREATE PROCEDURE p ( ) BEGIN SET x = 1 ; SELECT it's ; END //
        DELIMITER ;
        SELECT 1
        """)]
    [InlineData(PostgreSql, SqlDialect.PostgreSql, """
        \connect openmetadata_db
        ALTER SYSTEM SET work_mem = 10MB ;
        ALTER DATABASE Open Metadata SET work_mem TO 4MB ;
        ALTER ROLE om IN DATABASE db SET work_mem TO 4096 ;
        SET LOCAL work_mem TO DEFAULT ;
        SET search_path TO a , b ;
        CREATE FUNCTION f ( ) RETURNS void AS  SET work_mem = '1MB';  LANGUAGE plpgsql ;
        COPY t ( a , b ) FROM stdin ;
        1|it's; -- data/\.
        SELECT a'b , c:\ , 2 # 3 ;
        """)]
    public void Statements_are_split(string text, SqlDialect dialect, string expected)
    {
        var tree = Parse(text);
        Assert.Equal(dialect, tree.Dialect);
        Assert.Equal(expected, string.Join('\n', tree.Statements.Select(statement =>
            string.Join(' ', statement.Tokens.Select(token => token.Value)).Replace('\n', '/').Replace('\t', '|'))));
    }

    [Theory]
    [InlineData(MySql, """
        Global sort_buffer_size = 10485760
        Persist sort_buffer_size = 20971520
        Persist max_connections =
        Session x = DEFAULT
        PersistOnly sort_buffer_size = 10M
        """)]
    [InlineData(PostgreSql, """
        System work_mem = 10MB
        Database work_mem = 4MB
        Role work_mem = 4096
        Local work_mem = DEFAULT
        Session search_path = a
        """)]
    [InlineData("SET SESSION work_mem = '4MB'", "Session work_mem = 4MB")]
    [InlineData("SET GLOBAL A = 1, b = 2, SESSION c = 3;", "Global a = 1\nGlobal b = 2\nSession c = 3")]
    [InlineData("SET @@GLOBAL.sort_buffer_size=10 * 1024;", "Global sort_buffer_size =")]
    [InlineData("SET GLOBAL x.key_buffer_size = 1; SET PASSWORD = 'x'; UPDATE t SET work_mem = 1;", "Session password = x")]
    [InlineData("SET ROLE x; SET SESSION AUTHORIZATION y; SET; ALTER; ALTER ROLE; ALTER DATABASE d CHARACTER SET utf8", "")]
    public void Settings_are_found(string text, string expected) => Assert.Equal(
        expected,
        string.Join('\n', Parse(text).Statements.SelectMany(statement => statement.Settings).Select(setting =>
            $"{setting.Scope} {setting.Name} = {setting.Value?.Value}".TrimEnd())));

    [Fact]
    public void Comments_have_scopes()
    {
        var tree = Parse("-- one\nSET a\n = 1; -- two\n/* three */ SET b = 2;\nALTER SYSTEM SET c = 3;\n");
        Assert.Equal(
            ["SET a\n = 1;", " = 1; -- two", "/* three */ SET b = 2;"],
            tree.Comments.Select(comment => tree.Text.Substring(tree.ScopeOf(comment).Start, tree.ScopeOf(comment).Length)));
    }

    [Theory]
    [InlineData("SELECT 'x", "the string is not closed")]
    [InlineData("SELECT \"x", "the quote is not closed")]
    [InlineData("/* x", "the comment is not closed")]
    [InlineData("SELECT $a$ x", "the string `$a$` is not closed", SqlDialect.PostgreSql)]
    [InlineData("INSERT INTO t VALUES ('x", "a string, name or comment of the statement is not closed")]
    public void Broken_texts(string text, string message, SqlDialect? dialect = null)
    {
        SyntaxError? error;
        Assert.False(dialect is { } known
            ? SqlTree.TryParse(text, known, SyntaxLimits.Default, out _, out error)
            : SqlTree.TryParse(text, SyntaxLimits.Default, out _, out error));
        Assert.Equal(message, error!.Message);
    }

    [Theory]
    [InlineData("SELECT '\\';", SqlDialect.PostgreSql)]
    [InlineData("SELECT '\\'';", SqlDialect.MySql)]
    [InlineData("SELECT `x`, 'c:\\';", SqlDialect.PostgreSql)]
    public void The_other_dialect_is_tried(string text, SqlDialect dialect) => Assert.Equal(dialect, Parse(text).Dialect);

    [Theory]
    [InlineData("SET GLOBAL sort_buffer_size=10485760; -- c\n", "20971520", "SET GLOBAL sort_buffer_size=20971520; -- c\n")]
    [InlineData("ALTER SYSTEM SET work_mem TO '10MB';\n", "20MB", "ALTER SYSTEM SET work_mem TO '20MB';\n")]
    [InlineData("ALTER SYSTEM SET work_mem TO 'x';\n", "it's \\", "ALTER SYSTEM SET work_mem TO 'it''s \\';\n")]
    [InlineData("SET GLOBAL x = 'x' # c\n;\n", "it's \\", "SET GLOBAL x = 'it''s \\\\' # c\n;\n")]
    public void Values_are_replaced(string before, string replacement, string after) => TokenEditExample.Check(
        Parse,
        before,
        (tree, editor) =>
        {
            var text = tree.Statements[0].Settings[0].Value!.Text;
            editor.ReplaceText(text, new TextSpan(0, text.Value.Length), replacement);
        },
        after);

    [Theory]
    [InlineData(MySql)]
    [InlineData(PostgreSql)]
    public void Any_value_can_be_edited(string text)
    {
        foreach (var guise in new[] { text, text.ReplaceLineEndings("\r\n"), text.TrimEnd() })
        {
            var tree = Parse(guise);
            TokenTreeProperties.Check(tree);
            var settings = tree.Statements.SelectMany(statement => statement.Settings).Select(setting => setting.Value).ToHashSet();
            Assert.True(TokenTreeProperties.EditRuns(tree, settings.Contains) > 8);
        }
    }

    [Fact]
    public void No_text_is_too_strange() => TokenMutations.Check(Read, [MySql, PostgreSql], Snippets);

    [Fact]
    public void No_text_takes_long() => TokenMutations.CheckLong(Read, [.. Snippets, "INSERT a;", "/*a", "$a$;", "SET a=1,", "/* /* */", "$a"]);

    private static SqlTree Parse(string text)
    {
        Assert.True(SqlTree.TryParse(text, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return tree;
    }

    private static bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error)
    {
        var isRead = SqlTree.TryParse(text, limits, out var read, out error);
        tree = read;
        return isRead;
    }
}
