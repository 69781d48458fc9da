using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Rules.Python;

/// <summary>
/// An import, or a value that names a module, of something that has another name now (kind <c>moved-import</c>). Parameters: <c>moves</c>, each a
/// <see cref="PythonMove"/>; <c>advice</c> for what has no new name.
/// </summary>
internal sealed class MovedImportAnalyzer : ConfigAnalyzer
{
    private const string Usage = "DatabaseUsage";

    private readonly ImmutableArray<PythonMove> _moves;
    private readonly string? _advice;

    public MovedImportAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("moves", "advice");
        _moves = [.. parameters.Children("moves").Select(move => new PythonMove(move))];
        _advice = parameters.OptionalText("advice");
    }

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is PythonModule or PythonReference;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var model in context.Document.Models)
        {
            if (model is PythonModule module)
                Analyze(module, context);
            else if (model is PythonReference reference)
                Analyze(reference, context);
        }
    }

    private void Analyze(PythonModule module, DocumentAnalysisContext context)
    {
        foreach (var import in module.Tree.Imports)
        {
            foreach (var move in _moves)
            {
                if (PlaceIn(import, move) is { } place && !module.HasAlternative(import))
                    Report(move, module, import, place, context);
            }
        }
    }

    private void Report(PythonMove move, PythonModule module, PythonImport import, TextSpan place, DocumentAnalysisContext context)
    {
        var to = TargetOf(move, module, import, context, out var doubt);
        context.Report(new Finding(
            Rule,
            context.Document.File,
            place,
            MessageFor(move, to),
            $"not there from {Rule.Since} on",
            fix: FixOf(move, to, doubt, module, import, context),
            nodePath: $"import {move.From}"));
    }

    private string MessageFor(PythonMove move, string? to) => to is null
        ? $"`{move.From}` was removed in {Rule.Since}"
        : $"`{move.From}` moved to `{to}` in {Rule.Since}";

    /// <summary>The new name, for the workflows that the code runs with the class.</summary>
    private static string? TargetOf(PythonMove move, PythonModule module, PythonImport import, DocumentAnalysisContext context, out string? doubt)
    {
        doubt = move.Doubt;
        if (move.Usage is not { } usage || import.Names is not [var name])
            return move.To;
        var local = (name.Alias ?? name.Name).Text;
        var callee = import.IsFrom ? $"{local}.create" : $"{local}.{PythonMove.LastOf(move.From)}.create";
        var types = module.Tree.Calls.Where(call => call.Callee == callee)
            .Select(call => CreatedWorkflow.Of(module.Tree, call, context)?.PipelineType)
            .ToList();
        var usages = types.Count(type => type == Usage);
        if (types.Count == 0 || types.Contains(null) || (usages > 0 && usages < types.Count))
            return move.To;
        doubt = null;
        return usages > 0 ? usage : move.To;
    }

    /// <summary>What of <paramref name="import"/> names what has moved; null where nothing does.</summary>
    private static TextSpan? PlaceIn(PythonImport import, PythonMove move)
    {
        if (!import.IsFrom)
        {
            var module = move.IsPackage ? move.From : PythonMove.ModuleOf(move.From);
            return import.Names.FirstOrDefault(name => name.Name.Text == module || (move.IsPackage && IsBelow(name.Name.Text, module))).Name?.Span;
        }

        if (import.Dots > 0 || import.Module is not { } from)
            return null;
        if (move.IsPackage && (from.Text == move.From || IsBelow(from.Text, move.From)))
            return from.Span;
        if (from.Text == PythonMove.ModuleOf(move.From))
        {
            var isStar = !move.IsPackage && import.Names is [{ Name.Text: "*" }];
            return import.Names.FirstOrDefault(name => isStar || name.Name.Text == PythonMove.LastOf(move.From)).Name is null
                ? null
                : TextSpan.FromBounds(from.Span.Start, import.Span.End);
        }

        // `from metadata.profiler.api import workflow`
        if (!move.IsPackage && PythonMove.ModuleOf(move.From) is var old && old.Contains('.', StringComparison.Ordinal) && from.Text == PythonMove.ModuleOf(old))
            return import.Names.FirstOrDefault(name => name.Name.Text == PythonMove.LastOf(old)).Name?.Span;
        return null;
    }

    private ConfigFix FixOf(PythonMove move, string? to, string? doubt, PythonModule module, PythonImport import, DocumentAnalysisContext context)
    {
        if (to is null)
            return ConfigFix.Manual(_advice ?? $"do without `{move.From}`");
        var title = $"imports `{to}`";
        var builder = new FixBuilder(title);
        if (doubt is not null)
            builder.MakeUnsafe(doubt);
        try
        {
            var rename = new PythonRename(module.Tree, builder, context.Document.File);
            if (move.IsPackage)
                rename.Package(import, move.From, to);
            else
                rename.Class(import, move.From, to);
            if (move.Keyword is { } keyword && !rename.TryKeyword(import, PythonMove.LastOf(move.From), keyword.From, keyword.To))
                builder.MakeUnsafe($"`{keyword.From}` is `{keyword.To}` there, and the code uses it in other ways too");
        }
        catch (SyntaxEditException exception)
        {
            return ConfigFix.Manual($"import `{to}` instead", exception.Message);
        }

        return builder.Build();
    }

    private void Analyze(PythonReference reference, DocumentAnalysisContext context)
    {
        foreach (var move in _moves)
        {
            if (reference.IndexOf(move.From) is not (>= 0 and var index))
                continue;
            var span = new TextSpan(index, move.From.Length);
            ConfigFix? fix = null;
            if (move.To is { } to)
            {
                var builder = new FixBuilder($"names `{to}`");
                if (move.Doubt is { } doubt)
                    builder.MakeUnsafe(doubt);
                builder.Edit(context.Document.File, context.Document.Tree).ReplaceText(reference.Value.Text, span, to);
                fix = builder.Build();
            }

            context.Report(new Finding(
                Rule,
                context.Document.File,
                reference.Value.Text.ToSource(span),
                MessageFor(move, move.To),
                $"not there from {Rule.Since} on",
                fix: fix ?? ConfigFix.Manual(_advice ?? $"do without `{move.From}`"),
                nodePath: reference.Value.Path));
        }
    }

    private static bool IsBelow(string module, string package) =>
        module.Length > package.Length && module[package.Length] == '.' && module.StartsWith(package, StringComparison.Ordinal);
}
