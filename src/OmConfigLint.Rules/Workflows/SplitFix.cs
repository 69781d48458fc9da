using System.Collections.Immutable;
using System.Globalization;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Rules.Workflows;

/// <summary>
/// Divides one workflow by a <see cref="PipelineSplit"/>: takes the moved properties out of it and, where they did anything, puts them into a
/// new workflow of the new type beside it. All rules of one split share the one fix of a workflow.
/// </summary>
internal sealed class SplitFix
{
    private readonly IngestionWorkflow _workflow;
    private readonly PipelineSplit _split;
    private readonly DocumentAnalysisContext _context;
    private readonly List<YamlEntry> _moved;

    private SplitFix(IngestionWorkflow workflow, PipelineSplit split, DocumentAnalysisContext context)
    {
        _workflow = workflow;
        _split = split;
        _context = context;
        _moved = [.. workflow.Config.Entries.Where(entry => !entry.IsMerge && IsTakenAway(entry.KeyText))];
        Existing = FindExisting();
        Runs = FileName() is { } name ? [.. WorkflowRunFact.Find(context.Files.Index, split.Command, name)] : [];
        Fix = Build();
    }

    /// <summary>The fix.</summary>
    public ConfigFix Fix { get; }

    /// <summary>The workflow of the new type that the service has already.</summary>
    public WorkflowFact? Existing { get; }

    /// <summary>The commands that run the workflow, as far as scripts of the tree say.</summary>
    public ImmutableArray<WorkflowRunFact> Runs { get; }

    /// <summary>The fix of <paramref name="workflow"/>, made once for all rules that ask.</summary>
    public static SplitFix For(IngestionWorkflow workflow, PipelineSplit split, DocumentAnalysisContext context) =>
        context.Share((workflow, split.From, split.To), () => new SplitFix(workflow, split, context));

    /// <summary>True where nothing that moves is turned on, so that removal is all there is to do.</summary>
    public static bool HasNothingToMove(IngestionWorkflow workflow, PipelineSplit split) =>
        split.Moves.Where(move => move.IsSwitch).All(move => Read(workflow, move.From, move.Default) == Truth.False);

    private ConfigFix Build()
    {
        if (_workflow.IsConfigShared)
            return ConfigFix.Manual(ManualTitle(), $"`config` is shared through {_workflow.SharedThrough}");
        if (MergedMapping.MergedKeys(_workflow.Config).FirstOrDefault(key => !_split.Kept.Contains(key)) is { } merged)
            return ConfigFix.Manual(ManualTitle(), $"`<<` brings `{merged}` in from another mapping");
        if (_workflow.PipelineTypeEntry is null)
            return ConfigFix.Manual(ManualTitle(), "`type` is not written in `config` itself");
        if (_workflow.Uncertainty is { } uncertainty && Obstacle(uncertainty) is { } obstacle)
            return ConfigFix.Manual(ManualTitle(), obstacle);

        if (!_workflow.IsExported && !_workflow.IsInPython && _split.Replacing.FirstOrDefault(Holds) is { } replacing)
            return Replace(replacing);
        if (HasNothingToMove(_workflow, _split))
            return RemoveOnly($"removes {Names()}, turned off here", _workflow.MayHoldMore ? "code may turn it on" : null);
        if (Existing is not null)
            return RemoveOnly($"removes {Names()}; `{Existing.Path}` is the {_split.To} workflow of `{_workflow.ServiceName}`", Difference(Existing));
        return Divide();
    }

    /// <summary>Why nothing is certain of a workflow in a template; null where it is.</summary>
    private string? Obstacle(WorkflowUncertainty uncertainty)
    {
        if (uncertainty.OpenPlace is not null)
            return "what else the template writes into `config` is not known";
        if (uncertainty.Alternative is { } alternative)
            return $"`{alternative.KeyText}` is written in several branches of the template";
        if (HasNothingToMove(_workflow, _split))
            return null;
        return _workflow.Config.Entries.FirstOrDefault(entry => _split.Moves.Any(move => move.From == entry.KeyText) && uncertainty.IsConditional(entry)) is { } conditional
            ? $"whether `{conditional.KeyText}` is there depends on a condition of the template"
            : null;
    }

