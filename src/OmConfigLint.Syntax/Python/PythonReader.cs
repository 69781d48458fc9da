using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Python;

/// <summary>
/// Finds the structure of Python's tokens: brackets from the inside out, statements as they end. One pass, no recursion; what it does not
/// know becomes a <see cref="PythonExpression"/> with the values in it.
/// </summary>
internal sealed partial class PythonReader
{
    private readonly string _text;
    private readonly List<SyntaxToken> _tokens;
    private readonly List<PythonTokenKind> _kinds;
    private readonly Stack<Level> _levels = new();
    private readonly List<PythonValue> _values = [];
    private readonly List<PythonAssignment> _assignments = [];
    private readonly List<PythonImport> _imports = [];
    private readonly List<PythonScope> _scopes = [];
    private readonly List<TextSpan> _statements = [];
    private readonly HashSet<string> _changedNames = [];
    private PythonScope _scope;
    private int _lineColumn;
    private int _lineEnd;

    private PythonReader(string text, PythonLexer lexer)
    {
        _text = text;
        _tokens = lexer.Tokens;
        _kinds = lexer.Kinds;
        _scope = new PythonScope(PythonScopeKind.Module, "", parent: null, 0, column: -1);
        _scopes.Add(_scope);
        _levels.Push(new Level(-1, isString: false));
    }

    /// <summary>The outermost values of the statements, in order.</summary>
    public IReadOnlyList<PythonValue> Values => _values;

    /// <summary>The assignments in order.</summary>
    public IReadOnlyList<PythonAssignment> Assignments => _assignments;

    /// <summary>The imports in order.</summary>
    public IReadOnlyList<PythonImport> Imports => _imports;

    /// <summary>The scopes in order of their starts; the module first.</summary>
    public IReadOnlyList<PythonScope> Scopes => _scopes;

    /// <summary>The statements in order: a compound one up to its colon.</summary>
    public IReadOnlyList<TextSpan> Statements => _statements;

    /// <summary>The names whose values are changed in place, or from another scope, somewhere.</summary>
    public IReadOnlySet<string> ChangedNames => _changedNames;

    /// <summary>Reads the tokens of <paramref name="lexer"/>, which has found no error in <paramref name="text"/>.</summary>
    public static PythonReader Read(string text, PythonLexer lexer)
    {
        var reader = new PythonReader(text, lexer);
        for (var i = 0; i < reader._tokens.Count; i++)
            reader.Take(i);
        reader.EndStatement();
        while (reader._scope.Parent is not null)
            reader.LeaveScope();
        reader._scope.EndAt(text.Length);
        return reader;
    }

    private void Take(int token)
    {
        var level = _levels.Peek();
        switch (_kinds[token])
        {
            case PythonTokenKind.Indentation:
                _lineColumn = ColumnOf(_tokens[token].Span);
                break;
            case PythonTokenKind.LineBreak:
                EndStatement();
                _lineColumn = 0;
                break;
            case PythonTokenKind.Open:
                _levels.Push(new Level(token, isString: false));
                break;
            case PythonTokenKind.Close:
                _levels.Pop();
                Close(level, token, _levels.Peek());
                break;
            case PythonTokenKind.StringStart:
                _levels.Push(new Level(token, isString: true));
                break;
            case PythonTokenKind.StringText:
                // The text of a format specifier stands in a field; nothing is to be known from it.
                if (level.IsString)
                    level.Texts.Add(_tokens[token]);
                break;
            case PythonTokenKind.StringEnd:
                _levels.Pop();
                _levels.Peek().Items.Add(new Item(level.OpenToken, token, LiteralOf(level, token), Group: null));
                break;
            default:
                if (_levels.Count == 1 && _tokens[token].Value == ";")
                {
                    EndStatement();
                    break;
                }

                level.HasColon |= _tokens[token].Value == ":";
                level.Items.Add(new Item(token, token, Literal: null, Group: null));
                break;
        }
    }

