using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Yaml;

/// <summary>What is true of every tree and of every error.</summary>
internal static class TreeProperties
{
    public static void Check(YamlTree tree)
    {
        Assert.Equal(tree.Text, string.Concat(tree.Pieces().Select(piece => tree.Text.Substring(piece.Span.Start, piece.Span.Length))));
        Assert.Equal(
            tree.Pieces().Where(piece => piece.Kind == YamlPieceKind.Comment).Select(piece => piece.Span),
            tree.Comments.Select(comment => comment.Span));

        var position = 0;
        foreach (var document in tree.Documents)
        {
            Assert.Equal(position, document.Span.Start);
            Check(document.Root, document.Span);
            position = document.Span.End;
        }

        Assert.True(tree.Documents.IsEmpty || position == tree.Text.Length, "the documents cover the text");
    }

    public static void Check(string text, SyntaxError error)
    {
        Assert.InRange(error.Span.End, 0, text.Length);
        Assert.True(!error.Span.IsEmpty || text.Length == 0, error.ToString());
        Assert.DoesNotContain("cannot be read as YAML", error.Message, StringComparison.Ordinal);
        Assert.False(error.Message.EndsWith('.'), error.Message);
        Assert.False(char.IsUpper(error.Message[0]) && !error.Message.StartsWith("JSON", StringComparison.Ordinal), error.Message);
    }

    /// <summary>Every scalar read from its own text alone has the same value.</summary>
    /// <remarks>
    /// A key is read as a key (it may end with a colon). A value is read under the indentation that it stands under. The blank lines behind a block scalar are not part
    /// of its span: its final line breaks are not compared.
    /// </remarks>
    public static void CheckScalarsReadAlone(YamlTree tree)
    {
        foreach (var document in tree.Documents)
            CheckScalarsReadAlone(tree.Text, document.Root, indentation: -1);
    }

    private static void Check(YamlNode node, TextSpan parent)
    {
        Assert.True(parent.Contains(node.FullSpan), $"{node.FullSpan} is outside {parent}");
        switch (node)
        {
            case YamlMapping mapping:
                var position = mapping.Span.Start;
                foreach (var entry in mapping.Entries)
                {
                    Assert.True(entry.Span.Start >= position && entry.Span.End <= mapping.Span.End, $"{entry.Span} in {mapping.Span}");
                    Assert.Same(mapping, entry.Mapping);
                    Assert.Same(entry, entry.Value.Entry);
                    Check(entry.Key, entry.Span);
                    Check(entry.Value, TextSpan.FromBounds(entry.Key.Span.End, entry.Span.End));
                    position = entry.Span.End;
                }

                if (mapping.Style == YamlCollectionStyle.Block)
                    Assert.Equal(mapping.Span.End, mapping.Entries[^1].Value.Span.End);
                break;
            case YamlSequence sequence:
                position = sequence.Span.Start;
                foreach (var item in sequence.Items)
                {
                    Assert.Same(sequence, item.Parent);
                    Check(item, TextSpan.FromBounds(position, sequence.Span.End));
                    position = item.Span.End;
                }

                if (sequence.Style == YamlCollectionStyle.Block)
                    Assert.Equal(sequence.Span.End, sequence.Items[^1].Span.End);
                break;
            case YamlAlias alias:
                Assert.NotNull(alias.Target.Anchor);
                Assert.Equal(alias.Name, alias.Target.Anchor.Name);
                break;
        }
    }

    private static void CheckScalarsReadAlone(string text, YamlNode node, int indentation, bool isKey = false)
    {
        switch (node)
        {
            case YamlMapping mapping:
                if (mapping.Style == YamlCollectionStyle.Block)
                    indentation = Column(text, mapping.Entries[0].Span.Start);
                foreach (var entry in mapping.Entries)
                {
                    CheckScalarsReadAlone(text, entry.Key, indentation, isKey: true);
                    CheckScalarsReadAlone(text, entry.Value, indentation);
                }

                break;
            case YamlSequence sequence:
                if (sequence.Style == YamlCollectionStyle.Block)
                    indentation = Column(text, sequence.Span.Start);
                foreach (var item in sequence.Items)
                    CheckScalarsReadAlone(text, item, indentation);
                break;
            case YamlScalar { IsEmpty: false } scalar:
                var slice = text.Substring(scalar.Span.Start, scalar.Span.Length);
                var isLine = slice.IndexOfAny(['\n', '\r', '\u0085', '\u2028', '\u2029']) < 0;
                var alone = isKey && isLine ? $"{slice}: v" : indentation < 0 ? slice : $"{new string(' ', indentation)}k: {slice}";
                Assert.True(YamlTree.TryParseYaml(alone, SyntaxLimits.Default, out var tree, out var error), $"{error} in «{alone}»");
                var root = tree.Documents[0].Root;
                var read = Assert.IsType<YamlScalar>(root is YamlMapping { Entries: [var only] } ? (isKey && isLine ? only.Key : only.Value) : root);
                Assert.Equal(scalar.Style, read.Style);
                var isBlock = scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded;
                Assert.Equal(isBlock ? scalar.Value.TrimEnd('\n') : scalar.Value, isBlock ? read.Value.TrimEnd('\n') : read.Value);
                break;
        }
    }

    private static int Column(string text, int position)
    {
        var start = position;
        while (start > 0 && text[start - 1] is not ('\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF'))
            start--;
        return position - start;
    }
}
