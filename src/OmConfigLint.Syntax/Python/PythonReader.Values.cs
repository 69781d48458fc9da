using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>Expressions.</summary>
internal sealed partial class PythonReader
{
    /// <summary>Reads what may hold commas without brackets: <c>a, b</c>.</summary>
    private PythonValue ReadValues(List<Item> items, int first, int end, int fallbackToken)
    {
        if (first < end && items.FindIndex(first, end - first, item => IsOperator(item, ",")) >= 0)
        {
            var part = items.GetRange(first, end - first);
            var slots = SlotsOf(part);
            if (slots.Count > 1 || slots is [{ CommaToken: >= 0 }])
            {
                var entries = slots.Select(slot => ReadEntry(part, slot, isDict: false, isArgument: false)).ToImmutableArray();
                return new PythonSequence(Between(part[0].First, part[^1].Last), PythonSequenceKind.Tuple, entries);
            }
        }

        return ReadValue(items, first, end, fallbackToken);
    }

    private PythonValue ReadValue(List<Item> items, int first, int end, int fallbackToken)
    {
        if (first >= end)
            return new PythonExpression(new TextSpan(_tokens[fallbackToken].Span.End, 0), []);

        var operands = new List<PythonValue>();
        var isSum = true;
        var isOperandNext = true;
        for (var i = first; i < end;)
        {
            if (TryReadOperand(items, ref i, end, isOperandNext, out var operand))
            {
                isSum &= isOperandNext;
                isOperandNext = false;
                operands.Add(operand);
                continue;
            }

            var @operator = _tokens[items[i].First].Value;
            isSum &= !isOperandNext && @operator == "+";
            isOperandNext = true;
            if (@operator is "%" or "*" or "+" && operands is [.., PythonString text])
                text.Operation ??= @operator;
            if (@operator == ":=" && i > first && IsName(items[i - 1]))
                _scope.Bind(_tokens[items[i - 1].First].Value);
            i++;
        }

        isSum &= !isOperandNext;
        if (operands is [var only] && isSum)
            return only;
        var span = Between(items[first].First, items[end - 1].Last);
        if (isSum && operands.Exists(operand => operand is PythonString) && Sum(operands, span) is { } sum)
            return sum;
        return new PythonExpression(span, [.. operands]);
    }

    private static PythonString? Sum(List<PythonValue> operands, TextSpan span)
    {
        foreach (var operand in operands)
        {
            if (operand is PythonString { Operation: not (null or "+") })
                return null;
        }

        var content = PythonStringContent.Concat([.. operands.Select(operand =>
            operand is PythonString text ? (text.Content, (PythonField?)null) : (null, new PythonField(operand.Span, operand, [])))]);
        if (content is null)
            return null;
        return new PythonString(
            span,
            [.. operands.OfType<PythonString>().SelectMany(text => text.Literals)],
            content,
            [.. operands.SelectMany(operand => operand is PythonString text ? text.Arguments : [operand])]);
    }

    private bool TryReadOperand(List<Item> items, ref int i, int end, bool isOperandNext, out PythonValue operand)
    {
        var item = items[i];
        var start = _tokens[item.First].Span.Start;
        if (item.Literal is not null)
        {
            operand = ReadStrings(items, ref i, end);
        }
        else if (item.Group is { } group)
        {
            operand = ValueOf(group);
            i++;
        }
        else if (_kinds[item.First] == PythonTokenKind.Number)
        {
            operand = new PythonConstant(_tokens[item.First].Span, PythonConstantKind.Number, _tokens[item.First].Value);
            i++;
        }
        else if (isOperandNext && i + 1 < end && (IsOperator(item, "-") || IsOperator(item, "+")) && IsToken(items[i + 1], PythonTokenKind.Number))
        {
            operand = new PythonConstant(Between(item.First, items[i + 1].First), PythonConstantKind.Number, _tokens[item.First].Value + _tokens[items[i + 1].First].Value);
            i += 2;
        }
        else if (IsOperator(item, "..."))
        {
            operand = new PythonConstant(_tokens[item.First].Span, PythonConstantKind.Ellipsis, "...");
            i++;
        }
        else if (IsName(item) && !IsKeyword(_tokens[item.First].Value))
        {
            operand = ReadName(items, ref i, end);
        }
        else
        {
            operand = null!;
            return false;
        }

        ReadTrailers(items, ref i, end, start, ref operand);
        return true;
    }

    private PythonString ReadStrings(List<Item> items, ref int i, int end)
    {
        var first = i;
        var literals = ImmutableArray.CreateBuilder<PythonStringLiteral>();
        for (; i < end && items[i].Literal is { } literal; i++)
            literals.Add(literal);
        return new PythonString(
            Between(items[first].First, items[i - 1].Last),
            literals.ToImmutable(),
            PythonStringContent.Of(literals),
            [.. literals.SelectMany(literal => literal.Fields.SelectMany(field => field.Specifiers.Prepend(field.Value)))]);
    }

    private PythonValue ReadName(List<Item> items, ref int i, int end)
    {
        var first = i++;
        var word = _tokens[items[first].First].Value;
        PythonConstantKind? constant = word switch
        {
            "True" => PythonConstantKind.True,
            "False" => PythonConstantKind.False,
            "None" => PythonConstantKind.None,
            _ => null,
        };
        if (constant is { } kind)
            return new PythonConstant(_tokens[items[first].First].Span, kind, word);

        while (i + 1 < end && IsOperator(items[i], ".") && IsName(items[i + 1]))
            i += 2;
        return new PythonName(Between(items[first].First, items[i - 1].First), TextOf(items, first, i));
    }

