using System.Globalization;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata.Compose;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// OpenMetadata's database left at the engine's own setting (kind <c>unset-database-setting</c>), where nothing else could set it. Parameters:
/// <c>minimum</c> in bytes, and what each engine has by itself: <c>mysql</c>, <c>postgresql</c>.
/// </summary>
internal sealed class UnsetDatabaseSettingAnalyzer(Rule rule, RuleParameters parameters) : ConfigAnalyzer(rule)
{
    private readonly long _minimum = long.Parse(parameters.Text("minimum"), CultureInfo.InvariantCulture);
    private readonly string _mySqlDefault = parameters.Text("mysql");
    private readonly string _postgreSqlDefault = parameters.Text("postgresql");

    public override bool IsAbout(object model) => model is ComposeFile or ChartDatabase;

    public override void Analyze(DocumentAnalysisContext context)
    {
        if (context.Document.Find<ComposeFile>() is { } compose)
        {
            foreach (var database in compose.Databases)
            {
                var parameter = DatabaseParameter.Of(database.Engine);
                if (!database.Mentions(parameter.Name) && !database.Mentions(parameter.DashedName) && !database.IsConfiguredElsewhere)
                    Report(database.Service.Entry, database.Service.Name, parameter, AddOption(database, parameter, context), context);
            }
        }

        foreach (var values in context.Document.Models.OfType<ChartDatabase>())
        {
            var parameter = DatabaseParameter.Of(values.Engine);
            if (!values.Mentions(parameter.Name) && !values.Mentions(parameter.DashedName) && !values.IsConfiguredElsewhere)
                Report(values.Entry, values.Entry.KeyText!, parameter, AddValue(values, parameter, context), context);
        }
    }

    private void Report(YamlEntry entry, string name, DatabaseParameter parameter, ConfigFix fix, DocumentAnalysisContext context) =>
        context.Report(new Finding(
            Rule,
            context.Document.File,
            entry.Key.Span,
            $"`{name}` is left at the {(parameter.Engine == DatabaseEngine.MySql ? _mySqlDefault : _postgreSqlDefault)} of `{parameter.Name}` that it has by itself, less than the {MemorySize.Describe(_minimum)} that migrations need",
            "the migration may fail for want of sort memory",
            fix: fix,
            nodePath: YamlPath.Of(entry)));

    private ConfigFix AddOption(ComposeDatabase database, DatabaseParameter parameter, DocumentAnalysisContext context)
    {
        var option = $"--{parameter.Name}={Amount(parameter)}";
        var builder = Start($"adds `{option}` to its command", parameter);
        return CommandOption.TryAdd(database.Service, option, builder.Edit(context.Document.File, context.Document.YamlTree), context.Document)
            ? builder.Build()
            : ConfigFix.Manual($"add `{option}` to its command", "the command is put together by a shell or shared through an anchor");
    }

    private ConfigFix AddValue(ChartDatabase values, DatabaseParameter parameter, DocumentAnalysisContext context)
    {
        var (key, text) = parameter.Engine == DatabaseEngine.MySql
            ? ("extraFlags", $"--{parameter.Name}={Amount(parameter)}")
            : ("extendedConfiguration", $"{parameter.Name} = {Amount(parameter)}");
        if (values.Primary is not { Anchor: null } primary || primary.Find(key) is not null)
            return ConfigFix.Manual($"add `{text}` to `primary.{key}`");
        var builder = Start($"adds `{text}` as `primary.{key}`", parameter);
        builder.Edit(context.Document.File, context.Document.YamlTree).Append(primary, key, YamlNewValue.String(text));
        return builder.Build();
    }

    private string Amount(DatabaseParameter parameter) =>
        MemorySize.TryRead(parameter.Engine == DatabaseEngine.MySql ? "1M" : "1MB", parameter.Engine)!.Value.Write(_minimum);

    private static FixBuilder Start(string title, DatabaseParameter parameter)
    {
        var builder = new FixBuilder(title) { FollowUp = DatabaseFollowUp.SetBack(parameter, SettingScope.Server) };
        builder.MakeUnsafe("each connection may then take more memory");
        return builder;
    }
}