    private ConfigFix Divide()
    {
        var (file, tree, document) = (_context.Document.File, _context.Document.YamlTree, _context.Document.Yaml!);
        if (_workflow.IsExported)
            return ProposePipeline();
        if (!IsFile && file.Template?.HasStatementsIn(document.Span) == true)
        {
            return ConfigFix.Manual(ManualTitle(), "the workflow holds statements of a template, which a copy of it would need as well");
        }

        if (!IsFile)
            return CompanionEntry.Of(file) is { } companion ? DivideEntry(companion) : Propose();

        var path = FreePath();
        var builder = new FixBuilder($"creates {path}")
        {
            FollowUp = FillIn(_split.FollowUp, path) + WhereItRuns(),
            Settles = _split.Settles,
        };
        if (_moved.Count > 0)
            Remove(builder);
        ConvertCopy(builder.Create(path, file, tree, document));
        return BuildWithDoubts(builder);
    }

    /// <summary>The workflow is a file in a ConfigMap or the like: the new one becomes another file there.</summary>
    private ConfigFix DivideEntry(CompanionEntry companion)
    {
        var (file, tree, document) = (_context.Document.File, _context.Document.YamlTree, _context.Document.Yaml!);
        var key = FreeKey(companion);
        var builder = new FixBuilder($"adds `{key}` beside `{companion.FileName}`")
        {
            FollowUp = _split.FollowUp.Replace("{new}", key, StringComparison.Ordinal).Replace("{old}", companion.FileName, StringComparison.Ordinal) + WhereItRuns(),
            Settles = _split.Settles,
        };
        if (_moved.Count > 0)
            Remove(builder);
        ConvertCopy(builder.CreateEntry(companion.Entry, key, file, tree, document));
        return BuildWithDoubts(builder);
    }

    /// <summary>The workflow is part of a script or a manifest, where only a person knows how a second one is run.</summary>
    private ConfigFix Propose()
    {
        var copy = new YamlEditor(_context.Document.YamlTree);
        ConvertCopy(copy);
        var builder = new FixBuilder(_moved.Count > 0 ? $"removes {Names()}" : $"add an {_split.To} workflow")
        {
            FollowUp = _workflow.IsInPython ? _split.PythonFollowUp : _split.ProposedFollowUp,
            Proposal = SecretMask.Apply(_context.Document.File.Embedding!.Text.Present(copy.ExtractText(_context.Document.Yaml!))),
            Settles = _split.Settles,
        };
        builder.MakeUnsafe($"the {_split.To} workflow that takes over has to be put in its place by hand");
        if (_moved.Count > 0)
            Remove(builder);
        return builder.Build();
    }

    /// <summary>The server runs the pipeline and would have to be told of a second one: that is shown.</summary>
    private ConfigFix ProposePipeline()
    {
        var builder = new FixBuilder(_moved.Count > 0 ? $"removes {Names()}" : $"add an {_split.To} pipeline")
        {
            FollowUp = _split.ExportedFollowUp,
            Proposal = NewPipeline(),
            Settles = _split.Settles,
        };
        builder.MakeUnsafe($"the {_split.To} pipeline that takes over has to be created in the server");
        if (_moved.Count > 0)
            Remove(builder);
        return builder.Build();
    }

    /// <summary>The pipeline alone, as text: what stands beside it in a list is left out.</summary>
    private string? NewPipeline()
    {
        var text = _context.Document.File.Text.Substring(_workflow.Root.Span.Start, _workflow.Root.Span.Length);
        if (!_context.Document.Tree.TryReread(text, out var tree, out _))
            return null;
        var alone = new ConfigDocument(new SourceFile(_context.Document.File.Path, _context.Document.File.FullPath, text), tree, 0, WorkspaceModels.Bind);
        if (alone.Find<IngestionWorkflow>() is not { IsExported: true, PipelineTypeEntry: not null } pipeline)
            return null;

        var editor = new YamlEditor((YamlTree)tree);
        Convert(pipeline, editor);
        if (pipeline.Root.Find("pipelineType") is { } type)
            editor.ReplaceValue(type, YamlNewValue.String(_split.ExportedType));
        foreach (var key in _split.ExportedIdentity)
        {
            if (pipeline.Root.Find(key) is { } identity)
                editor.Remove(identity);
        }

        return SecretMask.Apply(editor.GetText());
    }

