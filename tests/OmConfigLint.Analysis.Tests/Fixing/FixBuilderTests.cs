using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Analysis.Tests.Fixing;

public sealed class FixBuilderTests
{
    [Fact]
    public void A_fix_is_safe_unless_something_speaks_against_it()
    {
        var fix = Build("a: 1 \nb: 2", (editor, root) => editor.Remove(root.Find("a")!));

        Assert.Equal((FixSafety.Safe, null), (fix.Safety, fix.Reason));
    }

    [Fact]
    public void A_fix_that_loses_a_comment_is_unsafe()
    {
        var fix = Build("a: 1 # why\nb: 2", (editor, root) => editor.Remove(root.Find("a")!));

        Assert.Equal((FixSafety.Unsafe, "a comment on a removed line would be lost"), (fix.Safety, fix.Reason));
    }

    [Theory]
    [InlineData("a: 1\nb: 2 # stays")]
    [InlineData("# of the section\na: 1\nb: 2")]
    [InlineData("a: '# none'\nb: 2")]
    public void A_comment_that_stays_is_not_lost(string text) =>
        Assert.Equal(FixSafety.Safe, Build(text, (editor, root) => editor.Remove(root.Find("a")!)).Safety);

    [Fact]
    public void A_comment_that_moves_to_a_new_file_is_not_lost()
    {
        var (file, tree) = Parse("a: 1 # why\nb: 2");
        var builder = new FixBuilder("creates b.yaml");
        builder.Edit(file, tree).Remove(Root(tree).Find("a")!);
        builder.Create("b.yaml", file, tree, tree.Documents[0]).Remove(Root(tree).Find("b")!);

        var fix = builder.Build();

        Assert.Equal((FixSafety.Safe, "a: 1 # why"), (fix.Safety, Assert.Single(fix.NewFiles).Text));
    }

    [Fact]
    public void The_first_reason_is_the_one_that_is_read()
    {
        var (file, tree) = Parse("a: 1 # why");
        var builder = new FixBuilder("removes `a`");
        builder.MakeUnsafe("it reads rows");
        builder.MakeUnsafe("it is Tuesday");
        builder.Edit(file, tree).Remove(Root(tree).Find("a")!);

        Assert.Equal((FixSafety.Unsafe, "it reads rows"), (builder.Build().Safety, builder.Build().Reason));
    }

    [Fact]
    public void What_cannot_be_made_as_text_is_advice_with_the_reason()
    {
        var fix = Build("a: |\n  text\nb: 1", (editor, root) => editor.ReplaceValue(root.Find("b")!, YamlNewValue.CopyOf(root.Find("a")!.Value)));

        Assert.Equal((FixSafety.Manual, "does something", "the value is not on one line and cannot be copied"), (fix.Safety, fix.Title, fix.Reason));
        Assert.Empty(fix.Edits);
        Assert.Empty(fix.NewFiles);
    }

    [Fact]
    public void All_edits_of_a_file_are_one()
    {
        var (file, tree) = Parse("a: 1\nb: 2\nc: 3");
        var builder = new FixBuilder("removes both");
        builder.Edit(file, tree).Remove(Root(tree).Find("a")!);
        builder.Edit(file, tree).Remove(Root(tree).Find("b")!);

        Assert.Equal("c: 3", Apply(Assert.Single(builder.Build().Edits)));
    }

    [Fact]
    public void A_file_that_is_only_looked_at_is_not_edited()
    {
        var (file, tree) = Parse("a: 1");
        var builder = new FixBuilder("does nothing");
        builder.Edit(file, tree);

        Assert.Empty(builder.Build().Edits);
    }

    private static ConfigFix Build(string text, Action<YamlEditor, YamlMapping> edit)
    {
        var (file, tree) = Parse(text);
        var builder = new FixBuilder("does something");
        edit(builder.Edit(file, tree), Root(tree));
        return builder.Build();
    }

    private static string Apply(DocumentEdit edit) => edit.File.SourceText.WithChanges(edit.Changes).ToString();

    private static YamlMapping Root(YamlTree tree) => (YamlMapping)tree.Documents[0].Root;

    private static (SourceFile File, YamlTree Tree) Parse(string text)
    {
        var file = new SourceFile("a.yaml", "/a.yaml", text);
        Assert.True(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out _));
        return (file, tree);
    }
}