    private void Close(Level level, int token, Level outer)
    {
        if (outer.IsString)
        {
            var items = level.Items;
            var end = items.FindIndex(item => IsOperator(item, "!") || IsOperator(item, ":"));
            end = end < 0 ? items.Count : end;
            if (end > 0 && IsOperator(items[end - 1], "="))
                end--;
            var value = ReadValues(items, 0, end, level.OpenToken);
            outer.Fields.Add(new PythonField(Between(level.OpenToken, token), value, [.. level.Specifiers]));
            return;
        }

        if (IsField(outer))
        {
            // A field in the format specifier of another field.
            outer.Specifiers.Add(ReadValues(level.Items, 0, level.Items.Count, level.OpenToken));
            outer.Specifiers.AddRange(level.Specifiers);
            return;
        }

        outer.Items.Add(new Item(level.OpenToken, token, Literal: null, ReadGroup(level, token, outer)));
    }

    /// <summary>True in a replacement field behind its colon.</summary>
    private bool IsField(Level level) =>
        level.OpenToken > 0 && _kinds[level.OpenToken - 1] == PythonTokenKind.StringText && level.HasColon;

    private Group ReadGroup(Level level, int close, Level outer)
    {
        var open = _tokens[level.OpenToken].Value[0];
        var isTrailer = open != '{' && outer.Items.Count > 0 && EndsOperand(outer.Items[^1]);
        var slots = SlotsOf(level.Items);
        var isDict = open == '{' && slots.TrueForAll(slot => slot.Colon >= 0 || slot.Stars == 2);
        var isArguments = isTrailer && open == '(';
        var isComprehension = !isArguments && slots.Exists(slot => slot.IsComprehension);
        BindBetween(level.Items, "for", "in");
        BindBetween(level.Items, "lambda", ":");

        var entries = ImmutableArray.CreateBuilder<PythonEntry>(slots.Count);
        var loose = ImmutableArray.CreateBuilder<PythonValue>();
        foreach (var slot in slots)
        {
            if (isComprehension || (isTrailer && open == '['))
                loose.Add(ReadValue(level.Items, slot.First, slot.End, level.OpenToken));
            else
                entries.Add(ReadEntry(level.Items, slot, isDict, isArguments));
        }

        return new Group(open, Between(level.OpenToken, close), isDict, isComprehension, isTrailer, entries.DrainToImmutable(), loose.DrainToImmutable());
    }

    private PythonEntry ReadEntry(List<Item> items, Slot slot, bool isDict, bool isArgument)
    {
        PythonValue? key = null;
        string? name = null;
        TextSpan? nameSpan = null;
        var start = slot.First + (slot.Stars > 0 ? 1 : 0);
        if (isDict && slot.Colon >= 0)
        {
            key = ReadValue(items, slot.First, slot.Colon, slot.FirstToken);
            nameSpan = key.Span;
            name = key is PythonString { Holes.IsEmpty: true, IsBytes: false, Operation: null } text ? text.Content.Text : null;
            start = slot.Colon + 1;
        }
        else if (isArgument && slot.End - slot.First >= 2 && IsName(items[slot.First]) && IsOperator(items[slot.First + 1], "="))
        {
            name = _tokens[items[slot.First].First].Value;
            nameSpan = _tokens[items[slot.First].First].Span;
            start = slot.First + 2;
        }

        var value = ReadValue(items, start, slot.End, slot.LastToken);
        return new PythonEntry(slot, key, name, nameSpan, value, Between(slot.FirstToken, slot.LastToken));
    }

    /// <summary>What stands between the commas of a bracket; a last comma ends no further slot.</summary>
    private List<Slot> SlotsOf(List<Item> items)
    {
        var slots = new List<Slot>();
        var first = 0;
        while (first < items.Count)
        {
            var (end, colon, lambdas, isComprehension, isTarget) = (first, -1, 0, false, false);
            for (; end < items.Count; end++)
            {
                var item = items[end];
                if (item.Literal is not null || item.Group is not null)
                    continue;
                switch (_tokens[item.First].Value)
                {
                    case "lambda":
                        lambdas++;
                        continue;
                    case ":" when lambdas > 0:
                        lambdas--;
                        continue;
                    case ":" when colon < 0:
                        colon = end;
                        continue;
                    case "for":
                        isComprehension = isTarget = true;
                        continue;
                    case "in":
                        isTarget = false;
                        continue;
                    case "," when lambdas == 0 && !isTarget:
                        break;
                    default:
                        continue;
                }

                break;
            }

            var comma = end < items.Count ? items[end].First : -1;
            if (end == first)
            {
                // Two commas with nothing between them are not Python; the second one is passed over.
                first = end + 1;
                continue;
            }

            var stars = IsOperator(items[first], "*") ? 1 : IsOperator(items[first], "**") ? 2 : 0;
            slots.Add(new Slot(first, end, colon, isComprehension, items[first].First, items[end - 1].Last, comma, stars));
            first = end + 1;
        }

        return slots;
    }

