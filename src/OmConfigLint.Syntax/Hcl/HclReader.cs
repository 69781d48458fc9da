using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Hcl;

/// <summary>Makes blocks and values of tokens. What is open is kept on a stack of our own, so that nesting takes no stack of the thread.</summary>
internal sealed class HclReader(HclLexer lexer, SyntaxLimits limits, int textLength)
{
    private readonly Stack<Frame> _frames = new();
    private int _index;
    private SyntaxError? _error;

    private enum FrameKind
    {
        Body,
        List,
        Object,
        Group,
    }

    public HclNode Root { get; } = new(HclNodeKind.File, new TextSpan(0, textLength));

    /// <summary>Reads the tokens.</summary>
    /// <returns>The first error; null where there is none.</returns>
    public SyntaxError? Read()
    {
        _frames.Push(new Frame(FrameKind.Body, Root));
        while (_error is null && _index < lexer.Tokens.Length)
        {
            var frame = _frames.Peek();
            if (frame.Value is not null)
                ReadValue(frame, frame.Value);
            else if (frame.Kind == FrameKind.Body)
                ReadStatement(frame);
            else
                ReadEntry(frame);
        }

        if (_error is null && _frames.Peek() is { Value: { } last } open)
            EndValue(open, last);
        if (_error is null && _frames.Count > 1)
            Fail(_frames.Peek().Opening!, $"`{_frames.Peek().Opening!.Value}` is not closed");
        return _error;
    }

    private SyntaxToken Current => lexer.Tokens[_index];

    private SyntaxToken? Next => _index + 1 < lexer.Tokens.Length ? lexer.Tokens[_index + 1] : null;

    private static bool Is(SyntaxToken? token, string punctuation) => token is { Kind: SyntaxTokenKind.Punctuation } && token.Value == punctuation;

    private void Fail(SyntaxToken at, string message, SyntaxErrorKind kind = SyntaxErrorKind.Invalid) => _error ??= new SyntaxError(at.Span, message, kind);

    private void Push(Frame frame, SyntaxToken opening)
    {
        frame.Opening = opening;
        _frames.Push(frame);
        if (_frames.Count > limits.MaxDepth)
        {
            var depth = limits.MaxDepth.ToString(CultureInfo.InvariantCulture);
            Fail(opening, $"blocks and values are nested more than {depth} deep", SyntaxErrorKind.LimitReached);
        }
    }

    /// <summary>An attribute or the head of a block.</summary>
    private void ReadStatement(Frame frame)
    {
        var first = Current;
        if (first.Kind == SyntaxTokenKind.LineBreak)
        {
            _index++;
            return;
        }

        if (Is(first, "}") && _frames.Count > 1)
        {
            Close(frame);
            return;
        }

        // The keys of a file of values may stand in quotes.
        if (first.Kind != SyntaxTokenKind.Name && !(lexer.IsString(first) && Is(Next, "=")))
        {
            Fail(first, "the name of an attribute or block was expected");
            return;
        }

        _index++;
        if (_index < lexer.Tokens.Length && Is(Current, "="))
        {
            frame.Value = new OpenValue(first);
            _index++;
            return;
        }

        var labels = _index;
        while (_index < lexer.Tokens.Length && (Current.Kind == SyntaxTokenKind.Name || lexer.IsString(Current)))
            _index++;
        if (_index == lexer.Tokens.Length || !Is(Current, "{"))
        {
            Fail(first, $"`=` or `{{` is missing behind `{first.Value}`");
            return;
        }

        var block = new HclNode(HclNodeKind.Block, first.Span) { Labels = [.. lexer.Tokens[labels.._index]] };
        block.AddTo(frame.Node, first);
        Push(new Frame(FrameKind.Body, block), Current);
        _index++;
    }

    /// <summary>The next item of a list, argument of a call, or key of an object.</summary>
    private void ReadEntry(Frame frame)
    {
        var token = Current;
        if (token.Kind == SyntaxTokenKind.LineBreak || Is(token, ","))
        {
            _index++;
        }
        else if (Is(token, frame.Closing))
        {
            Close(frame);
        }
        else if (frame.Kind != FrameKind.Object)
        {
            frame.Value = new OpenValue(key: null);
        }
        else if (token.Kind == SyntaxTokenKind.Name && token.Value == "for" && frame.Node.Children.Count == 0 && !Is(Next, "=") && !Is(Next, ":"))
        {
            frame.IsFor = true;
            frame.Value = new OpenValue(key: null);
        }
        else if ((token.Kind == SyntaxTokenKind.Name || token.Kind == SyntaxTokenKind.Text) && (Is(Next, "=") || Is(Next, ":")))
        {
            frame.Value = new OpenValue(token);
            _index += 2;
        }
        else
        {
            frame.Value = new OpenValue(key: null) { IsKey = true };
        }
    }

