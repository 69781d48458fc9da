using Microsoft.CodeAnalysis;

namespace OmConfigLint.Cli.Output;

/// <summary>omlint's words for severities, which are SARIF's levels.</summary>
internal static class SeverityNames
{
    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
