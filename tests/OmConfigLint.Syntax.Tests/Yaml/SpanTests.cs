using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Yaml;

/// <summary>Where nodes start and end; each test is a trap of the parser beneath.</summary>
public sealed class SpanTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Scalars_end_before_comments_and_line_breaks(string lineBreak)
    {
        var text = string.Join(lineBreak, "a: plain text # c", "b: 'it''s'\t# c", "c: \"😀 \\\" é\" # c", "d: e");
        Assert.Equal(
            """
              key Plain «a»
              value Plain «plain text»
              key Plain «b»
              value SingleQuoted «'it''s'»
              key Plain «c»
              value DoubleQuoted «"😀 \" é"»
              key Plain «d»
              value Plain «e»
            """,
            WithoutFirstLine(Outline.OfYaml(text)));
    }

    [Fact]
    public void Plain_text_over_several_lines_ends_with_its_last_word() =>
        AssertOutline(
            "a: one\n   two\n\n   three # c\nb: 1\n",
            """
            Block mapping «a: one␊   two␊␊   three # c␊b: 1»
              key Plain «a»
              value Plain «one␊   two␊␊   three»
              key Plain «b»
              value Plain «1»
            """);

    [Fact]
    public void Anchor_and_tag_are_no_part_of_a_nodes_own_span() =>
        AssertOutline(
            "a: &x !!str 1\nb: !t &y\n  c: *x\nd: &z # c\n  - 1\n",
            """
            Block mapping «a: &x !!str 1␊b: !t &y␊  c: *x␊d: &z # c␊  - 1»
              key Plain «a»
              value &x !!str Plain «1»
              key Plain «b»
              value !t &y Block mapping «c: *x»
                key Plain «c»
                value alias «*x»
              key Plain «d»
              value &z Block sequence «- 1»
                item Plain «1»
            """);

    [Fact]
    public void Anchor_before_a_first_key_belongs_to_the_key() =>
        AssertOutline(
            "&a b: &c d\n",
            """
            Block mapping «&a b: &c d»
              key &a Plain «b»
              value &c Plain «d»
            """);

    [Theory]
    [InlineData("a: |\n  x\n  y\n\n\n", "x␊y␊")]
    [InlineData("a: |-\n  x\n  y\n  \n# c\n", "x␊y")]
    [InlineData("a: |+\n  x\n  y\n\nb: 1\n", "x␊y␊␊")]
    [InlineData("a: >2 # c\n  x\n  y", "x y")]
    public void Block_scalar_ends_with_its_last_line_of_text(string text, string value)
    {
        var scalar = (YamlScalar)FirstValue(text);
        Assert.Equal(value, Outline.Visible(scalar.Value));
        Assert.Equal(text.IndexOf("  y", StringComparison.Ordinal) + 3, scalar.Span.End);
    }

    [Fact]
    public void Line_of_blanks_longer_than_the_indentation_is_text_of_a_block_scalar() =>
        AssertOutline(
            "a: |\n  x\n    \n  \nb: 1\n",
            """
            Block mapping «a: |␊  x␊    ␊  ␊b: 1»
              key Plain «a»
              value Literal «|␊  x␊    » = «x␊  ␊»
              key Plain «b»
              value Plain «1»
            """);

    [Fact]
    public void Block_scalar_without_text_ends_with_its_header() =>
        AssertOutline(
            "a: |\n\nb: >-\nc: 1\n",
            """
            Block mapping «a: |␊␊b: >-␊c: 1»
              key Plain «a»
              value Literal «|» = «»
              key Plain «b»
              value Folded «>-» = «»
              key Plain «c»
              value Plain «1»
            """);

    [Fact]
    public void Empty_nodes_stand_behind_what_announces_them() =>
        AssertOutline(
            "a:   # c\nb: !!null\nc: &x # c\n\nd:\n  -\n  - # c\n? e\n? f\n:\n?\n: g\n",
            """
            Block mapping «a:   # c␊b: !!null␊c: &x # c␊␊d:␊  -␊  - # c␊? e␊? f␊:␊?␊: g»
              key Plain «a»
              value empty «»
              key Plain «b»
              value !!null empty «»
              key Plain «c»
              value &x empty «»
              key Plain «d»
              value Block sequence «-␊  -»
                item empty «»
                item empty «»
              entry «? e» key Plain «e»
              value empty «»
              entry «? f␊:» key Plain «f»
              value empty «»
              entry «?␊: g» key empty «»
              value Plain «g»
            """);

    [Theory]
    [InlineData("a:", 2)]
    [InlineData("a:   # c\n", 2)]
    [InlineData("a:\n\n# c\nb: 1\n", 2)]
    [InlineData("a: &x   # c\n", 5)]
    [InlineData("a: !!str\nb: 1\n", 8)]
    [InlineData("{a: , b: 1}", 3)]
    [InlineData("{a, b}", 2)]
    [InlineData("? a\n", 3)]
    [InlineData("? a\n# c\n:   # c\n", 9)]
    public void Empty_value_has_an_exact_place(string text, int position)
    {
        var value = FirstValue(text);
        Assert.Equal(position, value.Span.Start);
        Assert.True(value.Span.IsEmpty);
        Assert.Equal(position, value.Entry!.Span.End);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("# only a comment\n", 0)]
    [InlineData("---\n# c\n...\n", 3)]
    public void Empty_document_has_an_empty_root(string text, int position)
    {
        Assert.True(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out _));
        if (tree.Documents.IsEmpty)
            return;
        Assert.True(Assert.IsType<YamlScalar>(tree.Documents[0].Root).IsEmpty);
        Assert.Equal(position, tree.Documents[0].Root.Span.Start);
    }

    [Fact]
    public void Flow_collections_include_their_brackets() =>
        AssertOutline(
            "a: [x, {y: z,}, []] # c\nb: {}\n",
            """
            Block mapping «a: [x, {y: z,}, []] # c␊b: {}»
              key Plain «a»
              value Flow sequence «[x, {y: z,}, []]»
                item Plain «x»
                item Flow mapping «{y: z,}»
                  key Plain «y»
                  value Plain «z»
                item Flow sequence «[]»
              key Plain «b»
              value Flow mapping «{}»
            """);

    [Fact]
    public void Single_pair_in_a_flow_sequence_reaches_from_key_to_value() =>
        AssertOutline(
            "[a: b , ? c : d, &e f: , \"g\":h]",
            """
            Flow sequence «[a: b , ? c : d, &e f: , "g":h]»
              item pair «a: b»
                key Plain «a»
                value Plain «b»
              item pair «? c : d»
                entry «? c : d» key Plain «c»
                value Plain «d»
              item pair «&e f:»
                key &e Plain «f»
                value empty «»
              item pair «"g":h»
                key DoubleQuoted «"g"»
                value Plain «h»
            """);

    [Fact]
    public void Block_collections_end_with_their_last_child() =>
        AssertOutline(
            "a:\n  b:\n    - c\n    # c\n\n  # c\nd:\n- e\n\n# c\n",
            """
            Block mapping «a:␊  b:␊    - c␊    # c␊␊  # c␊d:␊- e»
              key Plain «a»
              value Block mapping «b:␊    - c»
                key Plain «b»
                value Block sequence «- c»
                  item Plain «c»
              key Plain «d»
              value Block sequence «- e»
                item Plain «e»
            """);

    [Fact]
    public void Byte_order_mark_is_no_part_of_the_first_key()
    {
        const string Text = "\uFEFFa: 1\n";
        AssertOutline(
            Text,
            """
            Block mapping «a: 1»
              key Plain «a»
              value Plain «1»
            """);
        Assert.Equal(["ByteOrderMark", "Content", "Indicator", "WhiteSpace", "Content", "LineBreak"], KindsOf(Text));
    }

    [Fact]
    public void Documents_follow_one_another_without_gap() =>
        AssertOutline(
            "# before\na: 1\n# after\n---\n# in\nb\n...\n# between\n%YAML 1.1\n%OTHER x # c\n--- c\n...\nd\n",
            """
            document «# before␊a: 1␊# after␊»
              Block mapping «a: 1»
                key Plain «a»
                value Plain «1»
            document «---␊# in␊b␊...␊# between␊»
              Plain «b»
            document «%YAML 1.1␊%OTHER x # c␊--- c␊...␊»
              Plain «c»
            document «d␊»
              Plain «d»
            """);

    [Fact]
    public void Merge_keys_duplicates_and_aliases_stay_as_written()
    {
        Assert.True(YamlTree.TryParseYaml("a: &x {k: 1}\nb: {<<: *x, k: 2, k: 3}\n", SyntaxLimits.Default, out var tree, out _));
        var mapping = (YamlMapping)((YamlMapping)tree.Documents[0].Root).Find("b")!.Value;
        Assert.True(mapping.Entries[0].IsMerge);
        Assert.Equal("3", mapping.Find("k")!.Value.ToString());
        Assert.IsType<YamlMapping>(mapping.Entries[0].Value.Resolved);
    }

    [Fact]
    public void Alias_to_a_node_around_it_is_resolved()
    {
        Assert.True(YamlTree.TryParseYaml("&a [*a, {b: *a}]", SyntaxLimits.Default, out var tree, out _));
        var root = (YamlSequence)tree.Documents[0].Root;
        Assert.Same(root, root.Items[0].Resolved);
        Assert.Same(root, ((YamlMapping)root.Items[1]).Find("b")!.Value.Resolved);
    }

    [Fact]
    public void Anchor_belongs_to_its_document_and_the_last_one_of_a_name_counts()
    {
        Assert.True(YamlTree.TryParseYaml("- &a 1\n- &a 2\n- *a\n", SyntaxLimits.Default, out var tree, out _));
        Assert.Equal("2", ((YamlSequence)tree.Documents[0].Root).Items[2].Resolved.ToString());
        Assert.False(YamlTree.TryParseYaml("&a 1\n---\n*a\n", SyntaxLimits.Default, out _, out _));
    }

    [Theory]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Unusual_line_breaks_end_a_comment_and_are_told(string lineBreak)
    {
        var text = $"a: 1 # c{lineBreak}b: 2\n";
        AssertOutline(
            text,
            $"""
            Block mapping «a: 1 # c{lineBreak}b: 2»
              key Plain «a»
              value Plain «1»
              key Plain «b»
              value Plain «2»
            """);
        Assert.True(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out _));
        Assert.Equal([8], tree.UnusualLineBreaks);
    }

    [Fact]
    public void Usual_line_breaks_are_not_told()
    {
        Assert.True(YamlTree.TryParseYaml("a: é\r\nb: 2\rc: \"\\N\"\n", SyntaxLimits.Default, out var tree, out _));
        Assert.Empty(tree.UnusualLineBreaks);
    }

    [Theory]
    [InlineData("a:→b\n")]
    [InlineData("a: b→c→# d\n")]
    [InlineData("a: |→\n  b\n")]
    [InlineData("a: 1\n →\nb: [1,→2]→\n")]
    [InlineData("a: |\n  \t\nb: '\t' # \t\n---→c\n")]
    public void Tabs_that_PyYAML_refuses_are_told(string marked)
    {
        var text = marked.Replace('→', '\t');
        Assert.Equal(
            Enumerable.Range(0, marked.Length).Where(i => marked[i] == '→'),
            Parse(text).RefusedTabs);
    }

    [Fact]
    public void Every_character_is_of_one_piece()
    {
        const string Text = "%YAML 1.1 # c\n--- &a\n- [b: *a, {c}] # d\n- >-  # e\n   f\n...\n";
        Assert.Equal(
            """
            Marker «%YAML 1.1»
            WhiteSpace « »
            Comment «# c»
            LineBreak «␊»
            Marker «---»
            WhiteSpace « »
            Property «&a»
            LineBreak «␊»
            Indicator «-»
            WhiteSpace « »
            Indicator «[»
            Content «b»
            Indicator «:»
            WhiteSpace « »
            Content «*a»
            Indicator «,»
            WhiteSpace « »
            Indicator «{»
            Content «c»
            Indicator «}»
            Indicator «]»
            WhiteSpace « »
            Comment «# d»
            LineBreak «␊»
            Indicator «-»
            WhiteSpace « »
            Content «>-»
            WhiteSpace «  »
            Comment «# e»
            LineBreak «␊»
            Content «   f»
            LineBreak «␊»
            Marker «...»
            LineBreak «␊»
            """,
            string.Join('\n', Parse(Text).Pieces().Select(
                piece => $"{piece.Kind} «{Outline.Visible(Text.Substring(piece.Span.Start, piece.Span.Length))}»")));
    }

    [Fact]
    public void Comments_know_whether_they_trail()
    {
        const string Text = "# a\nb: c # d\n  # e\nf: | # g\n  # no comment\nh: 'i # j' # k\n";
        Assert.Equal(
            ["# a False", "# d True", "# e False", "# g True", "# k True"],
            Parse(Text).Comments.Select(comment => $"{Text.Substring(comment.Span.Start, comment.Span.Length)} {comment.IsTrailing}"));
    }

    private static YamlTree Parse(string text)
    {
        Assert.True(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return tree;
    }

    private static YamlNode FirstValue(string text) => ((YamlMapping)Parse(text).Documents[0].Root).Entries[0].Value;

    private static IEnumerable<string> KindsOf(string text) => Parse(text).Pieces().Select(piece => piece.Kind.ToString());

    private static string WithoutFirstLine(string text) => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    private static void AssertOutline(string text, string expected) => Assert.Equal(expected, Outline.OfYaml(text));
}
