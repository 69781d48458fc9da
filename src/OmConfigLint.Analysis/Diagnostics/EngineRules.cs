using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>The rules about omlint itself and about files as such. Their pages stand beside those of the other rules; a test holds both together.</summary>
public static class EngineRules
{
    /// <summary>A rule threw.</summary>
    public static readonly Rule RuleFault = Create("OM0001", "rule-fault", "A rule failed inside omlint", DiagnosticSeverity.Error);

    /// <summary>A fix was dropped by the proof.</summary>
    public static readonly Rule UnprovedFix = Create("OM0002", "unproved-fix", "A fix was dropped because it could not be proved", DiagnosticSeverity.Error);

    /// <summary>A file is neither YAML nor JSON.</summary>
    public static readonly Rule UnparseableFile = Create("OM0003", "unparseable-file", "The file cannot be parsed", DiagnosticSeverity.Error);

    /// <summary>A template, which is not YAML before it is rendered.</summary>
    public static readonly Rule TemplateNotAnalysed = Create("OM0004", "template-not-analysed", "A template was not analysed", DiagnosticSeverity.Info);

    /// <summary>A stated limit was reached.</summary>
    public static readonly Rule LimitReached = Create("OM0005", "limit-reached", "A limit was reached", DiagnosticSeverity.Warning);

    /// <summary>A suppression that names no rule, is malformed or has expired.</summary>
    public static readonly Rule InvalidSuppression = Create("OM0006", "invalid-suppression", "A suppression is not valid", DiagnosticSeverity.Warning);

    /// <summary>A suppression that suppresses nothing.</summary>
    public static readonly Rule UnusedSuppression = Create("OM0007", "unused-suppression", "A suppression is not used", DiagnosticSeverity.Warning);

    /// <summary>An <c>omlint_</c> setting that does not exist or has no such value.</summary>
    public static readonly Rule InvalidSetting = Create("OM0008", "invalid-setting", "A setting is not valid", DiagnosticSeverity.Warning);

    /// <summary>A key that is written twice.</summary>
    public static readonly Rule DuplicateKey = Create("OM0009", "duplicate-key", "A key is written twice in one mapping", DiagnosticSeverity.Warning);

    /// <summary>A character that PyYAML takes for a line break and editors do not.</summary>
    public static readonly Rule UnusualLineBreak = Create("OM0010", "unusual-line-break", "An unusual line break character", DiagnosticSeverity.Warning);

    /// <summary>Fixes that undo one another.</summary>
    public static readonly Rule FixLoop = Create("OM0011", "fix-loop", "Fixes did not come to rest", DiagnosticSeverity.Error);

    /// <summary>A baseline that holds what is no longer found.</summary>
    public static readonly Rule StaleBaselineEntry = Create("OM0012", "stale-baseline-entry", "An entry of the baseline is stale", DiagnosticSeverity.Warning);

    /// <summary>A file of another format than YAML and JSON that could not be read.</summary>
    public static readonly Rule NotAnalysed = Create("OM0013", "not-analysed", "A file was not analysed", DiagnosticSeverity.Info);

    /// <summary>A file of which a part could not be read, or is not known before it is rendered.</summary>
    public static readonly Rule PartlyAnalysed = Create("OM0014", "partly-analysed", "A file was analysed in part", DiagnosticSeverity.Info);

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        RuleFault, UnprovedFix, UnparseableFile, TemplateNotAnalysed, LimitReached, InvalidSuppression, UnusedSuppression, InvalidSetting,
        DuplicateKey, UnusualLineBreak, FixLoop, StaleBaselineEntry, NotAnalysed, PartlyAnalysed,
    ];

    /// <summary>True for rules that say that a file, or a part of it, was not analysed.</summary>
    public static bool SaysNotAnalysed(Rule rule) =>
        rule.Id == UnparseableFile.Id || rule.Id == TemplateNotAnalysed.Id || rule.Id == LimitReached.Id || rule.Id == NotAnalysed.Id
        || rule.Id == PartlyAnalysed.Id;

    private static Rule Create(string id, string name, string title, DiagnosticSeverity severity) =>
        new(id, name, title, "omlint", severity, FixAvailability.None);
}
