namespace OmConfigLint.Syntax.Text;

/// <summary>For a text of whole lines that stands in the source as it is: the body of a here-document, a command over several lines.</summary>
/// <param name="lineBreak">The line break of the source; null where the text is one line.</param>
/// <param name="linePrefix">What stands before each line and is no part of it.</param>
/// <param name="refused">The characters that would be read otherwise.</param>
internal sealed class LinesEscaping(string? lineBreak, string linePrefix, string refused) : TextEscaping
{
    /// <inheritdoc/>
    public override string? LineBreak => lineBreak;

    /// <inheritdoc/>
    public override string LinePrefix => linePrefix;

    /// <inheritdoc/>
    public override string? Escape(string text) => text.AsSpan().IndexOfAny('\r', '\n') >= 0 || text.AsSpan().IndexOfAny(refused) >= 0 ? null : text;
}
