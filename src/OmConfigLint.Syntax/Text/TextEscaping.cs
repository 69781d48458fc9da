using System.Buffers;

namespace OmConfigLint.Syntax.Text;

/// <summary>How new text is written into a value: the counterpart of the unescaping that made a <see cref="MappedText"/>.</summary>
public abstract class TextEscaping
{
    private static readonly SearchValues<char> InertCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+/");

    /// <summary>For values of which only a stretch is replaced by letters, digits and <c>._-+/</c>, which mean themselves in every format.</summary>
    public static TextEscaping Inert { get; } = new Unquoted(InertCharacters);

    /// <summary>The line break that stands in the source for <c>\n</c> in the value; null where <see cref="Escape"/> writes it as an escape, or cannot.</summary>
    public virtual string? LineBreak => null;

    /// <summary>What stands in the source before each line of the value but is not part of it: the indentation of a block scalar.</summary>
    public virtual string LinePrefix => "";

    /// <summary>For an unquoted value that holds only <paramref name="allowed"/> characters without being read otherwise.</summary>
    public static TextEscaping Only(SearchValues<char> allowed) => new Unquoted(allowed);

    /// <summary>Writes <paramref name="text"/>; without line breaks where <see cref="LineBreak"/> is not null.</summary>
    /// <returns>Null where the value cannot hold it.</returns>
    public abstract string? Escape(string text);

    private sealed class Unquoted(SearchValues<char> allowed) : TextEscaping
    {
        public override string? Escape(string text) => text.AsSpan().ContainsAnyExcept(allowed) ? null : text;
    }
}
