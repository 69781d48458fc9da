using System.Globalization;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// A database setting of OpenMetadata's database that is lower than the migrations need (kind <c>low-database-setting</c>). Parameters:
/// <c>parameter</c>, <c>minimum</c> in bytes.
/// </summary>
internal sealed class LowDatabaseSettingAnalyzer : ConfigAnalyzer
{
    private readonly DatabaseParameter _parameter;
    private readonly long _minimum;

    public LowDatabaseSettingAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        _parameter = DatabaseParameter.Find(parameters.Text("parameter"))
            ?? throw new RuleParameterException($"page {rule.Id}", $"`{parameters.Text("parameter")}` is no parameter of a database");
        _minimum = long.Parse(parameters.Text("minimum"), CultureInfo.InvariantCulture);
    }

    public override bool IsAbout(object model) => model is DatabaseSetting;

    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var setting in context.Document.Models.OfType<DatabaseSetting>())
        {
            // A connection's own setting is none of the migration's.
            if (setting.Parameter != _parameter || setting.Scope == SettingScope.Session || setting.Size is not { } size || size.Bytes >= _minimum
                || !setting.IsOfOpenMetadata(context))
            {
                continue;
            }

            context.Report(new Finding(
                Rule,
                context.Document.File,
                setting.Span,
                $"`{_parameter.Name}` is {MemorySize.Describe(size.Bytes)}, less than the {MemorySize.Describe(_minimum)} that migrations need",
                "the migration may fail for want of sort memory",
                fix: Raise(setting, size, context),
                nodePath: setting.Path));
        }
    }

    private ConfigFix Raise(DatabaseSetting setting, MemorySize size, DocumentAnalysisContext context)
    {
        var raised = size.Write(_minimum);
        var builder = new FixBuilder($"raises it to `{raised}`") { FollowUp = DatabaseFollowUp.SetBack(_parameter, setting.Scope) };
        builder.Edit(context.Document.File, context.Document.Tree).ReplaceText(setting.Text, setting.Value, raised);
        return builder.Build();
    }
}