    private PythonStringLiteral LiteralOf(Level level, int close)
    {
        var start = _tokens[level.OpenToken].Value;
        var quotes = _tokens[close].Value;
        return new PythonStringLiteral(Between(level.OpenToken, close), start[..^quotes.Length], quotes, [.. level.Texts], [.. level.Fields]);
    }

    private bool EndsOperand(Item item) =>
        item.Literal is not null || item.Group is not null
        || (_kinds[item.First] == PythonTokenKind.Name && !IsKeyword(_tokens[item.First].Value));

    private bool IsOperator(Item item, string text) => IsToken(item, PythonTokenKind.Operator) && _tokens[item.First].Value == text;

    private bool IsName(Item item) => IsToken(item, PythonTokenKind.Name);

    private bool IsWord(Item item, string text) => IsName(item) && _tokens[item.First].Value == text;

    private bool IsToken(Item item, PythonTokenKind kind) => item.Literal is null && item.Group is null && _kinds[item.First] == kind;

    private TextSpan Between(int firstToken, int lastToken) =>
        TextSpan.FromBounds(_tokens[firstToken].Span.Start, Math.Max(_tokens[firstToken].Span.Start, _tokens[lastToken].Span.End));

    /// <summary>Words between two others get values: <c>for NAME in</c>, <c>lambda NAME:</c>.</summary>
    private void BindBetween(List<Item> items, string open, string close)
    {
        var isInside = false;
        foreach (var item in items)
        {
            if (IsWord(item, open))
                isInside = true;
            else if (IsWord(item, close) || IsOperator(item, close))
                isInside = false;
            else if (isInside)
                BindNames(item.First, item.Last);
        }
    }

    private void BindNames(int first, int last)
    {
        for (var token = first; token <= last; token++)
        {
            if (_kinds[token] == PythonTokenKind.Name)
                _scope.Bind(_tokens[token].Value);
        }
    }

    private int ColumnOf(TextSpan indentation)
    {
        var column = 0;
        for (var i = indentation.Start; i < indentation.End; i++)
            column = _text[i] switch { '\t' => ((column / 8) + 1) * 8, '\f' => 0, _ => column + 1 };
        return column;
    }

    /// <summary>The reserved words that end no operand. (<c>True</c>, <c>None</c> and the like do.)</summary>
    private static bool IsKeyword(string word) => word is
        "and" or "as" or "assert" or "async" or "await" or "break" or "class" or "continue" or "def" or "del" or "elif" or "else" or "except"
        or "finally" or "for" or "from" or "global" or "if" or "import" or "in" or "is" or "lambda" or "nonlocal" or "not" or "or" or "pass"
        or "raise" or "return" or "try" or "while" or "with" or "yield";

    /// <summary>Part of an entry between two commas: indexes of items and of tokens.</summary>
    internal readonly record struct Slot(
        int First, int End, int Colon, bool IsComprehension, int FirstToken, int LastToken, int CommaToken, int Stars);

    /// <summary>A token, a string literal or a bracket with all in it.</summary>
    private readonly record struct Item(int First, int Last, PythonStringLiteral? Literal, Group? Group);

    private sealed record Group(
        char Open, TextSpan Span, bool IsDict, bool IsComprehension, bool IsTrailer, ImmutableArray<PythonEntry> Entries, ImmutableArray<PythonValue> Loose);

    private sealed class Level(int openToken, bool isString)
    {
        public int OpenToken => openToken;

        public bool IsString => isString;

        public bool HasColon { get; set; }

        public List<Item> Items { get; } = [];

        public List<SyntaxToken> Texts { get; } = [];

        public List<PythonField> Fields { get; } = [];

        public List<PythonValue> Specifiers { get; } = [];
    }
}
