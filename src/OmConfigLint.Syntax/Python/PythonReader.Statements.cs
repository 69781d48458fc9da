using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>Statements.</summary>
internal sealed partial class PythonReader
{
    private void EndStatement()
    {
        var items = _levels.Peek().Items;
        if (items.Count == 0)
            return;
        while (_scope.Parent is not null && _lineColumn <= _scope.Column && items[0].First > 0 && IsFirstOfLine(items[0].First))
            LeaveScope();

        var first = 0;
        while (first < items.Count)
            first = ReadStatement(items, first);
        _lineEnd = _tokens[items[^1].Last].Span.End;
        items.Clear();
    }

    private bool IsFirstOfLine(int token) => _kinds[token - 1] is PythonTokenKind.LineBreak or PythonTokenKind.Indentation;

    private void LeaveScope()
    {
        _scope.EndAt(_lineEnd);
        _scope = _scope.Parent!;
    }

    /// <summary>Reads a simple statement, or a compound one up to its colon.</summary>
    /// <returns>The first item behind it.</returns>
    private int ReadStatement(List<Item> items, int first)
    {
        var end = HeaderEnd(items, first);
        _statements.Add(Between(items[first].First, items[(end < 0 ? items.Count : end) - 1].Last));
        if (end < 0)
        {
            ReadSimple(items, first, items.Count);
            return items.Count;
        }

        ReadHeader(items, first, end);
        return end + 1;
    }

    /// <summary>The colon that ends the head of a compound statement; -1 for a simple one.</summary>
    private int HeaderEnd(List<Item> items, int first)
    {
        if (!IsName(items[first]))
            return -1;
        var word = _tokens[items[first].First].Value;
        var isSoft = word is "match" or "case";
        if (!isSoft && word is not ("if" or "elif" or "else" or "while" or "for" or "try" or "except" or "finally" or "with" or "async" or "def" or "class"))
            return -1;
        var lambdas = 0;
        for (var i = first + 1; i < items.Count; i++)
        {
            if (IsWord(items[i], "lambda"))
                lambdas++;
            else if (IsOperator(items[i], ":") && lambdas-- <= 0)
                return isSoft && i == first + 1 ? -1 : i;
            else if (isSoft && (IsOperator(items[i], "=") || IsOperator(items[first + 1], ".")))
                return -1;
        }

        return -1;
    }

    private void ReadHeader(List<Item> items, int first, int end)
    {
        if (IsWord(items[first], "async") && first + 1 < end)
            first++;
        var word = _tokens[items[first].First].Value;
        switch (word)
        {
            case "def" or "class" when first + 1 < end && IsName(items[first + 1]):
                ReadDefinition(items, first, end, word == "def" ? PythonScopeKind.Function : PythonScopeKind.Class);
                return;
            case "for":
                BindBetween(items.GetRange(first, end - first), "for", "in");
                break;
            case "with" or "except":
                BindAliases(items, first, end);
                break;
            case "case":
                // A pattern looks like calls and dicts, but is none; its guard is an expression.
                var guard = items.FindIndex(first, end - first, item => IsWord(item, "if"));
                BindNames(items[first].First + 1, items[(guard < 0 ? end : guard) - 1].Last);
                if (guard >= 0 && guard + 1 < end)
                    _values.Add(ReadValues(items, guard + 1, end, items[guard].First));
                return;
        }

        BindBetween(items.GetRange(first, end - first), "lambda", ":");
        if (end > first + 1)
            _values.Add(ReadValues(items, first + 1, end, items[first].First));
    }

    private void ReadDefinition(List<Item> items, int first, int end, PythonScopeKind kind)
    {
        var name = _tokens[items[first + 1].First].Value;
        _scope.Bind(name);
        ReadSignature(items, first + 2, end);
        _scope = new PythonScope(kind, name, _scope, _tokens[items[first].First].Span.Start, _lineColumn);
        _scopes.Add(_scope);
        _scope.EndAt(_tokens[items[end].First].Span.End);
        if (kind == PythonScopeKind.Class)
            return;

        // The parameters.
        foreach (var item in items.GetRange(first, end - first))
        {
            if (item.Group is not { Open: '(' } group)
                continue;
            foreach (var entry in group.Entries)
            {
                var token = entry.FirstToken + (entry.Stars > 0 ? 1 : 0);
                if (_kinds[token] == PythonTokenKind.Name)
                    _scope.Bind(_tokens[token].Value);
            }

            break;
        }
    }