    private void ReadValue(Frame frame, OpenValue value)
    {
        var token = Current;
        if (value.IsKey && (Is(token, "=") || Is(token, ":")))
        {
            EndValue(frame, value);
            frame.Value = new OpenValue(key: null);
            _index++;
            return;
        }

        if (Ends(frame, token))
        {
            EndValue(frame, value);
            return;
        }

        value.Start ??= token.Span.Start;
        value.End = token.Span.End;
        _index++;
        switch (token.Kind)
        {
            case SyntaxTokenKind.Name:
                value.Words++;
                value.Single = new HclNode(HclNodeKind.Word, token.Span, token);
                break;
            case SyntaxTokenKind.Text:
                var kind = lexer.IsHereDocument(token) ? HclNodeKind.HereDocument : lexer.IsString(token) ? HclNodeKind.String : HclNodeKind.Number;
                value.Literals.Add(new HclNode(kind, token.Span, token) { Interpolations = lexer.InterpolationsOf(token) });
                break;
            case SyntaxTokenKind.Punctuation when token.Value is "[" or "{" or "(":
                var function = token.Value == "(" && _index > 1 && lexer.Tokens[_index - 2].Kind == SyntaxTokenKind.Name && value.Words > 0
                    ? lexer.Tokens[_index - 2]
                    : null;
                var opened = token.Value switch
                {
                    "[" => new Frame(FrameKind.List, new HclNode(HclNodeKind.List, token.Span)),
                    "{" => new Frame(FrameKind.Object, new HclNode(HclNodeKind.Object, token.Span)),
                    _ => new Frame(FrameKind.Group, new HclNode(HclNodeKind.Expression, TextSpan.FromBounds((function ?? token).Span.Start, token.Span.End), function)),
                };
                if (function is not null)
                    value.Words--;
                value.Literals.Add(opened.Node);
                Push(opened, token);
                break;
            default:
                value.Others++;
                break;
        }
    }

    private static bool Ends(Frame frame, SyntaxToken token) => frame.Kind switch
    {
        FrameKind.Body => token.Kind == SyntaxTokenKind.LineBreak || Is(token, "}"),
        FrameKind.Object when frame.IsFor => Is(token, "}"),
        FrameKind.Object => token.Kind == SyntaxTokenKind.LineBreak || Is(token, ",") || Is(token, "}"),
        _ => Is(token, ",") || Is(token, frame.Closing),
    };

    private void EndValue(Frame frame, OpenValue value)
    {
        frame.Value = null;
        if (value.Start is not { } start)
        {
            if (value.Key is { } key)
                Fail(key, $"a value is missing behind `{key.Value}`");
            return;
        }

        var node = (value.Literals.Count, value.Words, value.Others) switch
        {
            (1, 0, 0) => value.Literals[0],
            (0, 1, 0) => value.Single!,
            _ => null,
        };
        if (node is null)
        {
            node = new HclNode(HclNodeKind.Expression, TextSpan.FromBounds(start, value.End));
            foreach (var literal in value.Literals)
                literal.AddTo(node, key: null);
        }

        node.AddTo(frame.Node, value.Key);
    }

    private void Close(Frame frame)
    {
        _frames.Pop();
        var end = Current.Span.End;
        frame.Node.EndAt(end);
        if (_frames.Peek().Value is { } outer)
            outer.End = end;
        _index++;
    }

    private sealed class Frame(FrameKind kind, HclNode node)
    {
        public FrameKind Kind { get; } = kind;

        public HclNode Node { get; } = node;

        public SyntaxToken? Opening { get; set; }

        public string Closing => Kind switch { FrameKind.List => "]", FrameKind.Group => ")", _ => "}" };

        /// <summary>True for <c>{for k, v in x : k => v}</c>.</summary>
        public bool IsFor { get; set; }

        /// <summary>What is being read in it.</summary>
        public OpenValue? Value { get; set; }
    }

    private sealed class OpenValue(SyntaxToken? key)
    {
        public SyntaxToken? Key { get; } = key;

        /// <summary>True for the key of an object that is computed.</summary>
        public bool IsKey { get; init; }

        public int? Start { get; set; }

        public int End { get; set; }

        public List<HclNode> Literals { get; } = [];

        /// <summary>The last word.</summary>
        public HclNode? Single { get; set; }

        public int Words { get; set; }

        public int Others { get; set; }
    }
}
