namespace OmConfigLint.Syntax.Yaml;

/// <summary>What a <see cref="YamlPiece"/> is.</summary>
public enum YamlPieceKind
{
    /// <summary>A scalar's or alias's own text.</summary>
    Content,

    /// <summary>An anchor or tag.</summary>
    Property,

    /// <summary>One of <c>: - ? , [ ] { }</c>.</summary>
    Indicator,

    /// <summary>A <c>---</c> or <c>...</c> line's marker, or a <c>%</c> directive.</summary>
    Marker,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>Blanks and tabs.</summary>
    WhiteSpace,

    /// <summary>A line break.</summary>
    LineBreak,

    /// <summary>A byte order mark.</summary>
    ByteOrderMark,
}
