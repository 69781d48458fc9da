using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Shell;

/// <summary>
/// Reads a script by the rules of POSIX and bash, in one go and without recursion: what is open stands on a stack. Where a keyword stands in a
/// place that it cannot have, it is a word.
/// </summary>
internal sealed class ShellReader
{
    private readonly string _text;
    private readonly SyntaxLimits _limits;
    private readonly TokenListBuilder _tokens;
    private readonly List<ShellCommandBuilder> _commands = [];
    private readonly Stack<ShellFrame> _frames = new();
    private readonly List<PendingDocument> _documents = [];
    private int _position;
    private ShellBlock? _block;
    private ShellCommandBuilder? _command;
    private ShellWordBuilder? _word;
    private string? _redirection;
    private string _operator = "";
    private bool _endsInLineBreak = true;
    private bool _isFunction;
    private bool _isFunctionName;
    private SyntaxError? _error;

    public ShellReader(string text, SyntaxLimits limits)
    {
        _text = text;
        _limits = limits;
        _tokens = new TokenListBuilder(text);
        _frames.Push(new ShellFrame(ShellFrameKind.Script));
    }

    private ShellFrame Frame => _frames.Peek();

    private char Current => At(0);

    public bool TryRead([NotNullWhen(true)] out ShellTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        while (_error is null)
        {
            if (_word is not null)
                ReadWord(_word);
            else if (_position < _text.Length)
                ReadNext();
            else
                break;
        }

        if (_error is null && _frames.FirstOrDefault(frame => frame.Kind == ShellFrameKind.Substitution) is { } open)
            Fail(open.Start, 2, "the command substitution is never closed by a `)`");
        error = _error;
        tree = error is null ? new ShellTree(_text, _tokens.ToTokens(), _tokens.ToComments(), BuildCommands()) : null;
        return tree is not null;
    }

    private char At(int distance) => _position + distance < _text.Length ? _text[_position + distance] : '\0';

    private void ReadNext()
    {
        switch (Current)
        {
            case ' ' or '\t':
                _position++;
                break;
            case '\\' when At(1) is '\r' or '\n':
                _position = LineBreaks.Skip(_text, _position + 1);
                break;
            case '\r' or '\n':
                ReadLineBreak();
                break;
            case '#':
                _position = _tokens.AddComment(_position);
                break;
            case '&' or '|' or '(' or ')' or '<' or '>' when _command is { IsTest: true }:
                StartWord();
                break;
            case '<' or '>' when At(1) == '(':
                StartWord();
                BeginSubstitution(_word!);
                break;
            case '<' or '>':
            case '&' when At(1) == '>':
                ReadRedirection(_position);
                break;
            case ';' or '&' or '|':
                ReadSeparator();
                break;
            case '(':
                ReadOpeningParenthesis();
                break;
            case ')':
                ReadClosingParenthesis();
                break;
            case >= '0' and <= '9' when _command is not { IsTest: true } && IsNumberedRedirection(out var @operator):
                ReadRedirection(@operator);
                break;
            default:
                StartWord();
                break;
        }
    }

    private void ReadLineBreak()
    {
        if (_command is not { IsTest: true })
        {
            EndCommand();
            if (Frame is { Part: ShellFramePart.Header, Kind: ShellFrameKind.Loop })
                Frame.Part = ShellFramePart.Commands;
        }

        _position = _endsInLineBreak ? LineBreaks.Skip(_text, _position) : _tokens.AddLineBreak(_position);
        _endsInLineBreak = true;
        if (_documents.Count > 0)
            ReadDocuments();
    }

    private void ReadDocuments()
    {
        foreach (var pending in _documents)
        {
            if (!HereDocumentBody.TryFindEnd(_text, _position, pending.Delimiter.Value, pending.StripsTabs, out var closing))
                closing = new TextSpan(_text.Length, 0);
            var end = closing.Start;
            while (end > _position && _text[end - 1] is not ('\r' or '\n') && !closing.IsEmpty)
                end--;
            var body = _tokens.Add(HereDocumentBody.Read(_text, _position, end, pending.StripsTabs, pending.IsExpanded));
            pending.Command?.AddDocument(pending.Delimiter, pending.IsExpanded, body);
            _tokens.Add(SyntaxTokenKind.Name, closing.Start, closing.End);
            _position = _tokens.AddLineBreak(closing.End);
        }

        _documents.Clear();
    }

