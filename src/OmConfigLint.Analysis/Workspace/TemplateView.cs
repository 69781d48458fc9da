using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>A document of a template, or one inside such a document, as rules need to see it: what of it is known before it is rendered.</summary>
public sealed class TemplateView
{
    private readonly SourceFile _file;
    private readonly SourceFile _document;

    private TemplateView(SourceFile file, SourceFile document, TemplateTree tree)
    {
        _file = file;
        _document = document;
        Tree = tree;
    }

    /// <summary>The template.</summary>
    public TemplateTree Tree { get; }

    /// <summary>True where the document is the whole template, not one inside it.</summary>
    public bool IsWhole => _file == _document;

    /// <summary>The view of <paramref name="file"/>; null where it stands in no template.</summary>
    public static TemplateView? Of(SourceFile file)
    {
        for (var document = file; document.Embedding is { } embedding; document = embedding.Host)
        {
            if (embedding.HostTree is TemplateTree tree)
                return new TemplateView(file, document, tree);
        }

        return null;
    }

    /// <summary>Where <paramref name="span"/> of the document stands in the template.</summary>
    public TextSpan ToTemplate(TextSpan span)
    {
        for (var file = _file; file != _document; file = file.Embedding!.Host)
            span = file.Embedding!.Text.ToSource(span);
        return span;
    }

    /// <summary>The branch of a condition or loop of the template of which <paramref name="position"/> is part; 0 outside all of them.</summary>
    public int BranchAt(int position) => Tree.BranchAt(ToTemplate(new TextSpan(position, 0)).Start);

    /// <summary>True where the value of <paramref name="node"/> is not known before the template is rendered.</summary>
    public bool IsUnknown(YamlNode node) => node is YamlScalar scalar && (StandIns.AreIn(scalar.Value) || Tree.FirstIn(ToTemplate(node.Span)) is not null);

    /// <summary>True where <paramref name="span"/> holds statements, or lines of which it is not known what the template writes there.</summary>
    public bool HasStatementsIn(TextSpan span)
    {
        var place = ToTemplate(span);
        foreach (var region in Tree.RegionsIn(place))
        {
            if (region.Kind is not (TemplateRegionKind.Expression or TemplateRegionKind.Comment))
                return true;
        }

        return Tree.OpenLines.Any(line => line.OverlapsWith(place));
    }
}
