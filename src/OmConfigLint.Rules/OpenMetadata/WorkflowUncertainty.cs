using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>What is not known of a workflow before its template is rendered.</summary>
internal sealed class WorkflowUncertainty
{
    private static readonly string[] Path = ["source", "sourceConfig", "config"];

    private readonly TemplateView _template;
    private readonly YamlMapping _config;
    private readonly int _branch;

    public WorkflowUncertainty(IngestionWorkflow workflow, TemplateView template)
    {
        _template = template;
        _config = workflow.Config;
        _branch = template.BranchAt(_config.Entry?.Key.Span.Start ?? _config.Span.Start);
        IsTypeUnknown = workflow.PipelineTypeEntry is { } type
            && (IsConditional(type) || template.IsUnknown(type.Value) || _config.Entries.Count(entry => entry.KeyText == "type") > 1);
        OpenPlace = FindOpenPlace();
        Alternative = FindAlternative(workflow.Root);
    }

    /// <summary>True where the type depends on what the template is given.</summary>
    public bool IsTypeUnknown { get; }

    /// <summary>The first place at which the template can write further entries into <c>config</c>; null where there is none.</summary>
    public TextSpan? OpenPlace { get; }

    /// <summary>A key on the way to <c>config</c> that another branch of the template writes as well; null where there is none.</summary>
    public YamlEntry? Alternative { get; }

    /// <summary>True where <paramref name="entry"/> of <c>config</c> may not be there.</summary>
    public bool IsConditional(YamlEntry entry) => entry.Mapping == _config && _template.BranchAt(entry.Span.Start) != _branch;

    /// <summary>True where the text of <c>config</c> cannot be copied without statements of the template.</summary>
    public bool HasStatements(TextSpan span) => _template.HasStatementsIn(span);

    private TextSpan? FindOpenPlace()
    {
        foreach (var entry in _config.Entries)
        {
            if (entry.Key is YamlScalar key && StandIns.AreIn(key.Value))
                return key.Span;
        }

        if (_config.Style == YamlCollectionStyle.Flow)
        {
            foreach (var line in _template.Tree.OpenLines)
            {
                if (_template.ToTemplate(_config.Span).Contains(line))
                    return ToDocument(line);
            }

            return null;
        }

        var (start, column) = (_template.ToTemplate(_config.Span).Start, ColumnOf(_template.ToTemplate(_config.Span).Start));
        var end = EndOfConfig();
        foreach (var line in _template.Tree.OpenLines)
        {
            // An entry without a value gets what follows it.
            if (line.Start >= start && line.Start < end && ColumnOfText(line) >= column && !IsValueOfEntry(line.Start))
                return ToDocument(line);
        }

        return null;
    }

    /// <summary>Where text stands that is not of <c>config</c> any more.</summary>
    private int EndOfConfig()
    {
        var text = _template.Tree.Inner.Text;
        var column = ColumnOf(_template.ToTemplate(_config.Span).Start);
        for (var position = _template.ToTemplate(_config.Span).End; position < text.Length; position++)
        {
            if (text[position] is not (' ' or '\t' or '\r' or '\n') && ColumnOf(position) < column)
                return position;
        }

        return text.Length;
    }

    private bool IsValueOfEntry(int position)
    {
        YamlEntry? last = null;
        foreach (var entry in _config.Entries)
        {
            if (_template.ToTemplate(entry.Span).Start < position)
                last = entry;
        }

        return last is { Value: YamlScalar { IsEmpty: true } };
    }

    private int ColumnOf(int position)
    {
        var text = _template.Tree.Text;
        var start = position;
        while (start > 0 && text[start - 1] is not ('\r' or '\n'))
            start--;
        return position - start;
    }

    /// <summary>The column at which the first line starts that an expression writes: <c>{{ toYaml .x | nindent 6 }}</c>.</summary>
    private int ColumnOfText(TextSpan line)
    {
        var text = _template.Tree.Text.AsSpan(line.Start, line.Length);
        var at = text.IndexOf("indent");
        if (at < 0)
            return _template.Tree.FirstIn(line) is { TrimsBefore: true } ? int.MaxValue : ColumnOf(line.Start);
        var isNewLine = at > 0 && text[at - 1] == 'n';
        var digits = text[(at + "indent".Length)..].TrimStart();
        var length = 0;
        while (length < digits.Length && char.IsAsciiDigit(digits[length]))
            length++;
        if (!int.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var width))
            return int.MaxValue;
        return isNewLine ? width : ColumnOf(line.Start) + width;
    }

    /// <summary>A place of the template as one of the document: the same, unless the document stands inside the template's.</summary>
    private TextSpan ToDocument(TextSpan span) => _template.IsWhole ? span : _config.Entries[^1].Key.Span;

    private static YamlEntry? FindAlternative(YamlMapping root)
    {
        var mapping = root;
        foreach (var key in Path)
        {
            if (mapping.Entries.Count(entry => entry.KeyText == key) > 1)
                return mapping.Entries.First(entry => entry.KeyText == key);
            if (mapping.Find(key)?.Value.Resolved is not YamlMapping next)
                return null;
            mapping = next;
        }

        return null;
    }
}
