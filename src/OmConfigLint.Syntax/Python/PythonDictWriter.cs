using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>Writes a dict as a YAML document in block style, and notes where each key and value of it comes from.</summary>
internal sealed class PythonDictWriter(PythonTree tree)
{
    private const int MaxDepth = 32;
    private const int MaxLength = 256 * 1024;

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<EmbeddedPart>.Builder _parts = ImmutableArray.CreateBuilder<EmbeddedPart>();

    /// <summary>The document.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its keys and values with their places in the code.</summary>
    public ImmutableArray<EmbeddedPart> Parts { get; private set; }

    /// <summary>The entries of the code by the offsets of their keys in the document.</summary>
    public Dictionary<int, PythonEntry> Entries { get; } = [];

    /// <summary>What in the document stands for an expression.</summary>
    public List<TextSpan> StandIns { get; } = [];

    /// <summary>The source of what is not written in the document as Python would write it: by the document's text.</summary>
    public Dictionary<string, string> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>The dicts that are in it.</summary>
    public HashSet<PythonDict> Dicts { get; } = [];

    /// <summary>Writes <paramref name="dict"/>.</summary>
    /// <returns>False where the document would be too long or too deep.</returns>
    public bool TryWrite(PythonDict dict)
    {
        if (!WriteMapping(dict, "", isPositioned: true, depth: 0) || _text.Length > MaxLength)
            return false;
        (Text, Parts) = (_text.ToString(), _parts.DrainToImmutable());
        return !Parts.IsEmpty;
    }

    private bool WriteMapping(PythonDict dict, string indentation, bool isPositioned, int depth)
    {
        if (depth > MaxDepth || _text.Length > MaxLength)
            return false;
        Dicts.Add(dict);
        var isFirst = true;
        foreach (var entry in dict.Entries)
        {
            if (!isFirst || !isPositioned)
                _text.Append(indentation);
            if (entry.IsUnpacked)
            {
                // Only where all that is written here comes later, it is what YAML's merge key does.
                var start = _text.Length;
                _text.Append("<<:");
                Entries[start] = entry;
                if (isFirst && Resolve(entry.Value) is (PythonDict { Entries.IsEmpty: false } merged, _))
                {
                    _text.Append('\n');
                    if (!WriteMapping(merged, indentation + "  ", isPositioned: false, depth + 1))
                        return false;
                }
                else
                {
                    _text.Append(' ');
                    WriteStandIn(entry.Value.Span);
                    _text.Append('\n');
                }
            }
            else
            {
                WriteKey(entry);
                if (!WriteValue(entry.Value, indentation, depth))
                    return false;
            }

            isFirst = false;
        }

        return true;
    }

    private void WriteKey(PythonEntry entry)
    {
        Entries[_text.Length] = entry;
        if (entry.Name is { } name)
            WritePart(PythonYaml.Key(name), entry.NameSpan!.Value);
        else
            WriteStandIn(entry.Key?.Span ?? entry.Span);
        _text.Append(':');
    }

    /// <summary>Writes what stands behind a colon, with the line break.</summary>
    private bool WriteValue(PythonValue value, string indentation, int depth)
    {
        var (resolved, name) = Resolve(value);
        switch (resolved)
        {
            case PythonDict { Entries.IsEmpty: false } dict:
                WriteAnchor(name);
                _text.Append('\n');
                var start = _text.Length;
                if (!WriteMapping(dict, indentation + "  ", isPositioned: false, depth + 1))
                    return false;
                NoteSource(start, name);
                return true;
            case PythonSequence { Items.IsEmpty: false } sequence:
                WriteAnchor(name);
                _text.Append('\n');
                start = _text.Length;
                if (!WriteSequence(sequence, indentation + "  ", isPositioned: false, depth + 1))
                    return false;
                NoteSource(start, name);
                return true;
            default:
                _text.Append(' ');
                WriteScalar(resolved, name?.Span ?? value.Span);
                _text.Append('\n');
                return true;
        }
    }