    private void ReadSeparator()
    {
        var length = Current switch
        {
            ';' when At(1) == ';' && At(2) == '&' => 3,
            ';' when At(1) is ';' or '&' => 2,
            '&' when At(1) == '&' => 2,
            '|' when At(1) is '|' or '&' => 2,
            _ => 1,
        };
        var separator = AddPunctuation(length).Value;
        if (Frame.Part == ShellFramePart.Pattern)
            return;

        EndCommand();
        _operator = separator switch { "|&" => "|", ";;" or ";&" or ";;&" => ";", _ => separator };
        if (Frame is { Part: ShellFramePart.Header, Kind: ShellFrameKind.Loop })
            Frame.Part = ShellFramePart.Commands;
        else if (Frame.Kind == ShellFrameKind.Case && separator is ";;" or ";&" or ";;&")
            Frame.Part = ShellFramePart.Pattern;
    }

    private void ReadOpeningParenthesis()
    {
        if (Frame.Part == ShellFramePart.Pattern)
        {
            AddPunctuation(1);
        }
        else if (At(1) == '(' && _command is null && ShellNesting.EndOf(_text, _position + 1, ')', isQuoted: false) is > 0 and var end && _text[end - 1] == ')')
        {
            // An arithmetic command, or the header of a loop.
            AddToken(SyntaxTokenKind.Text, end + 1);
            if (Frame.Kind == ShellFrameKind.Loop)
                Frame.Part = ShellFramePart.Commands;
        }
        else if (IsFunctionParenthesis())
        {
            AddPunctuation(1);
            while (Current != ')')
                _position++;
            AddPunctuation(1);
            if (_command is not null)
                _commands.RemoveAt(_commands.Count - 1);
            _command = null;
            _isFunction = true;
        }
        else
        {
            EndCommand();
            var start = _position;
            AddPunctuation(1);
            Push(ShellFrameKind.Subshell, ShellBlockKind.Subshell, start);
        }
    }

    private bool IsFunctionParenthesis()
    {
        if (_command is null ? !_isFunction : _command.IsTest || _command.Words.Count != 1 || _command.Assignments.Count > 0 || _command != _commands[^1])
            return false;
        var position = LineBreaks.SkipBlanks(_text, _position + 1);
        return position < _text.Length && _text[position] == ')';
    }

    private void ReadClosingParenthesis()
    {
        if (Frame.Part == ShellFramePart.Pattern)
        {
            AddPunctuation(1);
            _block = new ShellBlock(ShellBlockKind.CaseArm, Frame.BaseBlock);
            Frame.Part = ShellFramePart.Commands;
            _operator = "";
            return;
        }

        EndCommand();
        AddPunctuation(1);
        if (!_frames.Any(frame => frame.Kind is ShellFrameKind.Subshell or ShellFrameKind.Substitution))
            return;
        while (Frame.Kind is not (ShellFrameKind.Subshell or ShellFrameKind.Substitution))
            _frames.Pop();

        var closed = Pop();
        if (closed.OuterWord is null)
            return;
        _command = closed.OuterCommand;
        _redirection = closed.OuterRedirection;
        _word = closed.OuterWord;
        _word.EndSubstitution(closed.Start, _position);
    }

    private bool IsNumberedRedirection(out int @operator)
    {
        @operator = _position;
        while (@operator < _text.Length && char.IsAsciiDigit(_text[@operator]))
            @operator++;
        return @operator < _text.Length && _text[@operator] is '<' or '>' && !(@operator + 1 < _text.Length && _text[@operator + 1] == '(');
    }

