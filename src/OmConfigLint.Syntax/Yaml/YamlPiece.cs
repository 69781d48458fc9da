using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>A stretch of text of one kind. The pieces of a tree follow one another without gap: put together they are its text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is.</param>
public readonly record struct YamlPiece(YamlPieceKind Kind, TextSpan Span);
