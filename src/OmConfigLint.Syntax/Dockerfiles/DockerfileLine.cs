using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>Reads one instruction from its joined lines.</summary>
internal sealed class DockerfileLine(string source, JoinedText joined, TokenListBuilder tokens, char escape)
{
    private readonly string _line = joined.Text;
    private readonly DockerfileWordReader _words = new(source, joined, escape);
    private int _position;

    /// <summary>Reads it.</summary>
    /// <param name="start">Where it starts in the source.</param>
    /// <param name="lineEnd">The end of its last line, before the line break.</param>
    /// <param name="end">Where it ends: <paramref name="lineEnd"/>, or the end of its last here-document.</param>
    /// <param name="error">Why it cannot be read.</param>
    public DockerfileInstruction? Read(int start, int lineEnd, out int end, out SyntaxError? error)
    {
        end = lineEnd;
        error = null;
        _position = SkipBlanks(0);
        var keyword = ReadKeyword();
        var isOnBuild = keyword == "ONBUILD" && _position < _line.Length;
        if (isOnBuild)
            keyword = ReadKeyword();
        var instruction = new DockerfileInstruction(keyword, default) { IsOnBuild = isOnBuild };

        if (keyword is "FROM" or "RUN" or "COPY" or "ADD" or "HEALTHCHECK")
            instruction = instruction with { Flags = ReadFlags() };
        var documents = keyword is "RUN" or "COPY" or "ADD" ? HereDocumentMark.In(_line, _position) : [];
        if (documents.Length > 0)
        {
            instruction = ReadWithDocuments(instruction, documents, lineEnd, out end, out error);
            if (error is not null)
                return null;
        }
        else
        {
            instruction = keyword switch
            {
                "FROM" => instruction with { Words = ReadFrom() },
                "ARG" or "ENV" or "LABEL" => instruction with { Assignments = ReadAssignments(keyword) },
                "RUN" or "CMD" or "ENTRYPOINT" or "SHELL" => ReadCommand(instruction),
                "HEALTHCHECK" => ReadHealthCheck(instruction),
                _ => ReadPlainWords(instruction),
            };
        }

        // A comment or an empty line that ends the continuation is no part of it.
        var lastWord = joined.ToSource(0, _line.TrimEnd(' ', '\t').Length).End;
        return instruction with { Span = TextSpan.FromBounds(start, end > lineEnd ? end : lastWord) };
    }

    private string ReadKeyword()
    {
        var end = EndOfPlainWord(_position);
        var name = tokens.Add(_words.Plain(SyntaxTokenKind.Name, _position, end));
        _position = SkipBlanks(end);
        return name.Value.ToUpperInvariant();
    }

    private ImmutableArray<DockerfileWord> ReadFlags()
    {
        var flags = ImmutableArray.CreateBuilder<DockerfileWord>();
        while (_line.AsSpan(_position).StartsWith("--"))
            flags.Add(AddWord(EndOfPlainWord(_position)));
        return flags.DrainToImmutable();
    }

    private ImmutableArray<DockerfileWord> ReadFrom()
    {
        if (_position == _line.Length)
            return [];
        var image = AddWord(EndOfPlainWord(_position));
        var end = EndOfPlainWord(_position);
        if (!_line.AsSpan(_position, end - _position).Equals("as", StringComparison.OrdinalIgnoreCase) || SkipBlanks(end) == _line.Length)
        {
            ReadRest();
            return [image];
        }

        tokens.Add(_words.Plain(SyntaxTokenKind.Punctuation, _position, end));
        _position = SkipBlanks(end);
        var name = AddWord(EndOfPlainWord(_position));
        ReadRest();
        return [image, name];
    }

    private ImmutableArray<DockerfileAssignment> ReadAssignments(string keyword)
    {
        var assignments = ImmutableArray.CreateBuilder<DockerfileAssignment>();
        while (_position < _line.Length)
        {
            var nameEnd = _position;
            while (nameEnd < _line.Length && _line[nameEnd] is not ('=' or ' ' or '\t' or '"' or '\''))
                nameEnd++;
            var isQuoted = nameEnd < _line.Length && _line[nameEnd] is '"' or '\'';
            var nameToken = isQuoted ? _words.Read(SyntaxTokenKind.Name, _position, out nameEnd, stopsAtEquals: true).Token : _words.Plain(SyntaxTokenKind.Name, _position, nameEnd);
            var name = tokens.Add(nameToken);
            if (nameEnd < _line.Length && _line[nameEnd] == '=')
            {
                tokens.Add(_words.Plain(SyntaxTokenKind.Punctuation, nameEnd, nameEnd + 1));
                var value = _words.Read(SyntaxTokenKind.Text, nameEnd + 1, out var valueEnd);
                tokens.Add(value.Token);
                assignments.Add(new DockerfileAssignment(name, value));
                _position = SkipBlanks(valueEnd);
                continue;
            }

            _position = SkipBlanks(nameEnd);
            DockerfileWord? rest = null;
            if (keyword != "ARG" && assignments.Count == 0 && _position < _line.Length)
            {
                // The old form: a name, and the rest of the line is its value.
                rest = _words.Read(SyntaxTokenKind.Text, _position, out _position, stopsAtBlank: false);
                tokens.Add(rest.Token);
            }

            assignments.Add(new DockerfileAssignment(name, rest));
        }

        return assignments.DrainToImmutable();
    }

    private DockerfileInstruction ReadHealthCheck(DockerfileInstruction instruction)
    {
        if (_position == _line.Length)
            return instruction;
        var end = EndOfPlainWord(_position);
        tokens.Add(_words.Plain(SyntaxTokenKind.Name, _position, end));
        _position = SkipBlanks(end);
        return ReadCommand(instruction);
    }

