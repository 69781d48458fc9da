using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>
/// Passes YamlDotNet's tokens on to its parser and remembers the last ones consumed: the tokens carry the exact positions of anchors, tags,
/// indicators and scalars that the events lose.
/// </summary>
internal sealed class RecordingScanner : IScanner
{
    private readonly Scanner _scanner;
    private Token? _current;

    public RecordingScanner(TextReader text) => _scanner = new Scanner(text, skipComments: true);

    /// <summary>What the parser consumed for its last event; cleared by <see cref="ForgetNode"/>.</summary>
    public Anchor? Anchor { get; private set; }

    /// <inheritdoc cref="Anchor"/>
    public Tag? Tag { get; private set; }

    /// <inheritdoc cref="Anchor"/>
    public Scalar? Scalar { get; private set; }

    /// <summary>How many scalars and aliases the parser took for its last event.</summary>
    public int LeafCount { get; private set; }

    /// <summary>The last of them.</summary>
    public Token? LastLeaf { get; private set; }

    /// <summary>The start of the last <c>?</c> that no entry has claimed; -1 if none.</summary>
    public int QuestionMark { get; set; } = -1;

    /// <summary>The end of the last token consumed that is visible in the text.</summary>
    public int End { get; private set; }

    /// <summary>The end of the last <c>...</c> consumed; -1 if none.</summary>
    public int LastDocumentEnd { get; private set; } = -1;

    public Mark CurrentPosition => _scanner.CurrentPosition;

    public Token? Current => _current;

    public bool MoveNext() => throw new NotSupportedException("the parser consumes explicitly");

    public bool MoveNextWithoutConsuming()
    {
        // The parser moves on from a token that it has not consumed where a flow mapping is broken.
        if (_current is YamlDotNet.Core.Tokens.Scalar or AnchorAlias)
            AddLeaf(_current);
        var moved = _scanner.MoveNextWithoutConsuming();
        _current = _scanner.Current;
        return moved;
    }

    public void ConsumeCurrent()
    {
        var token = _current!;
        if (token.End.Index > token.Start.Index)
        {
            End = (int)token.End.Index;
            switch (token)
            {
                case Scalar scalar:
                    Scalar = scalar;
                    AddLeaf(token);
                    break;
                case AnchorAlias:
                    AddLeaf(token);
                    break;
                case Key:
                    // The key of `key: value` is announced by a token of no length; this one is a question mark.
                    QuestionMark = (int)token.Start.Index;
                    break;
                case Anchor anchor:
                    Anchor = anchor;
                    break;
                case Tag tag:
                    Tag = tag;
                    break;
            }
        }
        else
        {
            switch (token)
            {
                case Key or BlockEnd or BlockMappingStart:
                    break;
                case FlowSequenceStart or FlowMappingStart or FlowSequenceEnd or FlowMappingEnd:
                    End = (int)token.Start.Index + 1;
                    break;
                case DocumentEnd:
                    End = LastDocumentEnd = (int)token.Start.Index + 3;
                    break;
            }
        }

        _scanner.ConsumeCurrent();
        _current = null;
    }

    public void ForgetNode()
    {
        Anchor = null;
        Tag = null;
        Scalar = null;
        LeafCount = 0;
    }

    private void AddLeaf(Token token)
    {
        LastLeaf = token;
        LeafCount++;
    }
}
