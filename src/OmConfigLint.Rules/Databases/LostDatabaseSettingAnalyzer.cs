using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Rules.Databases;

/// <summary>A setting of OpenMetadata's database that a restart of the server takes away (kind <c>lost-database-setting</c>).</summary>
internal sealed class LostDatabaseSettingAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    /// <summary>A setting is judged as it stands, whatever release is in use.</summary>
    public override bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Target >= since;

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is DatabaseSetting;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var setting in context.Document.Models.OfType<DatabaseSetting>())
        {
            if (setting.Scope != SettingScope.UntilRestart || !setting.IsOfOpenMetadata(context))
                continue;
            context.Report(new Finding(
                Rule,
                context.Document.File,
                setting.Span,
                $"`SET GLOBAL {setting.Parameter.Name}` holds until the server is started again",
                "a migration after a restart runs without it",
                fix: ConfigFix.Manual("let the migration follow at once, or use `SET PERSIST` or an option file"),
                nodePath: setting.Path));
        }
    }
}
