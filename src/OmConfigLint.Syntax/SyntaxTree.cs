using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax;

/// <summary>What one text is in one format, every value with its exact place. Immutable.</summary>
public abstract class SyntaxTree
{
    /// <summary>Creates the tree of <paramref name="text"/>.</summary>
    protected SyntaxTree(string text) => Text = text;

    /// <summary>The text that was read.</summary>
    public string Text { get; }

    /// <summary>The comments in order.</summary>
    public abstract ImmutableArray<SyntaxComment> Comments { get; }

    /// <summary>Reads another text as this one was read: what the proof of an edit needs.</summary>
    /// <returns>False, with the first error, where it is not of the format. Never throws on any text.</returns>
    public abstract bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem);

    /// <summary>Starts an edit.</summary>
    public abstract SyntaxEditor CreateEditor();

    /// <summary>
    /// The text that <paramref name="comment"/> speaks of: at the end of a line what starts on that line, on a line of its own what follows it.
    /// </summary>
    public abstract TextSpan ScopeOf(SyntaxComment comment);
}
