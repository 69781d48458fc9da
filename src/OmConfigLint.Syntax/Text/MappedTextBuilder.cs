using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Text;

/// <summary>Puts a <see cref="MappedText"/> together, from left to right. What is passed over between two calls is no part of the value.</summary>
/// <param name="owner">The node or token whose text it is.</param>
/// <param name="source">The source text.</param>
public sealed class MappedTextBuilder(object owner, string source)
{
    private readonly StringBuilder _value = new();
    private readonly ImmutableArray<MappedSegment>.Builder _segments = ImmutableArray.CreateBuilder<MappedSegment>();

    /// <summary>The length of the value so far.</summary>
    public int Length => _value.Length;

    /// <summary>Adds source text that means itself.</summary>
    public void Append(int start, int length)
    {
        if (length == 0)
            return;
        if (_segments.Count > 0 && _segments[^1] is { IsVerbatim: true } last && last.Source.End == start)
        {
            _segments[^1] = new MappedSegment(
                new TextSpan(last.Value.Start, last.Value.Length + length), new TextSpan(last.Source.Start, last.Source.Length + length), IsVerbatim: true);
        }
        else
        {
            _segments.Add(new MappedSegment(new TextSpan(_value.Length, length), new TextSpan(start, length), IsVerbatim: true));
        }

        _value.Append(source, start, length);
    }

    /// <summary>Adds source text that stands for something else: an escape, a folded line break. It is edited whole or not at all.</summary>
    public void Append(int start, int length, string value)
    {
        if (value.Length == 0)
            return;
        _segments.Add(new MappedSegment(new TextSpan(_value.Length, value.Length), new TextSpan(start, length), IsVerbatim: false));
        _value.Append(value);
    }

    /// <summary>The text.</summary>
    /// <param name="sourceSpan">The whole content in the source.</param>
    /// <param name="escaping">How new text is written into it.</param>
    public MappedText Build(TextSpan sourceSpan, TextEscaping escaping) =>
        new(owner, _value.ToString(), sourceSpan, _segments.ToImmutable(), escaping);
}
