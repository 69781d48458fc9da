namespace OmConfigLint.Syntax.Hcl;

/// <summary>What an <see cref="HclNode"/> is.</summary>
public enum HclNodeKind
{
    /// <summary>The file: attributes and blocks.</summary>
    File,

    /// <summary>A block with a type and labels, attributes and blocks.</summary>
    Block,

    /// <summary>A quoted string, perhaps with <c>${…}</c> in it.</summary>
    String,

    /// <summary>The lines of <c>&lt;&lt;EOT</c>.</summary>
    HereDocument,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A word: <c>true</c>, <c>null</c>, the name of a type.</summary>
    Word,

    /// <summary>A list in brackets.</summary>
    List,

    /// <summary>An object in braces.</summary>
    Object,

    /// <summary>Anything else: a reference, a function's call, an operation. Its children are the literals in it, as far as they are not words.</summary>
    Expression,
}
