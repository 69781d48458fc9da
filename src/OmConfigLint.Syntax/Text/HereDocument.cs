using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Text;

/// <summary>A here-document: <c>cat &gt; f.yaml &lt;&lt;EOF</c> and the lines to <c>EOF</c>.</summary>
/// <param name="Delimiter">The word behind <c>&lt;&lt;</c>.</param>
/// <param name="IsExpanded">True where the delimiter has no quotes: variables and commands in the body are replaced by what they stand for.</param>
/// <param name="Body">The lines, without the tabs that <c>&lt;&lt;-</c> takes away; its line breaks are <c>\n</c>.</param>
/// <param name="Target">The file that it is written to; null where the command does not say.</param>
public sealed record HereDocument(SyntaxToken Delimiter, bool IsExpanded, SyntaxToken Body, MappedText? Target);
