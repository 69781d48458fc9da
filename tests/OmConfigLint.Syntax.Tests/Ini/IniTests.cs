using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.Tests.Tokens;
using OmConfigLint.Syntax.Tests.Yaml;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Ini;

public sealed class IniTests
{
    private static readonly string[] Snippets =
    ["'", "\"", "\\", "#", " #", "=", "\n", "\r\n", "\r", " ", "\t", "😀", "\uD800", "\0", "\u2028", "[", "]", ":", "!", ";", "''", "\\'", "\n ", "include "];

    private const string MySql = """
        # The MySQL server
        ; old style
        !includedir /etc/mysql/conf.d/
        [client]
        port=3306
        [mysqld]
        sort-buffer-size = 256K   # small
        innodb_buffer_pool_size=1G#x
        skip-name-resolve
        init-connect = 'SET NAMES utf8 # not a comment'
        path = "C:\\data\tx"
        empty =
          indented : x

        """;

    private const string PostgreSql = """
        # Memory
        work_mem = 4MB          # min 64kB
        shared_buffers 128MB
        listen_addresses = 'it''s \'x\' \101'
        include_dir = 'conf.d'
        my.setting = on
        broken = 1 2
        port=5432

        """;

    private const string Python = """
        [metadata]
        name = x ; no comment
        [options]
        # what it needs
        install_requires =
            openmetadata-ingestion[mysql]==1.5.4.0
            # omlint: ignore[OM2003]
            pandas  # why

            requests>=2
        python-requires: >=3.8
        zip_safe =
        stray
        [options.extras_require]
        dev = pytest
              mypy

        """;

    [Theory]
    [InlineData(IniDialect.MySql, MySql, """
        client port = 3306
        mysqld sort_buffer_size = 256K
        mysqld innodb_buffer_pool_size = 1G
        mysqld skip_name_resolve =
        mysqld init_connect = SET NAMES utf8 # not a comment
        mysqld path = C:\data>x
        mysqld empty =
        mysqld indented : x =
        """)]
    [InlineData(IniDialect.PostgreSql, PostgreSql, """
         work_mem = 4MB
         shared_buffers = 128MB
         listen_addresses = it's 'x' A
         my.setting = on
         port = 5432
        """)]
    [InlineData(IniDialect.Python, Python, """
        metadata name = x ; no comment
        options install_requires = openmetadata-ingestion[mysql]==1.5.4.0 | pandas | requests>=2
        options python_requires = >=3.8
        options zip_safe =
        options.extras_require dev = pytest | mypy
        """)]
    public void Entries_are_read(IniDialect dialect, string text, string expected) => Assert.Equal(
        expected,
        string.Join('\n', Parse(text, dialect).Entries.Select(entry =>
            $"{entry.Section?.Name} {entry.Key} = {string.Join(" | ", entry.Values.Select(value => value.Value.Replace('\t', '>')))}".TrimEnd())));

    [Theory]
    [InlineData(IniDialect.MySql, MySql, "/etc/mysql/conf.d/")]
    [InlineData(IniDialect.PostgreSql, PostgreSql, "conf.d")]
    public void Includes_are_read(IniDialect dialect, string text, string expected) =>
        Assert.Equal([expected], Parse(text, dialect).Includes.Select(include => include.Value));

    [Theory]
    [InlineData(IniDialect.MySql, "# a\n[mysqld]\nx = 1 # b\ny = 2\n", "[mysqld]\nx = 1 # b\ny = 2|x = 1 # b")]
    [InlineData(IniDialect.PostgreSql, "# a\n\nx = 1 # b\ny = 2\n", "x = 1 # b|x = 1 # b")]
    [InlineData(IniDialect.Python, "[a]\n# a\nx =\n  1 # b\n  2\n", "x =\n  1 # b\n  2|  1 # b")]
    public void Comments_have_scopes(IniDialect dialect, string text, string scopes)
    {
        var tree = Parse(text, dialect);
        Assert.Equal(scopes, string.Join('|', tree.Comments.Select(comment => text.Substring(tree.ScopeOf(comment).Start, tree.ScopeOf(comment).Length))));
    }

    [Theory]
    [InlineData(IniDialect.MySql, "[mysqld]\nsort_buffer_size=256K # c\n", "[mysqld]\nsort_buffer_size=20M # c\n")]
    [InlineData(IniDialect.MySql, "[mysqld]\n  sort-buffer-size = \"256K\"\n", "[mysqld]\n  sort-buffer-size = \"20M\"\n")]
    [InlineData(IniDialect.PostgreSql, "work_mem 4MB# c\n", "work_mem 20M# c\n")]
    [InlineData(IniDialect.PostgreSql, "work_mem = '4MB'\n", "work_mem = '20M'\n")]
    [InlineData(IniDialect.Python, "[a]\nb =\n  4MB\n", "[a]\nb =\n  20M\n")]
    public void Values_are_replaced(IniDialect dialect, string before, string after) => TokenEditExample.Check(
        text => Parse(text, dialect),
        before,
        (tree, editor) => editor.ReplaceText(tree.Entries[0].Value!.Text, new(0, tree.Entries[0].Value!.Value.Length), "20M"),
        after);

