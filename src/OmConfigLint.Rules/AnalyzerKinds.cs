using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.Agreement;
using OmConfigLint.Rules.Charts;
using OmConfigLint.Rules.Commands;
using OmConfigLint.Rules.Databases;
using OmConfigLint.Rules.Images;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Packages;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Rules.Python;
using OmConfigLint.Rules.Workflows;

namespace OmConfigLint.Rules;

/// <summary>The kinds of check that a rule page can name, each with the class that does it.</summary>
internal static class AnalyzerKinds
{
    /// <summary>Creates the analyzer of <paramref name="page"/>; null for <c>engine</c>, whose rules the engine itself reports.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rule">The rule that it declares.</param>
    /// <param name="splits">Finds the data by which a workflow is divided.</param>
    /// <param name="catalogs">The releases that count.</param>
    /// <exception cref="RuleParameterException">No such kind, or a parameter that it lacks.</exception>
    public static ConfigAnalyzer? Create(RulePage page, Rule rule, Func<string, PipelineSplit> splits, ReleaseCatalogs catalogs)
    {
        var parameters = page.With;
        return page.Analyzer switch
        {
            "engine" => null,
            "azure-extension" => new AzureExtensionAnalyzer(rule, parameters),
            "behaviour-changed" => new BehaviourChangedAnalyzer(rule, parameters),
            "copied-sample-tag" => new CopiedSampleTagAnalyzer(rule, catalogs),
            "default-changed" => new DefaultChangedAnalyzer(rule, parameters),
            "docker-hub-image" => new DockerHubImageAnalyzer(rule),
            "early-command" => new EarlyCommandAnalyzer(rule, parameters),
            "early-image" => new EarlyImageAnalyzer(rule, parameters, catalogs),
            "floating-ingestion-tag" => new FloatingIngestionTagAnalyzer(rule, catalogs),
            "four-number-tag" => new FourNumberTagAnalyzer(rule, parameters, catalogs),
            "function-creators" => new FunctionCreatorsAnalyzer(rule),
            "implicit-split" => new ImplicitSplitAnalyzer(rule, parameters, splits),
            "latest-image-tag" => new LatestImageTagAnalyzer(rule, catalogs),
            "lineage-dict" => new LineageDictAnalyzer(rule),
            "lost-database-setting" => new LostDatabaseSettingAnalyzer(rule),
            "low-database-setting" => new LowDatabaseSettingAnalyzer(rule, parameters),
            "migration-without-backup" => new MigrationWithoutBackupAnalyzer(rule, parameters),
            "migration-without-reindex" => new MigrationWithoutReindexAnalyzer(rule, parameters),
            "missing-companion-run" => new MissingCompanionRunAnalyzer(rule, parameters),
            "missing-extra" => new MissingExtraAnalyzer(rule, parameters),
            "moved-import" => new MovedImportAnalyzer(rule, parameters),
            "moved-property" => new MovedPropertyAnalyzer(rule, parameters, splits),
            "new-pipeline-type" => new NewPipelineTypeAnalyzer(rule, parameters),
            "old-database" => new OldDatabaseAnalyzer(rule, parameters),
            "outdated-chart" => new OutdatedChartAnalyzer(rule),
            "outdated-image-tag" => new OutdatedImageTagAnalyzer(rule, catalogs),
            "outdated-workflow" => new OutdatedWorkflowAnalyzer(rule),
            "package-conflict" => new PackageConflictAnalyzer(rule, parameters),
            "package-extra" => new PackageExtraAnalyzer(rule, parameters),
            "package-standing" => new PackageStandingAnalyzer(rule, parameters),
            "part-mismatch" => new PartMismatchAnalyzer(rule, catalogs),
            "pipeline-variable" => new PipelineVariableAnalyzer(rule, parameters),
            "pre-release-image-tag" => new PreReleaseImageTagAnalyzer(rule, catalogs),
            "print-status" => new PrintStatusAnalyzer(rule),
            "python-path" => new PythonPathAnalyzer(rule, parameters),
            "python-version" => new PythonVersionAnalyzer(rule, parameters),
            "release-mismatch" => new ReleaseMismatchAnalyzer(rule, parameters, catalogs),
            "removed-command" => new RemovedCommandAnalyzer(rule, parameters),
            "renamed-program" => new RenamedProgramAnalyzer(rule, parameters),
            "retired-image" => new RetiredImageAnalyzer(rule, catalogs),
            "retired-package" => new RetiredPackageAnalyzer(rule, parameters),
            "server-as-root" => new ServerAsRootAnalyzer(rule),
            "unknown-release" => new UnknownReleaseAnalyzer(rule, catalogs),
            "unset-database-setting" => new UnsetDatabaseSettingAnalyzer(rule, parameters),
            "workflow-class" => new WorkflowClassAnalyzer(rule, parameters),
            "workflow-command" => new WorkflowCommandAnalyzer(rule, parameters),
            _ => throw new RuleParameterException(page.Id, $"`{page.Analyzer}` is no kind of analyzer"),
        };
    }
}
