using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Core.Tokens;
using AnchorAlias = YamlDotNet.Core.Events.AnchorAlias;
using DocumentEnd = YamlDotNet.Core.Events.DocumentEnd;
using DocumentStart = YamlDotNet.Core.Events.DocumentStart;
using Scalar = YamlDotNet.Core.Events.Scalar;
using StreamEnd = YamlDotNet.Core.Events.StreamEnd;
using StreamStart = YamlDotNet.Core.Events.StreamStart;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>
/// Builds a tree from YamlDotNet's parsing events. Structure, values and styles come from the events, positions from the tokens
/// (<see cref="RecordingScanner"/>).
/// </summary>
/// <remarks>
/// YamlDotNet rents its string builders from one static pool: two readers at the same time are slower than one after the other.
/// Read files in parallel, but their trees one by one.
/// </remarks>
internal sealed class YamlReader
{
    private readonly string _text;
    private readonly SyntaxLimits _limits;

    // Marks count from behind the byte order mark.
    private readonly int _shift;

    private readonly RecordingScanner _scanner;
    private readonly Parser _parser;
    private readonly List<YamlNode> _items = [];
    private readonly List<YamlEntry> _entries = [];
    private readonly List<int> _openBrackets = [];
    private Dictionary<string, AnchoredNode>? _anchors;
    private int _depth;

    private YamlReader(string text, SyntaxLimits limits)
    {
        _text = text;
        _limits = limits;
        var reader = new StringReader(text);
        if (text.StartsWith('\uFEFF'))
        {
            _ = reader.Read();
            _shift = 1;
        }

        _scanner = new RecordingScanner(reader);
        _parser = new Parser(_scanner);
    }

    /// <summary>Reads a whole stream.</summary>
    public static bool TryRead(
        string text, SyntaxLimits limits, out ImmutableArray<YamlDocument> documents, [NotNullWhen(false)] out SyntaxError? error)
    {
        documents = [];
        error = ForbiddenCharacters.Find(text);
        if (error is not null)
            return false;

        try
        {
            documents = new YamlReader(text, limits).ReadStream();
            return true;
        }
        catch (UnreadableTextException e)
        {
            error = e.Error;
            return false;
        }
    }

