using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.Agreement;
using OmConfigLint.Rules.Databases;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Rules.Workflows;

namespace OmConfigLint.Rules;

/// <summary>What the engine is told of OpenMetadata.</summary>
public static class OpenMetadataRules
{
    /// <summary>Builds the rules of the pages that are compiled in and of <paramref name="userPages"/>.</summary>
    /// <param name="userPages">The users' own pages.</param>
    /// <param name="catalogs">The releases that count; what is compiled in where none are given.</param>
    /// <exception cref="RuleParameterException">A user's page names a kind that does not exist, or lacks a parameter.</exception>
    public static RuleSet Create(IEnumerable<RulePage>? userPages = null, ReleaseCatalogs? catalogs = null)
    {
        catalogs ??= new ReleaseCatalogs();
        var splits = new Dictionary<string, PipelineSplit>(StringComparer.Ordinal);
        var pages = RulePages.All.AddRange(userPages ?? []);
        var rules = new List<Rule>(pages.Length);
        var analyzers = ImmutableArray.CreateBuilder<ConfigAnalyzer>(pages.Length);
        var looksFor = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var rule = page.ToRule();
            rules.Add(rule);
            if (AnalyzerKinds.Create(page, rule, Split, catalogs) is not { } analyzer)
                continue;
            analyzers.Add(analyzer);
            if (analyzer is MovedPropertyAnalyzer moved)
                looksFor.Add(moved.NewPipeline);
        }

        rules.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return new RuleSet
        {
            Analyzers = analyzers.DrainToImmutable(),
            Rules = [.. rules],
            Bind = WorkspaceModels.Bind,
            FindEmbedded = EmbeddedDocuments.Find,
            GetFacts = document => GetFacts(document, looksFor),
            ContentMarkers = ["sourceConfig", "metadata_server", "openmetadata/", "openmetadata-", "openmetadata_", "open-metadata", .. PythonModule.Markers, "bootstrap_storage", .. CommandMarkers.OfMetadata, "sort_buffer_size", "sort-buffer-size", "work_mem", .. TerraformDatabases.Markers],
            FactMarkers = [.. looksFor.Order(StringComparer.Ordinal), "openmetadata/", "openmetadata-", "helm.open-metadata", .. WorkflowRunFact.Markers, .. TerraformDatabases.Markers],
            OptionKeys = [.. splits.Values.Select(split => split.FileNameOption).Distinct(StringComparer.Ordinal)],
        };

        PipelineSplit Split(string name)
        {
            if (!splits.TryGetValue(name, out var split))
                splits[name] = split = new PipelineSplit(RuleData.Find("rules", name));
            return split;
        }
    }

    private static IEnumerable<WorkspaceFact> GetFacts(ConfigDocument document, HashSet<string> pipelineTypes)
    {
        if (document.Find<IngestionWorkflow>() is { PipelineType: { } type } workflow
            && pipelineTypes.Contains(type)
            && WorkflowFact.Of(workflow) is { } fact)
        {
            yield return fact;
        }

        foreach (var version in VersionFact.Of(document))
            yield return version;
        foreach (var folder in DeploymentFolderFact.Of(document))
            yield return folder;
        foreach (var file in DatabaseFileFact.Of(document))
            yield return file;
        foreach (var package in PackageFact.Of(document))
            yield return package;
        foreach (var run in WorkflowRunFact.Of(document))
            yield return run;
        if (document.Find<IngestionWorkflow>() is { } classifying && TaggingFact.Of(classifying) is { } tagging)
            yield return tagging;
    }
}