    private void ConvertCopy(YamlEditor copy)
    {
        Convert(copy);
        foreach (var dropped in _split.Dropped)
        {
            if (_workflow.Find(dropped) is { } entry && entry.Mapping.Anchor is null)
                copy.Remove(entry);
        }

    }

    private ConfigFix BuildWithDoubts(FixBuilder builder)
    {
        foreach (var doubt in _split.Doubtful.Where(MayHold))
            builder.MakeUnsafe(doubt.Because);
        return builder.Build();
    }

    private ConfigFix Replace(SplitCondition condition)
    {
        var file = _context.Document.File;
        var builder = new FixBuilder($"makes {file.Path} an {_split.To} workflow")
        {
            FollowUp = FillIn(_split.ReplacedFollowUp, file.Path) + WhereItRuns(),
            Settles = _split.Settles,
        };
        builder.MakeUnsafe(condition.Because);
        Convert(builder.Edit(file, _context.Document.YamlTree));
        return builder.Build();
    }

    private ConfigFix RemoveOnly(string title, string? doubt)
    {
        var builder = new FixBuilder(title) { Settles = _split.Settles };
        if (doubt is not null)
            builder.MakeUnsafe(doubt);
        // Copied there by an earlier run, perhaps one that was ended before it could change this file.
        if (Existing is { } existing && _context.Files.TryOpen(existing.Path) is { } keeper)
            builder.KeepsCommentsOf(keeper);
        Remove(builder);
        return builder.Build();
    }

    private void Remove(FixBuilder builder)
    {
        var editor = builder.Edit(_context.Document.File, _context.Document.YamlTree);
        foreach (var entry in _moved)
            editor.Remove(entry);
    }

    /// <summary>Turns the workflow into one of the new type: what the new type takes stays or is renamed, all else goes, every default is written out.</summary>
    private void Convert(YamlEditor editor) => Convert(_workflow, editor);

    private void Convert(IngestionWorkflow workflow, YamlEditor editor)
    {
        var config = workflow.Config;
        var type = workflow.PipelineTypeEntry!;
        editor.ReplaceValue(type, YamlNewValue.String(_split.To));
        foreach (var entry in config.Entries)
        {
            if (entry.IsMerge || entry.KeyText is not { } key)
                continue;
            var move = _split.Moves.FirstOrDefault(move => move.From == key);
            if (config.Find(key) != entry || (move is null && entry != type && !_split.Kept.Contains(key)))
                editor.Remove(entry);
            else if (move is not null && move.To != key)
                editor.RenameKey(entry, move.To);
        }

        var previous = type;
        foreach (var move in _split.Moves)
        {
            if (config.Find(move.From) is { } written)
                previous = written;
            else
                editor.InsertAfter(previous, move.To, YamlNewValue.Plain(move.Default));
        }
    }

    private WorkflowFact? FindExisting()
    {
        if (_workflow.ServiceKey is not { } service)
            return null;
        return _context.Files.Index.Find(WorkflowFact.KeyOf(_split.To, service)).OfType<WorkflowFact>().FirstOrDefault();
    }

    /// <summary>Why the existing workflow does not do all that this one did; null where it does.</summary>
    private string? Difference(WorkflowFact existing)
    {
        foreach (var move in _split.Moves)
        {
            var own = _workflow.Config.Find(move.From) is { } entry ? TextOf(entry) : CanonicalText.Of(move.Default);
            if (existing.Config.GetValueOrDefault(move.To) != own)
                return $"`{move.To}` is not the same in {existing.Path}";
        }

        foreach (var kept in _split.Kept.Order(StringComparer.Ordinal))
        {
            var own = _workflow.Config.Find(kept) is { } entry ? TextOf(entry) : null;
            if (existing.Config.GetValueOrDefault(kept) != own)
                return $"`{kept}` is not the same in {existing.Path}";
        }

        return null;
    }

