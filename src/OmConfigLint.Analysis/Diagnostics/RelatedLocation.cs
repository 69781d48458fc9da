using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Another place that a finding speaks of, possibly in another file.</summary>
/// <param name="Path">The file, relative to the run's root, with forward slashes.</param>
/// <param name="Span">Where, in UTF-16 offsets.</param>
/// <param name="Lines">The same as 0-based line positions.</param>
/// <param name="Message">What is to be seen there.</param>
public sealed record RelatedLocation(string Path, TextSpan Span, LinePositionSpan Lines, string Message)
{
    /// <summary>A place in <paramref name="file"/>; that of a document inside a file is told in the file's own lines.</summary>
    public static RelatedLocation In(SourceFile file, TextSpan span, string message)
    {
        var (outermost, place) = (file.Outermost, file.ToOutermost(span));
        return new RelatedLocation(outermost.Path, place, outermost.Lines.PositionsOf(place), message);
    }
}
