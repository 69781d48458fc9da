using OmConfigLint.Syntax.Editing;
namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Moves anchored values that go to the first alias that is left, so that aliases keep their meaning.</summary>
internal sealed class AnchorRescue(YamlDocument document, YamlLines lines, YamlOperations operations, TextEdits edits)
{
    public void Apply()
    {
        RequireUnusedKeyAnchors();

        var anchored = operations.GoneNodes().SelectMany(node => node.DescendantsAndSelf()).Where(node => node.Anchor is not null).ToHashSet();
        if (anchored.Count == 0)
            return;

        foreach (var alias in AliasesLeft())
        {
            if (anchored.Remove(alias.Target))
                Move(alias);
        }
    }

    private IEnumerable<YamlAlias> AliasesLeft() => document.Root.DescendantsAndSelf(operations.IsGone).OfType<YamlAlias>();

    private void Move(YamlAlias alias)
    {
        var anchor = alias.Target.Anchor!;
        try
        {
            var inFlow = alias.Parent is YamlMapping { Style: YamlCollectionStyle.Flow } or YamlSequence { Style: YamlCollectionStyle.Flow };
            edits.Replace(alias.Span.Start, alias.Span.End, $"&{anchor.Name} {ScalarText.Copy(alias.Target, lines.Tree, inFlow)}".TrimEnd());
        }
        catch (SyntaxEditException e)
        {
            throw new SyntaxEditException($"`*{alias.Name}` on line {lines.LineOf(alias.Span.Start) + 1} needs the anchor `&{anchor.Name}`: {e.Message}");
        }
    }

    private void RequireUnusedKeyAnchors()
    {
        foreach (var entry in operations.RenamedEntries())
        {
            if (entry.Key is { Anchor: { } anchor } key && AliasesLeft().Any(alias => alias.Target == key))
                throw new SyntaxEditException($"the key `{key}` has the anchor `&{anchor.Name}`, which is used elsewhere");
        }
    }
}