    private ImmutableArray<YamlDocument> ReadStream()
    {
        var roots = new List<(YamlNode Root, int Start, bool HasStartMarker)>();
        Next<StreamStart>();
        for (var next = Next(); next is not StreamEnd; next = Next())
        {
            if (next is not DocumentStart documentStart)
                throw Unreadable(next);

            var previousEnd = roots.Count == 0 ? 0 : roots[^1].Root.Span.End;
            var start = roots.Count == 0 ? 0 : StartOfDocument(documentStart, previousEnd);
            if (roots.Count == _limits.MaxDocuments)
            {
                throw Error(
                    YamlErrors.SpanAt(_text, start, start),
                    $"the file has more than {_limits.MaxDocuments} documents",
                    SyntaxErrorKind.LimitReached);
            }

            _anchors?.Clear();
            roots.Add((ReadNode(Next()), start, !documentStart.IsImplicit));
            Next<DocumentEnd>();
        }

        var documents = new YamlDocument[roots.Count];
        for (var i = 0; i < documents.Length; i++)
        {
            var end = i + 1 < documents.Length ? roots[i + 1].Start : _text.Length;
            documents[i] = new YamlDocument(roots[i].Root, TextSpan.FromBounds(roots[i].Start, end), roots[i].HasStartMarker);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(documents);
    }

    /// <summary>The first directive or marker; without them the line behind the <c>...</c> that ended the document before.</summary>
    private int StartOfDocument(DocumentStart start, int previousEnd)
    {
        if (start.IsImplicit)
        {
            var marker = _scanner.LastDocumentEnd + _shift;
            return GapLexer.EndOfLineBreak(_text, GapLexer.EndOfLine(_text, marker, _text.Length));
        }

        var found = Shifted(start.Start);

        // Reserved directives (`%NAME`) have no token.
        for (var i = previousEnd; i < found; i++)
        {
            if (_text[i] == '%' && GapLexer.IsLineStart(_text, i))
                return i;
        }

        return found;
    }

    private YamlNode ReadNode(ParsingEvent first)
    {
        switch (first)
        {
            case Scalar scalar:
                return ReadScalar(scalar);
            case AnchorAlias alias:
                return ReadAlias(alias);
            case MappingStart mapping:
                return ReadMapping(mapping);
            case SequenceStart sequence:
                return ReadSequence(sequence);
            default:
                throw Unreadable(first);
        }
    }

    private void EnterCollection()
    {
        if (++_depth > _limits.MaxDepth)
        {
            var position = _scanner.Current is { } token ? Shifted(token.Start) : _scanner.End + _shift;
            throw Error(
                new TextSpan(position, Math.Min(1, _text.Length - position)),
                $"more than {_limits.MaxDepth} collections are nested here",
                SyntaxErrorKind.LimitReached);
        }
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var anchor = TakeAnchor();
        var tag = TakeTag(scalar.Tag);
        YamlScalar node;
        if (_scanner.Scalar is { } token)
        {
            var style = StyleOf(scalar.Style);
            var start = Shifted(token.Start);
            var end = Shifted(token.End);
            if (style is YamlScalarStyle.Literal or YamlScalarStyle.Folded)
                end = BlockScalar.EndOfContent(_text, start, end, scalar.Value);
            node = new YamlScalar(scalar.Value, style, TextSpan.FromBounds(start, end), anchor, tag);
        }
        else
        {
            node = new YamlScalar(string.Empty, YamlScalarStyle.Plain, new TextSpan(_scanner.End + _shift, 0), anchor, tag);
        }

        if (anchor is not null)
            Announce(anchor).Resolve(node);
        return node;
    }

    private YamlAlias ReadAlias(AnchorAlias alias)
    {
        var span = TextSpan.FromBounds(Shifted(alias.Start), Shifted(alias.End));
        var name = alias.Value.Value;
        if (_anchors is null || !_anchors.TryGetValue(name, out var anchored))
        {
            // The name is not told: it may be a password that lacks its quotes.
            throw Error(span, "no anchor of this name stands before this alias");
        }

        var node = new YamlAlias(name, span);
        anchored.Add(node);
        return node;
    }

    private YamlMapping ReadMapping(MappingStart mapping)
    {
        EnterCollection();
        var anchor = TakeAnchor();
        var tag = TakeTag(mapping.Tag);
        var anchored = anchor is null ? null : Announce(anchor);

        // Of `[key: value]`, the start has no position and no token.
        var style = mapping.Style == MappingStyle.Flow ? YamlCollectionStyle.Flow : YamlCollectionStyle.Block;
        var isSinglePair = style == YamlCollectionStyle.Flow && _scanner.Current is not FlowMappingStart;
        var start = isSinglePair || style == YamlCollectionStyle.Block ? -1 : Shifted(_scanner.Current!.Start);
        if (start >= 0)
            _openBrackets.Add(start);

        var first = _entries.Count;
        for (var next = Next(); next is not MappingEnd; next = Next())
            _entries.Add(ReadEntry(next));

        var entries = Taken.From(_entries, first);
        TextSpan span;
        if (start >= 0)
        {
            _openBrackets.RemoveAt(_openBrackets.Count - 1);
            span = TextSpan.FromBounds(start, _scanner.End + _shift);
        }
        else
        {
            span = TextSpan.FromBounds(entries[0].Span.Start, entries[^1].Span.End);
        }

        var node = new YamlMapping(entries, style, isSinglePair, span, anchor, tag);
        anchored?.Resolve(node);
        _depth--;
        return node;
    }

    private YamlEntry ReadEntry(ParsingEvent first)
    {
        var questionMark = _scanner.QuestionMark;
        _scanner.QuestionMark = -1;
        var key = ReadNode(first);

        // `: value` is YAML, but PyYAML refuses it, and YamlDotNet reads it only at the start of a line; elsewhere it drops the value.
        if (questionMark < 0 && key is YamlScalar { IsEmpty: true, Anchor: null, Tag: null })
        {
            var colon = _scanner.Current is Value value ? Shifted(value.Start) : Math.Max(0, key.Span.End - 1);
            throw Error(YamlErrors.SpanAt(_text, colon, colon + 1), "a key is missing here");
        }

        var node = ReadNode(Next());
        var start = questionMark >= 0 ? questionMark + _shift : key.FullSpan.Start;
        return new YamlEntry(key, node, TextSpan.FromBounds(start, node.Span.End), isExplicit: questionMark >= 0);
    }

    private YamlSequence ReadSequence(SequenceStart sequence)
    {
        EnterCollection();
        var anchor = TakeAnchor();
        var tag = TakeTag(sequence.Tag);
        var anchored = anchor is null ? null : Announce(anchor);
        var style = sequence.Style == SequenceStyle.Flow ? YamlCollectionStyle.Flow : YamlCollectionStyle.Block;

        // The token at hand is the bracket, the block's start of no length before its first dash, or that dash.
        var start = Shifted(_scanner.Current!.Start);
        if (style == YamlCollectionStyle.Flow)
            _openBrackets.Add(start);

        var first = _items.Count;
        for (var next = Next(); next is not SequenceEnd; next = Next())
            _items.Add(ReadNode(next));

        var items = Taken.From(_items, first);
        int end;
        if (style == YamlCollectionStyle.Flow)
        {
            _openBrackets.RemoveAt(_openBrackets.Count - 1);
            end = _scanner.End + _shift;
        }
        else
        {
            end = items[^1].Span.End;
        }

        var node = new YamlSequence(items, style, TextSpan.FromBounds(start, end), anchor, tag);
        anchored?.Resolve(node);
        _depth--;
        return node;
    }

    private YamlAnchor? TakeAnchor() =>
        _scanner.Anchor is { } anchor
            ? new YamlAnchor(anchor.Value.Value, TextSpan.FromBounds(Shifted(anchor.Start), Shifted(anchor.End)))
            : null;

    private YamlTag? TakeTag(TagName name) =>
        _scanner.Tag is { } tag
            ? new YamlTag(name.IsEmpty ? string.Empty : name.Value, TextSpan.FromBounds(Shifted(tag.Start), Shifted(tag.End)))
            : null;

    private AnchoredNode Announce(YamlAnchor anchor)
    {
        _anchors ??= new Dictionary<string, AnchoredNode>(StringComparer.Ordinal);
        return _anchors[anchor.Name] = new AnchoredNode();
    }

    private static YamlScalarStyle StyleOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlScalarStyle.Literal,
        ScalarStyle.Folded => YamlScalarStyle.Folded,
        _ => YamlScalarStyle.Plain,
    };

