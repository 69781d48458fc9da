using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Tests;

/// <summary>A rule that does not like a word: it flags every scalar that is just that.</summary>
internal sealed class WordAnalyzer : ConfigAnalyzer
{
    private readonly string _word;
    private readonly Func<DocumentAnalysisContext, YamlScalar, ConfigFix?> _fix;

    public WordAnalyzer(
        string id,
        string word,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning,
        Func<DocumentAnalysisContext, YamlScalar, ConfigFix?>? fix = null,
        string? since = null)
        : base(new Rule(
            id, "no-" + word, $"`{word}` is not liked", "words", severity, FixAvailability.Safe, since is null ? null : ReleaseVersion.Parse(since)))
    {
        _word = word;
        _fix = fix ?? ((_, _) => null);
    }

    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var scalar in Scalars(context.Document.Yaml!.Root).Where(scalar => scalar.Value == _word))
        {
            context.Report(new Finding(
                Rule, context.Document.File, scalar.Span, $"`{_word}`", fix: _fix(context, scalar), nodePath: YamlPath.Of(scalar)));
        }
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };
}
