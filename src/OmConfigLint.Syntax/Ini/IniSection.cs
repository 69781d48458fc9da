using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Ini;

/// <summary>A section: <c>[mysqld]</c>. A file may hold several of one name.</summary>
public sealed class IniSection
{
    private TextSpan _span;

    internal IniSection(SyntaxToken nameToken, TextSpan header, int endToken)
    {
        NameToken = nameToken;
        Header = header;
        EndToken = endToken;
        _span = header;
    }

    /// <summary>Its name as written.</summary>
    public SyntaxToken NameToken { get; }

    /// <summary>Its name.</summary>
    public string Name => NameToken.Value;

    /// <summary>The header with its brackets.</summary>
    public TextSpan Header { get; }

    /// <summary>From the header to the end of its last entry.</summary>
    public TextSpan Span => _span;

    /// <summary>The index behind its last token in the tree's tokens.</summary>
    internal int EndToken { get; private set; }

    internal void EndAt(int end, int endToken)
    {
        _span = TextSpan.FromBounds(_span.Start, Math.Max(_span.End, end));
        EndToken = endToken;
    }
}