    private void ReadTrailers(List<Item> items, ref int i, int end, int start, ref PythonValue value)
    {
        while (i < end)
        {
            if (items[i].Group is { IsTrailer: true } group)
            {
                value = group.Open == '('
                    ? CallOf(start, value, callee: null, group)
                    : new PythonExpression(TextSpan.FromBounds(start, group.Span.End), [Used(value, "["), .. group.Loose]);
                i++;
                continue;
            }

            if (!IsOperator(items[i], ".") || i + 1 >= end || !IsName(items[i + 1]))
                break;
            var method = items[i + 1].First;
            var next = i + 2;
            if (next < end && items[next].Group is { IsTrailer: true, Open: '(' } arguments)
            {
                value = CallOf(start, value, method, arguments);
                i = next + 1;
            }
            else
            {
                value = new PythonExpression(TextSpan.FromBounds(start, _tokens[method].Span.End), [Used(value, "." + _tokens[method].Value)]);
                i = next;
            }
        }
    }

    /// <summary>A call of <paramref name="value"/>, or of its method that the token <paramref name="callee"/> names.</summary>
    private PythonValue CallOf(int start, PythonValue value, int? callee, Group group)
    {
        var span = TextSpan.FromBounds(start, group.Span.End);
        if (callee is { } token)
        {
            var method = _tokens[token];
            if (value is PythonString { Operation: null, IsBytes: false } whole && Stripped(whole, method.Value, group.Entries) is { } stripped)
                return new PythonString(span, whole.Literals, stripped, [.. whole.Arguments, .. group.Entries.Select(entry => entry.Value)]);
            return new PythonCall(span, Used(value, "." + method.Value), method.Value, method.Span, group.Entries);
        }

        if (value is not PythonName name)
            return new PythonCall(span, value, "", new TextSpan(value.Span.End, 0), group.Entries);
        if (name.Text == "dict" && group.Entries.All(entry => entry.Name is not null || entry.Stars == 2))
            return new PythonDict(span, group.Entries, isCall: true);
        if (group.Entries is [{ Name: null, Stars: 0, Value: PythonString { Operation: null } text }] && Unindented(name.Text, text) is { } content)
            return new PythonString(span, text.Literals, content, text.Arguments);
        NoteChange(name.Text);
        return new PythonCall(span, receiver: null, name.Text, name.Span, group.Entries);
    }

    private static PythonStringContent? Unindented(string function, PythonString text) => function switch
    {
        _ when text.Content.Cuts >= PythonStringContent.MaxCuts => null,
        "dedent" or "textwrap.dedent" => text.Content.Dedent(),
        "cleandoc" or "inspect.cleandoc" => text.Content.CleanDoc(),
        _ => null,
    };

    private static PythonStringContent? Stripped(PythonString text, string method, ImmutableArray<PythonEntry> arguments)
    {
        string? characters = null;
        if (text.Content.Cuts >= PythonStringContent.MaxCuts)
            return null;
        if (arguments is [{ Name: null, Stars: 0, Value: PythonString { Operation: null, Holes.IsEmpty: true } given }])
            characters = given.Content.Text;
        else if (!arguments.IsEmpty)
            return null;
        return method switch
        {
            "strip" => text.Content.Strip(characters, atStart: true, atEnd: true),
            "lstrip" => text.Content.Strip(characters, atStart: true, atEnd: false),
            "rstrip" => text.Content.Strip(characters, atStart: false, atEnd: true),
            _ => null,
        };
    }

    /// <summary>Notes that <c>config.update(…)</c> and its like change the value of a name.</summary>
    private void NoteChange(string callee)
    {
        var dot = callee.IndexOf('.');
        if (dot > 0 && callee[(callee.LastIndexOf('.') + 1)..] is
            "update" or "pop" or "popitem" or "setdefault" or "clear" or "append" or "extend" or "insert" or "remove" or "sort" or "reverse"
            or "__setitem__" or "__delitem__" or "add" or "discard")
        {
            _changedNames.Add(callee[..dot]);
        }
    }

    private static PythonValue Used(PythonValue value, string operation)
    {
        if (value is PythonString text)
            text.Operation ??= operation;
        return value;
    }

    private static PythonValue ValueOf(Group group)
    {
        if (group.IsComprehension || (group.IsTrailer && group.Open == '['))
            return new PythonExpression(group.Span, group.Loose);
        switch (group.Open)
        {
            case '{' when group.IsDict:
                return new PythonDict(group.Span, group.Entries, isCall: false);
            case '{':
                return new PythonSequence(group.Span, PythonSequenceKind.Set, group.Entries);
            case '[':
                return new PythonSequence(group.Span, PythonSequenceKind.List, group.Entries);
            default:
                if (group.Entries is not [{ CommaToken: < 0, Stars: 0 } single])
                    return new PythonSequence(group.Span, PythonSequenceKind.Tuple, group.Entries);
                single.Value.Entry = null;
                return single.Value;
        }
    }

    private string TextOf(List<Item> items, int first, int end) =>
        end - first == 1 ? _tokens[items[first].First].Value : string.Concat(items.Skip(first).Take(end - first).Select(item => _tokens[item.First].Value));
}
