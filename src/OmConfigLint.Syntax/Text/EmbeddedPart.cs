using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Text;

/// <summary>A stretch of a document inside a file that comes from one value of the file.</summary>
/// <param name="Start">Where it starts in the document, in UTF-16 offsets.</param>
/// <param name="Text">The value.</param>
/// <param name="TextStart">Where it starts in the value.</param>
/// <param name="Length">How long it is, in both.</param>
public readonly record struct EmbeddedPart(int Start, MappedText Text, int TextStart, int Length)
{
    /// <summary>The parts of what is kept of a document.</summary>
    /// <param name="parts">The document's parts.</param>
    /// <param name="kept">Stretches of the document in order, and where each starts in what is made of them.</param>
    internal static ImmutableArray<EmbeddedPart> Keep(ImmutableArray<EmbeddedPart> parts, IEnumerable<(TextSpan Span, int NewStart)> kept)
    {
        var result = ImmutableArray.CreateBuilder<EmbeddedPart>();
        var index = 0;
        foreach (var (span, newStart) in kept)
        {
            for (; index < parts.Length; index++)
            {
                var own = new TextSpan(parts[index].Start, parts[index].Length);
                if (own.Start >= span.End)
                    break;
                if (own.Overlap(span) is { } shared)
                {
                    result.Add(new EmbeddedPart(
                        shared.Start - span.Start + newStart, parts[index].Text, parts[index].TextStart + shared.Start - own.Start, shared.Length));
                }

                if (own.End > span.End)
                    break;
            }
        }

        // A document without text has its place all the same.
        if (result.Count == 0)
            result.Add(parts[0] with { Start = 0, Length = 0 });
        return result.DrainToImmutable();
    }
}
