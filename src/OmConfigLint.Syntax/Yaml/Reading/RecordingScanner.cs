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

    /// <summary>The properties and the text of the node that the next event is about; cleared by <see cref="ForgetNode"/>.</summary>
    public Anchor? Anchor { get; private set; }

    /// <inheritdoc cref="Anchor"/>
    public Tag? Tag { get; private set; }

    /// <inheritdoc cref="Anchor"/>
    public Scalar? Scalar { get; private set; }

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
        var moved = _scanner.MoveNextWithoutConsuming();
        _current = _scanner.Current;
        return moved;
    }

    public void ConsumeCurrent()
    {
        switch (_current)
        {
            case Scalar scalar:
                Scalar = scalar;
                End = (int)scalar.End.Index;
                break;
            case Key key:
                // The key of `key: value` is announced by a token of no length; that of `? key` is the question mark.
                if (key.End.Index > key.Start.Index)
                {
                    QuestionMark = (int)key.Start.Index;
                    End = (int)key.End.Index;
                }

                break;
            case Value or BlockEntry or FlowEntry or AnchorAlias or DocumentStart:
                End = (int)_current.End.Index;
                break;
            case Anchor anchor:
                Anchor = anchor;
                End = (int)anchor.End.Index;
                break;
            case Tag tag:
                Tag = tag;
                End = (int)tag.End.Index;
                break;
            case FlowSequenceStart or FlowMappingStart or FlowSequenceEnd or FlowMappingEnd:
                // Brackets are tokens of no length before the bracket.
                End = (int)_current.Start.Index + 1;
                break;
            case DocumentEnd:
                End = (int)_current.Start.Index + 3;
                LastDocumentEnd = End;
                break;
        }

        _scanner.ConsumeCurrent();
        _current = null;
    }

    public void ForgetNode()
    {
        Anchor = null;
        Tag = null;
        Scalar = null;
    }
}