    private string TextOf(YamlEntry entry) =>
        _context.Document.File.Template is { } template ? template.Tree.Restore(CanonicalText.Of(entry.Value)) : CanonicalText.Of(entry.Value);

    /// <summary>True where the workflow is a file, possibly a template, so that a second one goes beside it.</summary>
    private bool IsFile => _context.Document is { File: var file } document
        && (file.Embedding is null || (file.Template is { IsWhole: true } && file.Embedding.Host.Embedding is null && document.YamlTree.Documents.Length == 1));

    /// <summary>The file by which a command names the workflow; null where it is none of its own.</summary>
    private string? FileName()
    {
        var file = _context.Document.File;
        return _workflow.IsExported ? null : IsFile ? Rendered(file.Path) : CompanionEntry.Of(file)?.FileName;
    }

    /// <summary>Where the workflow is run today, for a text that speaks of it.</summary>
    private string WhereItRuns() =>
        Runs.IsEmpty ? "" : $" ({string.Join(", ", Runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.Path}:{run.Lines.Start.Line + 1}")))})";

    private string FreePath() => FreeName(_context.Document.File.Path, OrdinalInFile(), path => !_context.Files.Exists(path));

    private string FreeKey(CompanionEntry companion) => FreeName(companion.FileName, 1, key => companion.Entry.Mapping.Find(key) is null);

    private string FreeName(string old, int number, Func<string, bool> isFree)
    {
        var path = SplitFileName.For(old, _split, _context.Option(_split.FileNameOption));
        var extension = path[SplitFileName.ExtensionStart(path)..];
        var stem = path[..^extension.Length];
        for (; ; number++)
        {
            var candidate = number == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}{extension}");
            if (isFree(candidate))
                return candidate;
        }
    }

    /// <summary>The 1-based number of the workflow among those of its type in the file, so that each gets a file of its own.</summary>
    private int OrdinalInFile() =>
        1 + _context.Siblings
            .TakeWhile(sibling => sibling != _context.Document)
            .Count(sibling => sibling.Find<IngestionWorkflow>() is { } earlier && earlier.PipelineType == _split.From);

    private string FillIn(string text, string newPath) => text
        .Replace("{new}", Rendered(newPath), StringComparison.Ordinal)
        .Replace("{old}", Rendered(_context.Document.File.Path), StringComparison.Ordinal);

    /// <summary>What a file is called once it is rendered: that is what commands read.</summary>
    private static string Rendered(string path) => path[..^FileFormats.TemplateEndingOf(path).Length];

    private bool IsTakenAway(string? key) => _split.Moves.Any(move => move.From == key && !move.Stays);

    private bool Holds(SplitCondition condition) =>
        condition.When.All(term => Read(_workflow, term.Property, term.Default ? "true" : "false") == (term.Value ? Truth.True : Truth.False));

    /// <summary>True unless a known value rules the condition out.</summary>
    private bool MayHold(SplitCondition condition) =>
        condition.When.All(term => Read(_workflow, term.Property, term.Default ? "true" : "false") != (term.Value ? Truth.False : Truth.True));

    private string Names() => string.Join(", ", _moved.Select(entry => $"`{entry.KeyText}`").Distinct(StringComparer.Ordinal));

    private string ManualTitle() => $"move {(_moved.Count == 0 ? "them" : Names())} to an {_split.To} workflow by hand";

    private static Truth Read(IngestionWorkflow workflow, string property, string absent) =>
        MergedMapping.Find(workflow.Config, property) is not { } found ? BooleanValue.Read(absent)
        : workflow.Uncertainty?.IsConditional(found.Entry) == true ? Truth.Unknown
        : BooleanValue.Read(found.Entry.Value);
}