    private DockerfileInstruction ReadCommand(DockerfileInstruction instruction)
    {
        if (TryReadArray() is { } strings)
            return instruction with { Words = strings, IsExecForm = true };
        if (_position == _line.Length)
            return instruction;
        var command = _words.Plain(SyntaxTokenKind.Text, _position, _line.Length, new LinesEscaping(lineBreak: null, "", ""));
        _position = _line.Length;
        return instruction with { Command = tokens.Add(command) };
    }

    private DockerfileInstruction ReadPlainWords(DockerfileInstruction instruction)
    {
        if (TryReadArray() is { } strings)
            return instruction with { Words = strings, IsExecForm = true };
        return instruction with { Words = ReadRest() };
    }

    private ImmutableArray<DockerfileWord> ReadRest()
    {
        var words = ImmutableArray.CreateBuilder<DockerfileWord>();
        while (_position < _line.Length)
            words.Add(AddWord(EndOfPlainWord(_position)));
        return words.DrainToImmutable();
    }

    private ImmutableArray<DockerfileWord>? TryReadArray()
    {
        if (_position == _line.Length || _line[_position] != '[' || !JsonStringArray.TryRead(_line, _position, out var parts))
            return null;
        var words = ImmutableArray.CreateBuilder<DockerfileWord>();
        foreach (var part in parts)
        {
            var token = tokens.Add(part.Length == 1 ? _words.Plain(SyntaxTokenKind.Punctuation, part.Start, part.End) : _words.JsonString(part));
            if (part.Length > 1)
                words.Add(new DockerfileWord(token, []));
        }

        _position = _line.Length;
        return words.DrainToImmutable();
    }

    private DockerfileInstruction ReadWithDocuments(
        DockerfileInstruction instruction, ImmutableArray<HereDocumentMark> marks, int lineEnd, out int end, out SyntaxError? error)
    {
        end = lineEnd;
        error = null;
        var position = LineBreaks.Skip(source, lineEnd);
        var bodies = new List<(HereDocumentMark Mark, int Start, TextSpan Closing)>();
        foreach (var mark in marks)
        {
            if (!HereDocumentBody.TryFindEnd(source, position, mark.Delimiter, mark.StripsTabs, out var closing))
            {
                error = new SyntaxError(
                    joined.ToSource(mark.Span.Start, mark.Span.End), $"the here-document is never closed by a line `{mark.Delimiter}`", SyntaxErrorKind.Invalid);
                return instruction;
            }

            bodies.Add((mark, position, closing));
            end = closing.End;
            position = LineBreaks.Skip(source, closing.End);
        }

        if (instruction.Keyword == "RUN" && (marks.Length > 1 || _position < marks[0].Span.Start || marks[0].Span.End < _line.Length))
            return instruction with { Command = tokens.Add(CommandWithDocuments(lineEnd, end)) };

        var words = ImmutableArray.CreateBuilder<DockerfileWord>();
        var delimiters = new List<SyntaxToken>();
        while (_position < _line.Length)
        {
            var wordEnd = EndOfPlainWord(_position);
            if (delimiters.Count == marks.Length || marks[delimiters.Count].Span.Start != _position)
            {
                words.Add(AddWord(wordEnd));
                continue;
            }

            var mark = marks[delimiters.Count];
            tokens.Add(_words.Plain(SyntaxTokenKind.Punctuation, _position, mark.DelimiterStart));
            _position = mark.DelimiterStart;
            delimiters.Add(AddWord(wordEnd).Token);
        }

        tokens.AddLineBreak(lineEnd);
        var documents = ImmutableArray.CreateBuilder<HereDocument>();
        for (var i = 0; i < bodies.Count; i++)
        {
            var (mark, start, closing) = bodies[i];
            var bodyEnd = StartOfLine(closing.Start);
            var isScript = instruction.Keyword == "RUN";
            var body = tokens.Add(HereDocumentBody.Read(source, start, bodyEnd, mark.StripsTabs, hasEscapes: mark.IsExpanded && !isScript));
            tokens.Add(SyntaxTokenKind.Name, closing.Start, closing.End);
            if (i + 1 < bodies.Count)
                tokens.AddLineBreak(closing.End);
            if (isScript)
                return instruction with { Command = body };
            documents.Add(new HereDocument(delimiters[i], mark.IsExpanded, body, words.Count > 0 ? words[^1].Text : null));
        }

        return instruction with { Words = words.DrainToImmutable(), HereDocuments = documents.DrainToImmutable() };
    }

    /// <summary>A command with its here-documents, as the shell gets it.</summary>
    private SyntaxToken CommandWithDocuments(int lineEnd, int end)
    {
        var from = _position;
        var span = TextSpan.FromBounds(joined.ToSource(from), end);
        return new SyntaxToken(SyntaxTokenKind.Text, span, token =>
        {
            var value = new MappedTextBuilder(token, source);
            joined.AppendTo(value, from, _line.Length);
            HereDocumentBody.AppendLines(value, source, lineEnd, end);
            return value.Build(span, new LinesEscaping(HereDocumentBody.LineBreakOf(source, LineBreaks.Skip(source, lineEnd)), "", ""));
        });
    }

    private DockerfileWord AddWord(int end)
    {
        var word = _words.Read(SyntaxTokenKind.Text, _position, end);
        tokens.Add(word.Token);
        _position = SkipBlanks(end);
        return word;
    }

    private int StartOfLine(int position)
    {
        while (position > 0 && source[position - 1] is not ('\r' or '\n'))
            position--;
        return position;
    }

    private int EndOfPlainWord(int position)
    {
        while (position < _line.Length && _line[position] is not (' ' or '\t'))
            position++;
        return position;
    }

    private int SkipBlanks(int position) => LineBreaks.SkipBlanks(_line, position);
}