    private void ReadRedirection(int @operator)
    {
        ReadOnlySpan<string> all = ["<<<", "<<-", "&>>", "<<", "<&", "<>", ">>", ">&", ">|", "&>"];
        var length = 1;
        foreach (var known in all)
        {
            if (string.CompareOrdinal(_text, @operator, known, 0, known.Length) == 0)
            {
                length = known.Length;
                break;
            }
        }

        BeginCommand();
        var token = AddToken(SyntaxTokenKind.Punctuation, @operator + length);
        if (token.Value.EndsWith("<<", StringComparison.Ordinal) || token.Value.EndsWith("<<-", StringComparison.Ordinal))
            ReadDelimiter(token.Value.EndsWith('-'));
        else
            _redirection = token.Value;
    }

    private void ReadDelimiter(bool stripsTabs)
    {
        _position = LineBreaks.SkipBlanks(_text, _position);
        var word = new ShellWordBuilder(_text, _position);
        var isExpanded = true;
        while (_position < _text.Length && !IsEndOfWord(word))
        {
            if (Current is '\'' or '"' && _text.IndexOf(Current, _position + 1) is > 0 and var end)
            {
                isExpanded = false;
                word.AddQuote(_position);
                word.AddQuote(end);
                word.Append(_position + 1, end);
                _position = end + 1;
            }
            else if (Current == '\\' && At(1) is not ('\0' or '\r' or '\n'))
            {
                isExpanded = false;
                word.Append(_position, _position + 2, _text[_position + 1].ToString());
                _position += 2;
            }
            else
            {
                word.Append(_position, ++_position);
            }
        }

        if (word.Length == 0)
            return;
        word.Build(_position, SyntaxTokenKind.Text, out var delimiter);
        _tokens.Add(delimiter!);
        _endsInLineBreak = false;
        _documents.Add(new PendingDocument(_command, delimiter!, stripsTabs, isExpanded));
        if (_command is not null)
            _command.End = _position;
    }

    private void StartWord()
    {
        if (AssignmentLength() is > 0 and var length)
        {
            BeginCommand();
            var nameEnd = VariableReferences.EndOfName(_text, _position, _text.Length);
            var name = AddToken(SyntaxTokenKind.Name, nameEnd);
            AddToken(SyntaxTokenKind.Punctuation, _position + length - (nameEnd - name.Span.Start));
            _word = new ShellWordBuilder(_text, _position) { Assigned = name };
            if (Current == '(')
                AppendNested(_word, _position, 1, ')', "array");
        }
        else
        {
            _word = new ShellWordBuilder(_text, _position);
        }
    }

    /// <summary>The length of <c>NAME=</c>, <c>NAME+=</c> or <c>NAME[x]=</c> at the position; 0 where no assignment can stand or stands there.</summary>
    private int AssignmentLength()
    {
        if (_redirection is not null || Frame.Part != ShellFramePart.Commands || (_command is { Words.Count: > 0 } && !_command.Declares))
            return 0;
        var end = VariableReferences.EndOfName(_text, _position, _text.Length);
        if (end == _position)
            return 0;
        if (end < _text.Length && _text[end] == '[')
        {
            var line = LineBreaks.EndOfLine(_text, end);
            var length = _text.AsSpan(end, Math.Min(line - end, 200)).IndexOf(']');
            end = length < 0 ? _text.Length : end + length + 1;
        }

        if (end < _text.Length && _text[end] == '+')
            end++;
        return end < _text.Length && _text[end] == '=' ? end + 1 - _position : 0;
    }

