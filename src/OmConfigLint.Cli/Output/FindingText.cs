using System.Globalization;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Cli.Output;

/// <summary>What there is to say of a finding in reports that have neither code frames nor fixes.</summary>
internal static class FindingText
{
    /// <summary>The fact, and what there is to say of the marked text: <c>`a` was removed in 1.6.0: moves to `b`</c>.</summary>
    public static string FactOf(Finding finding) =>
        DisplayText.OneLine(finding.Label is { Length: > 0 } label ? $"{finding.Message}: {label}" : finding.Message);

    /// <summary>The remedy, as in <c>fix (safe): creates b.yaml</c>; null where there is none.</summary>
    public static string? RemedyOf(Finding finding) =>
        finding.Fix is { } fix ? DisplayText.OneLine($"{FixText.KindOf(fix)}: {FixText.Of(fix)}") : null;

    /// <summary>Fact and remedy.</summary>
    public static string OneLine(Finding finding) => RemedyOf(finding) is { } remedy ? $"{FactOf(finding)}; {remedy}" : FactOf(finding);

    /// <summary><c>a.yaml:9:7</c>; line and column are 1-based.</summary>
    public static string PlaceOf(Finding finding)
    {
        var start = finding.Lines.Start;
        return string.Create(CultureInfo.InvariantCulture, $"{DisplayText.OneLine(finding.File.Path)}:{start.Line + 1}:{start.Character + 1}");
    }
}
