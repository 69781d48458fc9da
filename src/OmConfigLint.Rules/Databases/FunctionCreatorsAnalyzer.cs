using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.Images;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Compose;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// The MySQL in which the ingestion image keeps Airflow's database, without <c>log_bin_trust_function_creators</c> (kind <c>function-creators</c>).
/// Nothing is said where something else could set it.
/// </summary>
internal sealed class FunctionCreatorsAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    private const string Option = "--log-bin-trust-function-creators=1";

    private static readonly string[] AirflowImages = ["ingestion", "ingestion-slim"];

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is ComposeFile;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        if (context.Document.Find<ComposeFile>() is not { } compose)
            return;
        foreach (var database in compose.Databases)
        {
            if (database.Engine != DatabaseEngine.MySql || database.IsConfiguredElsewhere || database.Mentions("log_bin_trust") || database.Mentions("log-bin-trust")
                || compose.Services.FirstOrDefault(service => KeepsAirflowIn(database.Service, service) && IsBefore(service, context)) is not { } airflow)
            {
                continue;
            }

            context.Report(new Finding(
                Rule,
                context.Document.File,
                database.Service.Entry.Key.Span,
                $"`{database.Service.Name}` holds Airflow's database and does not let it create functions",
                "Airflow 3 of the ingestion image needs `log_bin_trust_function_creators`",
                [RelatedLocation.In(context.Document.File, airflow.Entry.Key.Span, $"`{airflow.Name}` keeps Airflow's database there")],
                Add(database, context),
                YamlPath.Of(database.Service.Entry)));
        }
    }

    private static bool KeepsAirflowIn(ComposeService database, ComposeService service) =>
        AirflowImages.Any(service.HasOpenMetadataImage)
        && service.Environment("DB_HOST") is { } host && database.IsReachedBy(host)
        && service.Environment("DB_SCHEME")?.Contains("mysql", StringComparison.Ordinal) != false;

    // An image of that release already runs with what the database allows.
    private bool IsBefore(ComposeService service, DocumentAnalysisContext context) =>
        context.Document.Models.OfType<ImageReference>().FirstOrDefault(image => image.Text.Owner == service.Image) is { } reference
        && ResolvedTag.Of(reference, context).Text is { } tag && ReleaseTag.TryParse(tag, out var release) && release.Version < Rule.Since;

    private static ConfigFix Add(ComposeDatabase database, DocumentAnalysisContext context)
    {
        var builder = new FixBuilder($"adds `{Option}` to its command") { FollowUp = "start the database again before the upgrade" };
        builder.MakeUnsafe("any user who may create functions can then do so without further rights");
        return CommandOption.TryAdd(database.Service, Option, builder.Edit(context.Document.File, context.Document.YamlTree), context.Document)
            ? builder.Build()
            : ConfigFix.Manual($"add `{Option}` to its command", "the command is put together by a shell or shared through an anchor");
    }
}
