using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Generator;

/// <summary>A mistake in a page or in the list of releases.</summary>
internal sealed record SourceError(string Path, PageError Error)
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "OMPAGE", "A page or the list of releases is not right", "{0}", "Rules", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <summary>The same as a compile error at its place.</summary>
    public Diagnostic ToDiagnostic()
    {
        var position = new LinePosition(Error.Line - 1, Error.Column - 1);
        return Diagnostic.Create(Descriptor, Location.Create(Path, default, new LinePositionSpan(position, position)), Error.Message);
    }
}
