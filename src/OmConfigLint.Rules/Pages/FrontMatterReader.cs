using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OmConfigLint.Rules.Pages;

/// <summary>
/// Reads the YAML between the two <c>---</c> lines that open a page. The compiler component reads omlint's own pages with it,
/// the run time the users'; so it keeps to netstandard2.0.
/// </summary>
internal sealed class FrontMatterReader
{
    private const string Delimiter = "---";
    private const int MaximumDepth = 16;

    private readonly Parser _parser;
    private readonly int _lineOffset;

    private FrontMatterReader(string yaml, int lineOffset)
    {
        _parser = new Parser(new StringReader(yaml));
        _lineOffset = lineOffset;
    }

    /// <summary>Reads the front matter of <paramref name="markdown"/>, whose lines end in LF; null where it cannot be read, which <paramref name="errors"/> then says.</summary>
    public static FrontMatterMapping? Read(string markdown, ICollection<PageError> errors)
    {
        const string Opening = Delimiter + "\n";
        if (!markdown.StartsWith(Opening, StringComparison.Ordinal))
        {
            errors.Add(new PageError("a page starts with a line `---` and its front matter", 1, 1));
            return null;
        }

        var end = markdown.IndexOf("\n" + Delimiter + "\n", Opening.Length - 1, StringComparison.Ordinal);
        if (end < 0)
        {
            errors.Add(new PageError("the front matter is not closed by a line `---`", 1, 1));
            return null;
        }

        return ReadYaml(markdown.Substring(Opening.Length, end + 1 - Opening.Length), lineOffset: 1, errors);
    }

    /// <summary>Reads a YAML text of its own; null where it cannot be read, which <paramref name="errors"/> then says.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="lineOffset">The lines before the text in its file.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static FrontMatterMapping? ReadYaml(string yaml, int lineOffset, ICollection<PageError> errors)
    {
        var reader = new FrontMatterReader(yaml, lineOffset);
        try
        {
            return reader.ReadRoot();
        }
        catch (FrontMatterException exception)
        {
            errors.Add(exception.Error);
        }
        catch (YamlException exception)
        {
            errors.Add(reader.ErrorAt(exception.Start, exception.Message));
        }
        // The parser throws these too, without a position, for some unclosed brackets and malformed tags.
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            errors.Add(new PageError(exception.Message, lineOffset + 1, 1));
        }

        return null;
    }

    private FrontMatterMapping ReadRoot()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            throw new FrontMatterException(new PageError("there are no keys", _lineOffset + 1, 1));

        var node = ReadNode(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            throw new FrontMatterException(ErrorAt(second.Start, "there is more than one YAML document"));
        return node as FrontMatterMapping
            ?? throw new FrontMatterException(new PageError("a mapping of keys to values is expected", node.Line, node.Column));
    }

    private FrontMatterNode ReadNode(int depth)
    {
        var start = _parser.Current!.Start;
        if (depth > MaximumDepth)
            throw new FrontMatterException(ErrorAt(start, $"values are nested deeper than {MaximumDepth} levels"));
        if (_parser.Current is not NodeEvent { Anchor.IsEmpty: true, Tag.IsEmpty: true })
            throw new FrontMatterException(ErrorAt(start, "anchors, aliases and tags are not used here"));

        if (_parser.TryConsume<Scalar>(out var scalar))
            return new FrontMatterScalar(scalar.Value, LineOf(start), (int)start.Column);
        return _parser.TryConsume<SequenceStart>(out _) ? ReadSequence(start, depth) : ReadMapping(start, depth);
    }

    private FrontMatterSequence ReadSequence(Mark start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<FrontMatterNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new FrontMatterSequence(items.ToImmutable(), LineOf(start), (int)start.Column);
    }

    private FrontMatterMapping ReadMapping(Mark start, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<FrontMatterEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var node = ReadNode(depth + 1);
            if (node is not FrontMatterScalar key)
                throw new FrontMatterException(new PageError("a key is a plain word", node.Line, node.Column));
            if (!keys.Add(key.Text))
                throw new FrontMatterException(new PageError($"`{key.Text}` is written twice", key.Line, key.Column));
            entries.Add(new FrontMatterEntry(key, ReadNode(depth + 1)));
        }

        return new FrontMatterMapping(entries.ToImmutable(), LineOf(start), (int)start.Column);
    }

    private PageError ErrorAt(Mark mark, string message) => new(message, LineOf(mark), Math.Max(1, (int)mark.Column));

    // Where the parser knows no place, it says 0 or 1.
    private int LineOf(Mark mark) => Math.Max(1, (int)mark.Line) + _lineOffset;
}