    /// <summary>Reads on in a word, up to its end or to a command substitution in it.</summary>
    private void ReadWord(ShellWordBuilder word)
    {
        while (_position < _text.Length && _error is null)
        {
            var c = Current;
            if (!word.IsQuoted && IsEndOfWord(word))
                break;
            switch (c)
            {
                case '\\' when At(1) is '\r' or '\n':
                    _position = LineBreaks.Skip(_text, _position + 1);
                    break;
                case '\\' when At(1) != '\0' && (!word.IsQuoted || At(1) is '$' or '`' or '"' or '\\'):
                    word.Append(_position, _position + 2, At(1).ToString());
                    _position += 2;
                    break;
                case '\r' or '\n':
                    AppendTo(word, LineBreaks.Skip(_text, _position));
                    break;
                case '"':
                    word.AddQuote(_position++);
                    word.IsQuoted = !word.IsQuoted;
                    break;
                case '\'' when !word.IsQuoted:
                    ReadSingleQuoted(word);
                    break;
                case '`':
                    var close = ShellNesting.EndOfBackTicks(_text, _position);
                    if (close < 0)
                        Fail(_position, 1, "the back-tick is never closed");
                    else
                        AppendTo(word, close + 1);
                    break;
                case '$' when At(1) == '(' && ArithmeticEnd() is > 0 and var end:
                    AppendTo(word, end + 1);
                    break;
                case '$' when At(1) == '(':
                    BeginSubstitution(word);
                    return;
                case '$' when At(1) == '{':
                    AppendNested(word, _position, 2, '}', "`${`");
                    break;
                case '$' when At(1) == '\'' && !word.IsQuoted:
                    ReadEscapedString(word);
                    break;
                case '$' when VariableReferences.EndOfName(_text, _position + 1, _text.Length) is var nameEnd && nameEnd > _position + 1:
                    AppendWithVariables(word, nameEnd);
                    break;
                default:
                    AppendTo(word, Math.Max(_position + 1, EndOfLetters()));
                    break;
            }
        }

        if (_error is null && word.IsQuoted)
            Fail(word.Start, 1, "a quote in this word is never closed");
        if (_error is null)
            EndWord(word);
    }

