using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Yaml;
using SyntaxTree = OmConfigLint.Syntax.SyntaxTree;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Takes one file through parse, bind, analyse, suppress and grade.</summary>
public sealed class FileAnalyzer
{
    private readonly RuleSet _rules;
    private readonly Baseline? _baseline;
    private readonly Func<Finding, bool>? _isAskedFor;
    private readonly Dictionary<string, Rule> _rulesByIdOrName;
    private readonly ConcurrentDictionary<FileAnalysisSettings, ActiveRules> _active = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _parserGate = new();

    /// <summary>A script in a ConfigMap in an application's values: beyond that nobody reads it either.</summary>
    private const int MaxEmbeddingDepth = 4;

    /// <summary>Creates an analyzer that runs <paramref name="rules"/>.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="baseline">What is known already; null for nothing.</param>
    /// <param name="isAskedFor">Says which findings are to be reported and mended; null for all.</param>
    public FileAnalyzer(RuleSet rules, Baseline? baseline = null, Func<Finding, bool>? isAskedFor = null)
    {
        _rules = rules;
        _baseline = baseline;
        _isAskedFor = isAskedFor;
        _rulesByIdOrName = new Dictionary<string, Rule>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules.Rules)
        {
            _rulesByIdOrName[rule.Id] = rule;
            _rulesByIdOrName[rule.Name] = rule;
        }
    }

    /// <summary>Analyses <paramref name="file"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">What is in force for its path.</param>
    /// <param name="files">The files around it.</param>
    /// <param name="tree">Its tree where it has been parsed already.</param>
    /// <param name="settled">Ids of rules that a fix of this run has answered for this file.</param>
    public FileAnalysis Analyze(
        SourceFile file, FileAnalysisSettings settings, WorkspaceFiles files, SyntaxTree? tree = null, IReadOnlySet<string>? settled = null)
    {
        if (tree is null)
        {
            if (LintReport.Is(file.Text))
                return new FileAnalysis(file, tree, IsRelevant: false, [], Suppressed: []);
            if (!TryParse(file, FileFormats.Of(file.Path) ?? FileFormat.Yaml, TemplateMarks.None, out tree, out var error))
                return Unparsed(file, settings, error);
        }

        var bound = Bind(file, tree);
        var found = bound.Faults;
        var documents = bound.Documents.ToImmutableArray();
        if (documents.IsEmpty && found.Count == 0 && bound.Unread.Count == 0)
            return new FileAnalysis(file, tree, IsRelevant: false, [], Suppressed: []);

        var active = ActiveRulesFor(settings);
        if (active.FindsDuplicateKeys)
            found.AddRange(documents.SelectMany(DuplicateKeys.Find));
        if (tree is YamlTree && active.FindsUnusualLineBreaks)
            found.AddRange(UnusualLineBreaks.Find(file));
        var notEvaluated = new HashSet<string>(settled ?? ImmutableHashSet<string>.Empty, StringComparer.Ordinal);
        foreach (var document in documents)
            RunAnalyzers(active.Analyzers, document, documents, settings, files, settled, bound, notEvaluated);
        if (active.FindsPartlyAnalysed && bound.Unread.Count > 0)
            found.AddRange(PartlyAnalysed.Find(bound.Unread));

        // What two documents share is told of once.
        if (documents.Length > 1)
            RemoveRepeated(found);

        var evaluated = active.EvaluatedIn(tree is YamlTree, hasDocuments: !documents.IsEmpty, notEvaluated);
        var suppressed = Suppress(bound.Texts, settings, found, evaluated).AddRange(HideKnown(found, settings));
        return Narrow(new FileAnalysis(file, tree, IsRelevant: true, Grade(found, settings), suppressed) { EvaluatedRules = evaluated });
    }

    /// <summary>What <paramref name="file"/> tells the rest of the tree; nothing where it cannot be parsed.</summary>
    public ImmutableArray<WorkspaceFact> GetFacts(SourceFile file) =>
        !LintReport.Is(file.Text) && TryParse(file, FileFormats.Of(file.Path) ?? FileFormat.Yaml, TemplateMarks.None, out var tree, out _)
            ? [.. Bind(file, tree).Documents.SelectMany(_rules.GetFacts)]
            : [];

    private bool TryParse(
        SourceFile file, FileFormat format, TemplateMarks marks, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        if (format != FileFormat.Yaml)
            return TemplateFormats.TryParse(file, format, marks, out tree, out error);

        // YamlDotNet's parser rents from a contended pool: two at a time are slower than one after the other.
        lock (_parserGate)
            return TemplateFormats.TryParse(file, format, marks, out tree, out error);
    }

    private BoundFile Bind(SourceFile file, SyntaxTree tree)
    {
        var bound = new BoundFile();
        Bind(file, tree, bound, depth: 0);
        return bound;
    }

    private void Bind(SourceFile file, SyntaxTree tree, BoundFile bound, int depth)
    {
        bound.Texts.Add((file, tree));
        if (tree is TemplateTree template)
        {
            Bind(new SourceFile(new Embedding(file, tree, template.Document)), template.Inner, bound, depth);
            return;
        }

        var count = tree is YamlTree yaml ? yaml.Documents.Length : 1;
        for (var i = 0; i < count; i++)
        {
            try
            {
                var document = new ConfigDocument(file, tree, i, _rules.Bind);
                if (!document.Models.IsEmpty)
                    bound.Documents.Add(document);
                if (depth == MaxEmbeddingDepth)
                    continue;
                foreach (var embedded in _rules.FindEmbedded(document))
                {
                    // That text inside a file is a document is mostly a guess: where it cannot be read as one, it is none.
                    var inner = new SourceFile(new Embedding(file, tree, embedded.Text));
                    if (TryParse(inner, embedded.Format, embedded.Marks, out var innerTree, out var error))
                        Bind(inner, innerTree, bound, depth + 1);
                    else if (embedded.IsCertain)
                        bound.Unread.Add((inner, new UnreadPart(error.Span, $"what stands here cannot be read as {FileFormats.NameOf(embedded.Format)}: {error.Message}")));
                }
            }
#pragma warning disable CA1031 // As with a rule: the other documents go on, and the fault is a finding.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                bound.Faults.Add(Fault(
                    file, StartOf(tree, i), $"omlint failed inside ({exception.GetType().Name}) and did not look at this document", nodePath: ""));
            }
        }
    }

    private ActiveRules ActiveRulesFor(FileAnalysisSettings settings) =>
        _active.TryGetValue(settings, out var active) ? active : _active.GetOrAdd(settings, new ActiveRules(_rules, settings));

    private static void RunAnalyzers(
        ImmutableArray<ConfigAnalyzer> analyzers,
        ConfigDocument document,
        ImmutableArray<ConfigDocument> siblings,
        FileAnalysisSettings settings,
        WorkspaceFiles files,
        IReadOnlySet<string>? settled,
        BoundFile bound,
        HashSet<string> notEvaluated)
    {
        var found = bound.Faults;
        var first = found.Count;
        var context = new DocumentAnalysisContext(document, siblings, settings.Releases, files, settings.Option, found.Add);
        foreach (var analyzer in analyzers)
        {
            if (!IsAbout(analyzer, document) || settled?.Contains(analyzer.Rule.Id) == true)
                continue;

            var before = found.Count;
            try
            {
                analyzer.Analyze(context);
            }
#pragma warning disable CA1031 // Whatever a rule throws, the other rules go on; the fault is a finding of its own and ends the run with exit code 2.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                found.RemoveRange(before, found.Count - before);
                var rule = analyzer.Rule;
                notEvaluated.Add(rule.Id);
                found.Add(Fault(
                    document.File,
                    StartOf(document.Tree, document.Index),
                    $"rule {rule.Id} `{rule.Name}` failed inside omlint ({exception.GetType().Name}) and was not evaluated for this document",
                    nodePath: rule.Id));
            }
        }

        foreach (var part in context.Unevaluated)
            bound.Unread.Add((document.File, part));
        foreach (var model in document.Models)
        {
            if (model is UnreadPart part)
                bound.Unread.Add((document.File, part));
        }

        if (document.File.Template is { } template)
            Restore(found, first, template.Tree.Restore);
    }

    /// <summary>Writes the template's own text for what stands for it in the findings from <paramref name="first"/> on.</summary>
    private static void Restore(List<Finding> found, int first, Func<string, string> restore)
    {
        var fixes = new Dictionary<ConfigFix, ConfigFix>();
        for (var i = first; i < found.Count; i++)
        {
            var fix = found[i].Fix;
            if (fix is not null && !fixes.ContainsKey(fix))
                fixes.Add(fix, fix.WithTexts(restore));
            found[i] = found[i].WithTexts(restore, fix is null ? null : fixes[fix]);
        }
    }

    private static void RemoveRepeated(List<Finding> found)
    {
        var seen = new HashSet<(string Rule, TextSpan Span, string Message)>();
        found.RemoveAll(finding => !seen.Add((finding.Rule.Id, finding.Span, finding.Message)));
    }

    private static bool IsAbout(ConfigAnalyzer analyzer, ConfigDocument document)
    {
        foreach (var model in document.Models)
        {
            if (analyzer.IsAbout(model))
                return true;
        }

        return false;
    }

    private static int StartOf(SyntaxTree tree, int document) => tree is YamlTree yaml ? yaml.Documents[document].Root.Span.Start : 0;

    private static Finding Fault(SourceFile file, int start, string message, string nodePath) => new(
        EngineRules.RuleFault,
        file,
        new TextSpan(start, 0),
        message,
        label: "please report this with the file's structure",
        nodePath: nodePath);

    private FileAnalysis Unparsed(SourceFile file, FileAnalysisSettings settings, SyntaxError error)
    {
        Finding finding;
        var mark = error.Kind == SyntaxErrorKind.Invalid ? TemplateFormats.FindMark(file.Text) : -1;
        if (mark >= 0 || (error.Kind == SyntaxErrorKind.Invalid && !FileFormats.TemplateEndingOf(file.Path).IsEmpty))
        {
            finding = new Finding(
                EngineRules.TemplateNotAnalysed,
                file,
                error.Span.IsEmpty && mark >= 0 ? new TextSpan(mark, 2) : error.Span,
                "the file is a template that cannot be read before it is rendered, and was not analysed",
                label: error.Message);
        }
        else if (error.Kind == SyntaxErrorKind.LimitReached)
        {
            finding = new Finding(EngineRules.LimitReached, file, error.Span, $"the file was not analysed: {error.Message}");
        }
        else if (FileFormats.Of(file.Path) is { } format and not (FileFormat.Yaml or FileFormat.Json))
        {
            finding = new Finding(
                EngineRules.NotAnalysed, file, error.Span, $"the file was not analysed: it cannot be read as {FileFormats.NameOf(format)}", error.Message);
        }
        else
        {
            finding = new Finding(EngineRules.UnparseableFile, file, error.Span, $"the file cannot be parsed: {error.Message}");
        }

        return Narrow(new FileAnalysis(file, Tree: null, IsRelevant: true, Grade([finding], settings), Suppressed: []));
    }

    /// <summary>Leaves out what is not asked for. A fault of omlint's own is always told.</summary>
    internal FileAnalysis Narrow(FileAnalysis analysis) => _isAskedFor is not { } isAskedFor
        ? analysis
        : analysis with
        {
            Findings = [.. analysis.Findings.Where(finding => finding.Rule.Id == EngineRules.RuleFault.Id || isAskedFor(finding))],
            Suppressed = [.. analysis.Suppressed.Where(suppressed => isAskedFor(suppressed.Finding))],
        };

    private static ImmutableArray<Finding> Grade(IEnumerable<Finding> findings, FileAnalysisSettings settings) =>
        WorstFirst(findings.Select(finding => finding.WithSeverity(settings.SeverityOf(finding.Rule))), finding => finding);

    private static ImmutableArray<T> WorstFirst<T>(IEnumerable<T> graded, Func<T, Finding> findingOf)
    {
        var sorted = new List<T>();
        foreach (var item in graded)
        {
            if (findingOf(item).Severity != DiagnosticSeverity.Hidden)
                sorted.Add(item);
        }

        return sorted.Count > 1 ? [.. sorted.Order(Comparer<T>.Create(Compare))] : [.. sorted];

        int Compare(T one, T other)
        {
            var (a, b) = (findingOf(one), findingOf(other));
            if (a.Severity != b.Severity)
                return b.Severity.CompareTo(a.Severity);
            return a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : string.CompareOrdinal(a.Rule.Id, b.Rule.Id);
        }
    }

    /// <summary>Takes out of <paramref name="found"/> what comments suppress, and puts in what is to be said of those comments.</summary>
    private ImmutableArray<SuppressedFinding> Suppress(
        List<(SourceFile File, SyntaxTree Tree)> texts, FileAnalysisSettings settings, List<Finding> found, IReadOnlySet<string> evaluated)
    {
        if (!texts[0].File.Text.Contains(SuppressionParser.Prefix, StringComparison.Ordinal))
            return [];

        var suppressed = new Dictionary<Finding, string?>();
        var remarks = new List<Finding>();
        foreach (var (file, tree, comment) in texts.SelectMany(text => text.Tree.Comments.Select(comment => (text.File, text.Tree, comment))))
        {
            if (!SuppressionParser.TryParse(file.Text, comment.Span, out var suppression, out var malformed))
            {
                if (malformed is not null)
                    remarks.Add(new Finding(EngineRules.InvalidSuppression, file, comment.Span, malformed, nodePath: "suppression"));
                continue;
            }

            if (suppression.Until is { } until && until < settings.Today)
            {
                remarks.Add(new Finding(
                    EngineRules.InvalidSuppression,
                    file,
                    comment.Span,
                    string.Create(CultureInfo.InvariantCulture, $"the suppression held until {until:yyyy-MM-dd} and is over"),
                    nodePath: "suppression"));
                continue;
            }

            var scope = suppression.IsForFile ? new TextSpan(0, file.Outermost.Text.Length + 1) : file.ToOutermost(tree.ScopeOf(comment));
            foreach (var name in suppression.Rules)
            {
                if (!_rulesByIdOrName.TryGetValue(name.IdOrName, out var rule))
                {
                    remarks.Add(UnknownRule(file, name));
                    continue;
                }

                var hits = found.Where(finding => finding.Rule.Id == rule.Id && scope.Contains(finding.Span.Start)).ToList();
                foreach (var hit in hits)
                    suppressed[hit] = suppressed.GetValueOrDefault(hit) ?? suppression.Reason;
                if (hits.Count == 0 && evaluated.Contains(rule.Id))
                {
                    remarks.Add(new Finding(
                        EngineRules.UnusedSuppression,
                        file,
                        name.Span,
                        $"{rule.Id} `{rule.Name}` finds nothing here that this comment would have to suppress",
                        nodePath: "suppression"));
                }
            }
        }

        Withhold(found, suppressed.Keys, "a finding that it would mend as well is suppressed");
        found.AddRange(remarks);
        return WorstFirst(
            suppressed.Select(pair => new SuppressedFinding(
                pair.Key.WithSeverity(settings.SeverityOf(pair.Key.Rule)), SuppressionKind.InSource, pair.Value)),
            item => item.Finding);
    }

    /// <summary>Takes out of <paramref name="found"/> what the baseline knows.</summary>
    private ImmutableArray<SuppressedFinding> HideKnown(List<Finding> found, FileAnalysisSettings settings)
    {
        if (_baseline?.KnownAmong(found) is not { IsDefaultOrEmpty: false } known)
            return [];

        Withhold(found, known, "a finding that it would mend as well is in the baseline");
        return WorstFirst(
            known.Select(finding => new SuppressedFinding(
                finding.WithSeverity(settings.SeverityOf(finding.Rule)), SuppressionKind.External, "known: it is in the baseline")),
            item => item.Finding);
    }

    /// <summary>Takes <paramref name="hidden"/> out of <paramref name="found"/>. A fix that would mend one of them as well is no longer safe.</summary>
    private static void Withhold(List<Finding> found, IReadOnlyCollection<Finding> hidden, string reason)
    {
        found.RemoveAll(hidden.ToHashSet().Contains);
        var withheld = hidden.Select(finding => finding.Fix).OfType<ConfigFix>().ToHashSet();
        var demoted = new Dictionary<ConfigFix, ConfigFix>();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Fix is not { } fix || !withheld.Contains(fix))
                continue;
            if (!demoted.TryGetValue(fix, out var unsafeFix))
                demoted[fix] = unsafeFix = fix.Demote(reason);
            found[i] = found[i].WithFix(unsafeFix);
        }
    }

    private Finding UnknownRule(SourceFile file, SuppressedRule name)
    {
        var closest = Configuration.Spelling.Closest(name.IdOrName, _rulesByIdOrName.Keys);
        var hint = closest is null ? "" : $"; did you mean `{closest}`?";
        return new Finding(
            EngineRules.InvalidSuppression, file, name.Span, $"`{name.IdOrName}` is no rule of omlint{hint}", nodePath: "suppression");
    }

    /// <summary>A file with the documents inside it.</summary>
    private sealed class BoundFile
    {
        /// <summary>The file, then every document that stands inside it, each with its tree.</summary>
        public List<(SourceFile File, SyntaxTree Tree)> Texts { get; } = [];

        /// <summary>The documents that the rules know.</summary>
        public List<ConfigDocument> Documents { get; } = [];

        /// <summary>What would matter and could not be read, or is not known.</summary>
        public List<(SourceFile File, UnreadPart Part)> Unread { get; } = [];

        /// <summary>What failed inside omlint.</summary>
        public List<Finding> Faults { get; } = [];
    }
}
