using Microsoft.CodeAnalysis;

namespace OmConfigLint.Analysis.Configuration;

/// <summary>The values that omlint's keys can have.</summary>
internal static class SettingValues
{
    /// <summary>What EditorConfig lets one write to take a setting of an outer file back.</summary>
    public const string Unset = "unset";

    /// <summary>What a switch is set to.</summary>
    public const string True = "true";

    /// <summary>What a switch is set to, to take that of an outer section back.</summary>
    public const string False = "false";

    /// <summary>The words for a severity in documentation and suggestions.</summary>
    public static readonly string[] Severities = ["none", "note", "warning", "error", "default"];

    /// <summary>Reads a severity in omlint's words or Roslyn's.</summary>
    public static bool TryParseSeverity(string text, out ReportDiagnostic severity)
    {
        ReportDiagnostic? known = text.ToUpperInvariant() switch
        {
            "NONE" or "SILENT" or "HIDDEN" or "REFACTORING" => ReportDiagnostic.Suppress,
            "NOTE" or "SUGGESTION" => ReportDiagnostic.Info,
            "WARNING" => ReportDiagnostic.Warn,
            "ERROR" => ReportDiagnostic.Error,
            "DEFAULT" => ReportDiagnostic.Default,
            _ => null,
        };
        severity = known ?? ReportDiagnostic.Default;
        return known is not null;
    }
}
