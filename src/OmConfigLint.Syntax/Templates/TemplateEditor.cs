using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Templates;

/// <summary>
/// An edit of a <see cref="TemplateTree"/>: what is done to the text between the regions. It is proved by the text that is left when the
/// regions of the edited template are put out of sight again.
/// </summary>
internal sealed class TemplateEditor(TemplateTree tree) : SyntaxEditor
{
    /// <inheritdoc/>
    public override SyntaxTree Tree => tree;

    /// <inheritdoc/>
    public override ImmutableArray<TextChange> GetChanges() => Ordered(ValueChanges());

    /// <inheritdoc/>
    public override bool TryInclude(SyntaxEditor other) => other.Tree == tree && base.TryInclude(other);

    /// <inheritdoc/>
    protected override string? FindTreeDifference(SyntaxTree edited) => null;
}