    [Theory]
    [InlineData(IniDialect.MySql, "[mysqld]\n  max-connections=5 # c\n  skip\n[client]\n", "[mysqld]\n  max-connections=5 # c\n  sort-buffer-size=20M\n  skip\n[client]\n")]
    [InlineData(IniDialect.PostgreSql, "port 5432\n# end\n", "port 5432\nsort_buffer_size 20M\n# end\n")]
    [InlineData(IniDialect.Python, "[a]\nb: 1\n\nc = 2\n", "[a]\nb: 1\nsort_buffer_size: 20M\n\nc = 2\n")]
    [InlineData(IniDialect.Python, "[a]\nb =\n  1\n  2\n", "[a]\nb =\n  1\n  2\nsort_buffer_size = 20M\n")]
    public void Entries_are_inserted(IniDialect dialect, string before, string after) => TokenEditExample.Check(
        text => Parse(text, dialect), before, (tree, editor) => tree.InsertAfter(editor, tree.Entries[0], "sort_buffer_size", "20M"), after);

    [Theory]
    [InlineData("# c\n[mysqld]\n", "# c\n[mysqld]\nsort_buffer_size = 20M\n")]
    [InlineData("[mysqld]\nport=1\n\n# client\n[client]\nport = 2\n", "[mysqld]\nport=1\nsort_buffer_size=20M\n\n# client\n[client]\nport = 2\n")]
    [InlineData("[mysqld] # c\n[client]\nport = 2\n", "[mysqld] # c\nsort_buffer_size = 20M\n[client]\nport = 2\n")]
    [InlineData("[mysqld]\nskip\n", "[mysqld]\nskip\nsort_buffer_size = 20M\n")]
    public void Sections_are_appended_to(string before, string after) => TokenEditExample.Check(
        text => Parse(text, IniDialect.MySql), before, (tree, editor) => tree.Append(editor, tree.Sections[0], "sort_buffer_size", "20M"), after);

    [Theory]
    [InlineData("", "20MB", "work_mem = 20MB\n")]
    [InlineData("port=1\n", "20MB", "port=1\nwork_mem=20MB\n")]
    [InlineData("port=1\n", "it's", "port=1\nwork_mem='it''s'\n")]
    [InlineData("port 1\n# end\n", "20MB", "port 1\n# end\nwork_mem 20MB\n")]
    public void Files_without_sections_are_appended_to(string before, string value, string after)
    {
        var tree = Parse(before, IniDialect.PostgreSql);
        var editor = (TokenEditor)tree.CreateEditor();
        tree.Append(editor, "work_mem", value);
        Assert.Equal(after, TokenTreeProperties.Prove(editor));
    }

    [Theory]
    [InlineData(IniDialect.MySql, "k", "a#b")]
    [InlineData(IniDialect.MySql, "k", "a\nb")]
    [InlineData(IniDialect.MySql, "k=1\nx", "y")]
    [InlineData(IniDialect.MySql, "[k]", "y")]
    [InlineData(IniDialect.MySql, "k", "")]
    [InlineData(IniDialect.Python, "k", "")]
    [InlineData(IniDialect.PostgreSql, "k", "a\nb")]
    public void What_cannot_be_written_is_refused(IniDialect dialect, string key, string value)
    {
        var tree = Parse("a = 1\n", dialect);
        Assert.Throws<SyntaxEditException>(() => tree.InsertAfter((TokenEditor)tree.CreateEditor(), tree.Entries[0], key, value));
    }

    [Theory]
    [InlineData(IniDialect.MySql, MySql)]
    [InlineData(IniDialect.PostgreSql, PostgreSql)]
    [InlineData(IniDialect.Python, Python)]
    public void Any_value_can_be_edited(IniDialect dialect, string text)
    {
        foreach (var guise in new[] { text, text.ReplaceLineEndings("\r\n"), text.TrimEnd() })
        {
            var tree = Parse(guise, dialect);
            TokenTreeProperties.Check(tree);
            var known = tree.Entries.SelectMany(entry => entry.Values).ToHashSet();
            Assert.True(TokenTreeProperties.EditRuns(tree, known.Contains) > 8);
            foreach (var entry in tree.Entries)
            {
                var editor = (TokenEditor)tree.CreateEditor();
                tree.InsertAfter(editor, entry, "new_key", "5");
                TokenTreeProperties.Prove(editor);
            }
        }
    }

    [Fact]
    public void Any_value_of_real_files_can_be_edited()
    {
        var edits = 0;
        foreach (var (_, text) in Corpus.Files(".conf"))
        {
            var tree = Parse(text, IniDialect.PostgreSql);
            TokenTreeProperties.Check(tree);
            edits += TokenTreeProperties.EditRuns(tree, _ => false);
        }

        Assert.True(edits > 2, $"{edits} edits");
    }

    [Theory]
    [InlineData(IniDialect.MySql)]
    [InlineData(IniDialect.PostgreSql)]
    [InlineData(IniDialect.Python)]
    public void No_text_is_too_strange(IniDialect dialect)
    {
        TokenMutations.Check(Read, [MySql, PostgreSql, Python], Snippets);
        TokenMutations.CheckLong(Read, [.. Snippets, "a=\n b\n", "[a]\n", "a='"]);

        bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error)
        {
            var isRead = IniTree.TryParse(text, dialect, limits, out var read, out error);
            tree = read;
            return isRead;
        }
    }

    private static IniTree Parse(string text, IniDialect dialect)
    {
        Assert.True(IniTree.TryParse(text, dialect, SyntaxLimits.Default, out var tree, out _));
        return tree;
    }
}