    /// <summary>Parameters with their defaults, base classes, annotations: values, but no call.</summary>
    private void ReadSignature(List<Item> items, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (items[i].Group is { IsTrailer: true } group)
            {
                foreach (var entry in group.Entries)
                {
                    entry.Value.Entry = null;
                    _values.Add(entry.Value);
                }

                _values.AddRange(group.Loose);
            }
            else if (IsOperator(items[i], "->") && i + 1 < end)
            {
                _values.Add(ReadValues(items, i + 1, end, items[i].First));
                return;
            }
        }
    }

    /// <summary><c>with open(f) as a, b() as (c, d)</c>.</summary>
    private void BindAliases(List<Item> items, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsWord(items[i], "as") && i + 1 < end)
                BindNames(items[i + 1].First, items[i + 1].Last);
            else if (items[i].Group is { Open: '(' })
                BindParenthesizedAliases(items[i]);
        }
    }

    private void BindParenthesizedAliases(Item item)
    {
        for (var token = item.First; token < item.Last; token++)
        {
            if (_kinds[token] == PythonTokenKind.Name && _tokens[token].Value == "as" && _kinds[token + 1] == PythonTokenKind.Name)
                _scope.Bind(_tokens[token + 1].Value);
        }
    }

    private void ReadSimple(List<Item> items, int first, int end)
    {
        var word = IsName(items[first]) ? _tokens[items[first].First].Value : null;
        switch (word)
        {
            case "import" or "from" when first + 1 < end:
                ReadImport(items, first, end);
                return;
            case "global" or "nonlocal":
                for (var i = first + 1; i < end; i++)
                {
                    if (IsName(items[i]))
                        _changedNames.Add(_tokens[items[i].First].Value);
                }

                return;
            case "del":
                NoteChanges(items, first + 1, end);
                break;
        }

        if (word is "return" or "yield" or "raise" or "assert" or "del" or "await" && first + 1 < end)
            first++;
        else if (IsOperator(items[first], "@") && first + 1 < end)
            first++;
        BindBetween(items.GetRange(first, end - first), "lambda", ":");
        if (!ReadAssignment(items, first, end))
            _values.Add(ReadValues(items, first, end, items[first].First));
    }

    private bool ReadAssignment(List<Item> items, int first, int end)
    {
        var targets = new List<(int First, int End)>();
        var @operator = "=";
        var start = first;
        var lambdas = 0;
        for (var i = first; i < end; i++)
        {
            // Behind a lambda every `=` is a parameter's.
            if (IsWord(items[i], "lambda"))
                lambdas++;
            if (lambdas > 0 || !IsToken(items[i], PythonTokenKind.Operator) || !IsAssignment(_tokens[items[i].First].Value))
                continue;
            if (i == start)
                return false;
            @operator = _tokens[items[i].First].Value;
            targets.Add((start, i));
            start = i + 1;
        }

        if (targets.Count == 0)
            return false;
        var value = ReadValues(items, start, end, items[Math.Min(start, end - 1)].Last);
        foreach (var (from, to) in targets)
            AddAssignment(items, from, to, @operator, value, Between(items[first].First, items[end - 1].Last));
        _values.Add(value);
        return true;
    }

    private void AddAssignment(List<Item> items, int first, int end, string @operator, PythonValue value, TextSpan span)
    {
        // The annotation of `NAME: dict = …` is no part of the target, but may hold values.
        var colon = items.FindIndex(first, end - first, item => IsOperator(item, ":"));
        if (colon > first)
        {
            if (colon + 1 < end)
                _values.Add(ReadValues(items, colon + 1, end, items[colon].First));
            end = colon;
        }

        var targetSpan = Between(items[first].First, items[end - 1].Last);
        var target = ReadValues(items, first, end, items[first].First);
        var name = target is PythonName { Text: var text } && !text.Contains('.', StringComparison.Ordinal) ? text : null;
        var assignment = new PythonAssignment(_scope, span, _text.Substring(targetSpan.Start, targetSpan.Length), targetSpan, name, @operator, value);
        _assignments.Add(assignment);
        if (target is not PythonName)
            _values.Add(target);
        if (name is not null)
            _scope.Bind(name, @operator == "=" ? assignment : null);
        else
            NoteChanges(items, first, end);
    }

    /// <summary>Notes what targets other than names change: <c>config["a"]</c>, <c>a, b</c>.</summary>
    private void NoteChanges(List<Item> items, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (items[i].Group is { IsTrailer: false } group)
            {
                BindNames(items[i].First, items[i].Last);
                foreach (var value in group.Entries.Select(entry => entry.Value))
                    NoteChange(value);
            }
            else if (IsName(items[i]) && (i == first || !IsOperator(items[i - 1], ".")))
            {
                var isPart = i + 1 < end && (IsOperator(items[i + 1], ".") || items[i + 1].Group is { IsTrailer: true });
                if (isPart)
                    _changedNames.Add(_tokens[items[i].First].Value);
                else
                    _scope.Bind(_tokens[items[i].First].Value);
            }
        }
    }

    private void NoteChange(PythonValue target)
    {
        var name = _text.AsSpan(target.Span.Start, target.Span.Length);
        var length = name.IndexOfAny('.', '[');
        if (length > 0)
            _changedNames.Add(name[..length].Trim().ToString());
    }

    private static bool IsAssignment(string text) => text is
        "=" or "+=" or "-=" or "*=" or "/=" or "//=" or "%=" or "@=" or "&=" or "|=" or "^=" or ">>=" or "<<=" or "**=";

    private void ReadImport(List<Item> items, int first, int end)
    {
        var (token, last) = (items[first].First + 1, items[end - 1].Last);
        var isFrom = _tokens[items[first].First].Value == "from";
        PythonDottedName? module = null;
        var dots = 0;
        if (isFrom)
        {
            for (; token <= last && _tokens[token].Value is "." or "..."; token++)
                dots += _tokens[token].Value.Length;
            if (token <= last && _tokens[token].Value != "import")
                module = ReadDottedName(ref token, last);
            if (token > last || _tokens[token].Value != "import")
            {
                // `yield from` is read before; this is no import.
                _values.Add(ReadValues(items, first, end, items[first].First));
                return;
            }

            token++;
        }

        var names = ImmutableArray.CreateBuilder<PythonImportedName>();
        while (token <= last)
        {
            if (_kinds[token] != PythonTokenKind.Name && _tokens[token].Value != "*")
            {
                token++;
                continue;
            }

            var start = token;
            var name = _tokens[token].Value == "*" ? new PythonDottedName(_tokens[token].Span, "*") : ReadDottedName(ref token, last);
            if (name.Text == "*")
                token++;
            PythonDottedName? alias = null;
            if (token < last && _tokens[token].Value == "as" && _kinds[token + 1] == PythonTokenKind.Name)
            {
                alias = new PythonDottedName(_tokens[token + 1].Span, _tokens[token + 1].Value);
                token += 2;
            }

            names.Add(new PythonImportedName(Between(start, token - 1), name, alias));
            _scope.Bind(alias?.Text ?? (isFrom ? name.Text : name.Text.Split('.')[0]));
        }

        _imports.Add(new PythonImport(Between(items[first].First, last), module, dots, names.DrainToImmutable(), isFrom));
    }

    private PythonDottedName ReadDottedName(ref int token, int last)
    {
        var first = token++;
        while (token < last && _tokens[token].Value == "." && _kinds[token + 1] == PythonTokenKind.Name)
            token += 2;
        var text = token - first == 1 ? _tokens[first].Value : string.Concat(_tokens.GetRange(first, token - first).Select(part => part.Value));
        return new PythonDottedName(Between(first, token - 1), text);
    }
}