    /// <summary>The end of a run of letters and digits, the bulk of any word.</summary>
    private int EndOfLetters()
    {
        var end = _position;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '_' or '-' or '.' or '/'))
            end++;
        return end;
    }

    private bool IsEndOfWord(ShellWordBuilder word) => Current switch
    {
        ' ' or '\t' or '\r' or '\n' or ';' => true,
        '&' or '|' or '<' or '>' or '(' or ')' => _command is not { IsTest: true } || IsEndOfTest(word),
        _ => false,
    };

    private bool IsEndOfTest(ShellWordBuilder word) => _position == word.Start + 2 && _text[word.Start] == ']' && _text[word.Start + 1] == ']';

    private void ReadSingleQuoted(ShellWordBuilder word)
    {
        var end = _text.IndexOf('\'', _position + 1);
        if (end < 0)
        {
            Fail(_position, 1, "the quote is never closed");
            return;
        }

        word.AddQuote(_position);
        word.Append(_position + 1, end);
        word.AddQuote(end);
        _position = end + 1;
    }

    /// <summary>Reads <c>$'…'</c>, whose escapes are left as they are.</summary>
    private void ReadEscapedString(ShellWordBuilder word)
    {
        var end = _position + 2;
        while (end < _text.Length && _text[end] != '\'')
            end += _text[end] == '\\' ? 2 : 1;
        if (end >= _text.Length)
        {
            Fail(_position, 2, "the quote is never closed");
            return;
        }

        word.AddQuote(_position);
        word.AddQuote(end);
        if (end > _position + 2)
            word.Append(_position + 2, end, _text[(_position + 2)..end]);
        _position = end + 1;
    }

    /// <summary>The closing parenthesis of <c>$(( … ))</c>; -1 where it is a command substitution.</summary>
    private int ArithmeticEnd()
    {
        if (At(2) != '(')
            return -1;
        var end = ShellNesting.EndOf(_text, _position + 2, ')', isQuoted: false);
        if (end < 0)
            Fail(_position, 2, "the expression is never closed by `))`");
        return end > 0 && _text[end - 1] == ')' ? end : -1;
    }

    private void AppendTo(ShellWordBuilder word, int end)
    {
        word.Append(_position, end);
        _position = end;
    }

    private void AppendWithVariables(ShellWordBuilder word, int end)
    {
        // A line break of two characters is one in the value: there the offsets are not the same.
        if (_text.AsSpan(_position, end - _position).IndexOf('\r') < 0)
            word.AddVariables(VariableReferences.In(_text, TextSpan.FromBounds(_position, end), '\\'), _position);
        AppendTo(word, end);
    }

    private void AppendNested(ShellWordBuilder word, int start, int openingLength, char closing, string name)
    {
        var end = ShellNesting.EndOf(_text, start + openingLength, closing, word.IsQuoted);
        if (end < 0)
            Fail(start, openingLength, $"the {name} is never closed by a `{closing}`");
        else
            AppendWithVariables(word, end + 1);
    }

    private void BeginSubstitution(ShellWordBuilder word)
    {
        if (word.BeginSubstitution(_position) is { } token)
            _tokens.Add(token);
        if (word.Assigned is null && Frame.Part == ShellFramePart.Commands && _redirection is null)
            BeginCommand(word.Start);
        var start = _position;
        AddPunctuation(2);
        _word = null;
        Push(ShellFrameKind.Substitution, ShellBlockKind.Substitution, start, word);
    }

    private void EndWord(ShellWordBuilder builder)
    {
        _word = null;
        var isKeywordPlace = builder.Assigned is null && _redirection is null && _command is null && builder.IsPlain;
        var end = EndWithoutContinuation(builder.Start);
        var keyword = isKeywordPlace && end - builder.Start <= 8 ? _text[builder.Start..end] : "";
        var kind = keyword.Length > 0 && IsKeyword(keyword) ? SyntaxTokenKind.Name : SyntaxTokenKind.Text;
        var word = builder.Build(end, kind, out var last);
        if (last is not null)
            _tokens.Add(last);
        _endsInLineBreak = false;
        if (kind == SyntaxTokenKind.Name)
        {
            ReadKeyword(keyword, builder.Start);
            return;
        }

        if (_redirection is not null)
        {
            _command?.Redirections.Add(new ShellRedirection(_redirection, word));
            _redirection = null;
        }
        else if (Frame.Part != ShellFramePart.Commands)
        {
            Frame.HeaderWords++;
            return;
        }
        else if (_isFunctionName)
        {
            _isFunctionName = false;
            _isFunction = true;
            return;
        }
        else if (builder.Assigned is not null)
        {
            _command!.Assignments.Add(new ShellAssignment(builder.Assigned, word));
        }
        else
        {
            BeginCommand(builder.Start);
            _command!.Words.Add(word);
            if (word.Value == "[[" && _command.Words.Count == 1)
                _command.IsTest = true;
            else if (word.Value == "]]")
                _command.IsTest = false;
        }

        if (_command is not null)
            _command.End = word.Span.End;
    }

    /// <summary>The end of the word that was read; a backslash and line break before the next word are no part of it.</summary>
    private int EndWithoutContinuation(int start)
    {
        var end = _position;
        while (end > start && _text[end - 1] is '\r' or '\n')
        {
            end -= end - 2 >= start && _text[end - 2] == '\r' && _text[end - 1] == '\n' ? 2 : 1;
            end--;
        }

        return end;
    }

    /// <summary>True where a word that could start a command is a keyword there.</summary>
    private bool IsKeyword(string word) => Frame.Part switch
    {
        ShellFramePart.Header => Frame.Kind == ShellFrameKind.Case && word == "in" && Frame.HeaderWords > 0,
        ShellFramePart.Pattern => word == "esac",
        _ => !_isFunctionName && word switch
        {
            "if" or "while" or "until" or "for" or "select" or "case" or "{" or "!" or "function" => true,
            "then" or "elif" or "else" or "fi" => Frame.Kind == ShellFrameKind.If,
            "do" or "done" => Frame.Kind == ShellFrameKind.Loop,
            "esac" => Frame.Kind == ShellFrameKind.Case,
            "}" => Frame.Kind == ShellFrameKind.Group,
            _ => false,
        },
    };

    private void ReadKeyword(string keyword, int start)
    {
        switch (keyword)
        {
            case "in":
                Frame.Part = ShellFramePart.Pattern;
                break;
            case "if":
                Push(ShellFrameKind.If, ShellBlockKind.Condition, start);
                break;
            case "while" or "until":
                Push(ShellFrameKind.Loop, ShellBlockKind.Condition, start);
                break;
            case "for" or "select":
                Push(ShellFrameKind.Loop, ShellBlockKind.Condition, start);
                Frame.Part = ShellFramePart.Header;
                break;
            case "case":
                Push(ShellFrameKind.Case, ShellBlockKind.Condition, start);
                Frame.Part = ShellFramePart.Header;
                break;
            case "{":
                Push(ShellFrameKind.Group, ShellBlockKind.Group, start);
                break;
            case "function":
                _isFunctionName = true;
                break;
            case "then" or "elif" or "else":
                Enter(ShellBlockKind.Branch);
                break;
            case "do":
                Enter(ShellBlockKind.Loop);
                break;
            case "fi" or "done" or "esac" or "}":
                Pop();
                break;
        }
    }

    private void Push(ShellFrameKind kind, ShellBlockKind block, int start, ShellWordBuilder? word = null)
    {
        if (_frames.Count > _limits.MaxDepth)
        {
            _error = new SyntaxError(
                TextSpan.FromBounds(start, _position), $"commands are nested deeper than {_limits.MaxDepth} levels", SyntaxErrorKind.LimitReached);
            return;
        }

        var around = _block;
        if (_isFunction && word is null)
            around = new ShellBlock(ShellBlockKind.Function, around);
        else if (word is null && _operator is "&&" or "||")
            around = new ShellBlock(ShellBlockKind.Branch, around);
        _frames.Push(new ShellFrame(kind)
        {
            OuterBlock = _block,
            BaseBlock = around,
            OuterCommand = _command,
            OuterRedirection = _redirection,
            OuterWord = word,
            Start = start,
        });
        _block = new ShellBlock(block, around);
        _isFunction = false;
        _command = null;
        _redirection = null;
        _operator = "";
    }

    private void Enter(ShellBlockKind kind)
    {
        _block = new ShellBlock(kind, Frame.BaseBlock);
        _operator = "";
    }

    private ShellFrame Pop()
    {
        EndCommand();
        var frame = _frames.Pop();
        _block = frame.OuterBlock;
        _operator = ";";
        return frame;
    }

    private void BeginCommand(int? start = null)
    {
        if (_command is not null || Frame.Part != ShellFramePart.Commands)
            return;
        _command = new ShellCommandBuilder(start ?? _position, _operator, _block);
        _commands.Add(_command);
        _operator = ";";
        _isFunction = false;
    }

    private void EndCommand()
    {
        _command = null;
        _redirection = null;
    }

    private SyntaxToken AddPunctuation(int length) => AddToken(SyntaxTokenKind.Punctuation, _position + length);

    private SyntaxToken AddToken(SyntaxTokenKind kind, int end)
    {
        var token = _tokens.Add(kind, _position, end);
        _position = end;
        _endsInLineBreak = false;
        if (_command is not null)
            _command.End = end;
        return token;
    }

    private ImmutableArray<ShellCommand> BuildCommands()
    {
        var commands = ImmutableArray.CreateBuilder<ShellCommand>(_commands.Count);
        var nextInBlock = new Dictionary<object, ShellCommandBuilder>(ReferenceEqualityComparer.Instance);
        for (var i = _commands.Count - 1; i >= 0; i--)
        {
            var key = _commands[i].Block ?? (object)this;
            var next = nextInBlock.GetValueOrDefault(key);
            commands.Add(_commands[i].Build(i, next is { Operator: "|" } ? next : null));
            nextInBlock[key] = _commands[i];
        }

        commands.Reverse();
        return commands.DrainToImmutable();
    }

    private void Fail(int start, int length, string message) =>
        _error ??= new SyntaxError(new TextSpan(start, Math.Min(length, _text.Length - start)), message, SyntaxErrorKind.Invalid);

    private sealed record PendingDocument(ShellCommandBuilder? Command, SyntaxToken Delimiter, bool StripsTabs, bool IsExpanded);
}