    private void Next<T>()
        where T : ParsingEvent
    {
        var next = Next();
        if (next is not T)
            throw Unreadable(next);
    }

    [SuppressMessage("Design", "CA1031", Justification = "YamlDotNet throws what comes to hand; any text must end in a tree or an error")]
    private ParsingEvent Next()
    {
        bool moved;
        _scanner.ForgetNode();
        try
        {
            moved = _parser.MoveNext();
        }
        catch (Exception e)
        {
            throw new UnreadableTextException(
                YamlErrors.Translate(_text, _shift, e, Shifted(_scanner.CurrentPosition), _scanner.End + _shift, _openBrackets));
        }

        if (!moved)
            throw Error(YamlErrors.SpanAt(_text, _text.Length, _text.Length), "the text ends too early");

        // In broken flow mappings YamlDotNet takes tokens and says nothing of them.
        var next = _parser.Current!;
        if (_scanner.LeafCount > (next is Scalar or AnchorAlias ? 1 : 0))
            throw Error(YamlErrors.SpanAt(_text, Shifted(_scanner.LastLeaf!.Start), Shifted(_scanner.LastLeaf.End)), "this cannot stand here");
        return next;
    }

    private UnreadableTextException Unreadable(ParsingEvent found) =>
        Error(YamlErrors.SpanAt(_text, Shifted(found.Start), Shifted(found.End)), "this cannot stand here");

    private static UnreadableTextException Error(TextSpan span, string message, SyntaxErrorKind kind = SyntaxErrorKind.Invalid) =>
        new(new SyntaxError(span, message, kind));

    private int Shifted(Mark mark) => Math.Min((int)mark.Index + _shift, _text.Length);
}
