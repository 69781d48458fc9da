using System.Globalization;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;
using RuleSet = OmConfigLint.Analysis.Diagnostics.RuleSet;

namespace OmConfigLint.Analysis.Tests;

/// <summary>The engine with rules of a test's own. It knows every document that is a mapping; a fact is what stands behind <c>kind</c>.</summary>
internal static class Engine
{
    /// <summary>The rules, beside the engine's own.</summary>
    public static RuleSet Rules(params ConfigAnalyzer[] analyzers) => new()
    {
        Analyzers = [.. analyzers],
        Bind = document => document.Yaml?.Root is YamlMapping mapping ? [mapping] : [],
        GetFacts = document => document.Find<YamlMapping>()!.Find("kind")?.Value is YamlScalar kind ? [new KindFact(kind.Value, document.File.Path)] : [],
        ContentMarkers = ["word", "kind"],
        FactMarkers = ["kind"],
        Rules = [.. EngineRules.All, .. analyzers.Select(analyzer => analyzer.Rule)],
    };

    /// <summary>Settings for 1.6.3 on 2026-11-24 with default severities, but for those given.</summary>
    public static FileAnalysisSettings Settings(params (string Id, DiagnosticSeverity Severity)[] severities) => new(
        new ReleaseRange(null, ReleaseVersion.Parse("1.6.3")),
        rule => severities.Where(pair => pair.Id == rule.Id).Select(pair => pair.Severity).DefaultIfEmpty(rule.Descriptor.DefaultSeverity).First(),
        _ => null,
        new DateOnly(2026, 11, 24));

    /// <summary>Analyses one file.</summary>
    public static FileAnalysis Analyze(string text, RuleSet rules, FileAnalysisSettings? settings = null, string path = "a.yaml") =>
        new FileAnalyzer(rules).Analyze(new SourceFile(path, "/" + path, text), settings ?? Settings(), new MemoryFiles());

    /// <summary>A line each: <c>3:7 warning OM9001 message</c>, line and column 1-based.</summary>
    public static string Show(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(Show));

    private static string Show(Finding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Lines.Start.Line + 1}:{finding.Lines.Start.Character + 1} {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id} {finding.Message}");

    private sealed record KindFact(string Key, string Path) : WorkspaceFact(Key, Path);
}