    private bool WriteSequence(PythonSequence sequence, string indentation, bool isPositioned, int depth)
    {
        if (depth > MaxDepth || _text.Length > MaxLength)
            return false;
        var isFirst = true;
        foreach (var item in sequence.Items)
        {
            if (!isFirst || !isPositioned)
                _text.Append(indentation);
            isFirst = false;
            _text.Append("- ");
            var (resolved, name) = item.IsUnpacked ? (null, null) : Resolve(item.Value);
            switch (resolved)
            {
                case PythonDict { Entries.IsEmpty: false } dict when name is null:
                    if (!WriteMapping(dict, indentation + "  ", isPositioned: true, depth + 1))
                        return false;
                    break;
                case PythonSequence { Items.IsEmpty: false } inner when name is null:
                    if (!WriteSequence(inner, indentation + "  ", isPositioned: true, depth + 1))
                        return false;
                    break;
                case PythonDict { Entries.IsEmpty: false } or PythonSequence { Items.IsEmpty: false }:
                    WriteStandIn(item.Value.Span);
                    _text.Append('\n');
                    break;
                case null:
                    WriteStandIn(item.Span);
                    _text.Append('\n');
                    break;
                default:
                    WriteScalar(resolved, item.Value.Span);
                    _text.Append('\n');
                    break;
            }
        }

        return true;
    }

    private void WriteScalar(PythonValue value, TextSpan place)
    {
        switch (value)
        {
            case PythonDict:
                WritePart("{}", place);
                break;
            case PythonSequence:
                WritePart("[]", place);
                break;
            case PythonConstant { Kind: PythonConstantKind.True or PythonConstantKind.False or PythonConstantKind.None } constant:
                WritePart(constant.Kind switch { PythonConstantKind.True => "true", PythonConstantKind.False => "false", _ => "null" }, place);
                break;
            case PythonConstant { Kind: PythonConstantKind.Number } number when PythonYaml.IsNumber(number.Text):
                WritePart(number.Text, place);
                break;
            case PythonString { Operation: null, IsBytes: false, Holes.IsEmpty: true } text:
                WritePart(PythonYaml.String(text.Text.Text), place);
                break;
            case PythonString { Operation: null, IsBytes: false } text:
                WriteString(text, place);
                break;
            default:
                WriteStandIn(place);
                break;
        }
    }

    /// <summary>A string with fields: each of them has its own stand-in, so that equal strings have equal text.</summary>
    private void WriteString(PythonString text, TextSpan place)
    {
        var content = new StringBuilder();
        var position = 0;
        foreach (var (span, field) in text.Holes)
        {
            content.Append(text.Text.Text, position, span.Start - position);
            content.Append(PythonStandIn.Of(tree.Text.AsSpan(field.Value.Span.Start, field.Value.Span.Length)));
            position = span.End;
        }

        content.Append(text.Text.Text, position, text.Text.Text.Length - position);
        var written = PythonYaml.String(content.ToString());
        Sources[written] = tree.Text.Substring(text.Span.Start, text.Span.Length);
        StandIns.Add(new TextSpan(_text.Length, written.Length));
        WritePart(written, place);
    }

    private void WriteStandIn(TextSpan place)
    {
        var source = tree.Text.Substring(place.Start, place.Length);
        var standIn = PythonStandIn.Of(source);
        Sources[standIn] = source;
        StandIns.Add(new TextSpan(_text.Length, standIn.Length));
        WritePart(standIn, place);
    }

    private void WritePart(string written, TextSpan place)
    {
        var owner = new object();
        _parts.Add(new EmbeddedPart(
            _text.Length,
            new MappedText(owner, written, place, [new MappedSegment(new TextSpan(0, written.Length), place, IsVerbatim: false)], TextEscaping.Inert),
            0,
            written.Length));
        _text.Append(written);
    }

    private void WriteAnchor(PythonName? name)
    {
        if (name is not null && IsShared(name))
            _text.Append(" &").Append(name.Text);
    }

    private void NoteSource(int start, PythonName? name)
    {
        if (name is not null)
            Sources.TryAdd(_text.ToString(start, _text.Length - start).Trim(), name.Text);
    }

    /// <summary>What a name stands for, where that is certain, and the name.</summary>
    private (PythonValue Value, PythonName? Name) Resolve(PythonValue value)
    {
        PythonName? first = null;
        for (var steps = 0; value is PythonName name && steps < MaxDepth; steps++)
        {
            first ??= name;
            if (tree.Resolve(name) is not { Operator: "=", Value: var assigned })
                return (first, first);
            value = assigned;
        }

        return value is PythonName or PythonExpression or PythonCall && first is not null ? (first, first) : (value, first);
    }

    private bool IsShared(PythonName name) => tree.CountUses(name.Text) > 2;
}
