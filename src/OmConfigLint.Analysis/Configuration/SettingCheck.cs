using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Configuration;

/// <summary>Finds the settings in an <c>.editorconfig</c> that omlint would have to ignore.</summary>
internal sealed class SettingCheck(
    IEnumerable<string> knownKeys, IEnumerable<string> knownRuleIds, IEnumerable<string> knownCategories, Func<string, string?>? findReleaseProblem)
{
    private readonly HashSet<string> _keys =
        new([SettingKeys.TargetVersion, SettingKeys.FromVersion, SettingKeys.Exclude, SettingKeys.Releases, .. knownKeys], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _ruleIds = new(knownRuleIds, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _categories = new(knownCategories, StringComparer.OrdinalIgnoreCase);

    /// <summary>The problems of one file, in order.</summary>
    public IEnumerable<ConfigurationProblem> Check(SourceFile file) => EditorConfigLine.Read(file.SourceText)
        .Select(line => Check(file, line))
        .OfType<ConfigurationProblem>();

    private ConfigurationProblem? Check(SourceFile file, EditorConfigLine line)
    {
        if (line.Value is null)
            return CheckMalformed(file, line);
        var isOurs = line.Key.StartsWith(SettingKeys.Prefix, StringComparison.OrdinalIgnoreCase);
        if (SubjectOf(line, SettingKeys.DotnetDiagnosticPrefix) is { } foreignRule)
        {
            // All but ids of our own form are other analyzers'.
            var id = file.Text.AsSpan(foreignRule.Start, foreignRule.Length);
            var mayBeOurs = id.Length == 6 && id.StartsWith("OM", StringComparison.OrdinalIgnoreCase) && !id[2..].ContainsAnyExceptInRange('0', '9');
            return mayBeOurs || _ruleIds.Contains(id.ToString()) ? CheckSeverity(file, line, foreignRule, _ruleIds, "is no rule of omlint") : null;
        }

        if (!isOurs)
            return null;
        if (!line.IsInSection)
            return new ConfigurationProblem(file, line.KeySpan, $"`{line.Key}` stands before the first section and has no effect");
        if (SubjectOf(line, SettingKeys.DiagnosticPrefix) is { } rule)
            return CheckSeverity(file, line, rule, _ruleIds, "is no rule of omlint");
        if (SubjectOf(line, SettingKeys.CategoryPrefix) is { } category)
            return CheckSeverity(file, line, category, _categories, "is no category of rules");
        if (!_keys.Contains(line.Key))
            return UnknownKey(file, line);

        if (line.Key.Equals(SettingKeys.Exclude, StringComparison.OrdinalIgnoreCase))
            return CheckSwitch(file, line);
        if (line.Key.Equals(SettingKeys.Releases, StringComparison.OrdinalIgnoreCase))
            return CheckFile(file, line);

        var isVersion = line.Key.Equals(SettingKeys.TargetVersion, StringComparison.OrdinalIgnoreCase)
            || line.Key.Equals(SettingKeys.FromVersion, StringComparison.OrdinalIgnoreCase);
        if (!isVersion || IsUnset(line))
            return null;
        var problem = ReleaseVersion.TryParse(line.Value, out _)
            ? findReleaseProblem?.Invoke(line.Value)
            : $"`{line.Value}` is no release number such as `1.6` or `1.6.3`";
        return problem is null ? null : new ConfigurationProblem(file, line.ValueSpan, problem);
    }

    private static ConfigurationProblem? CheckSwitch(SourceFile file, EditorConfigLine line)
    {
        string[] values = [SettingValues.True, SettingValues.False];
        if (IsUnset(line) || values.Contains(line.Value, StringComparer.OrdinalIgnoreCase))
            return null;
        var meant = Spelling.Closest(line.Value!, values);
        return new ConfigurationProblem(file, line.ValueSpan, $"`{line.Value}` is neither `true` nor `false`{DidYouMean(meant)}", meant);
    }

    private static ConfigurationProblem? CheckFile(SourceFile file, EditorConfigLine line)
    {
        if (IsUnset(line))
            return null;
        if (line.Value!.Length == 0)
            return new ConfigurationProblem(file, line.KeySpan, $"`{line.Key}` names no file");
        return EditorConfigSettings.TryReadNamed(line.Value, file.FullPath, out var problem) is null
            ? new ConfigurationProblem(file, line.ValueSpan, $"`{line.Value}`, beside this file, {problem}")
            : null;
    }

    private static ConfigurationProblem? CheckMalformed(SourceFile file, EditorConfigLine line)
    {
        if (line.Key.StartsWith('['))
            return new ConfigurationProblem(file, line.KeySpan, $"`{line.Key}` is no section: what follows belongs to the one before");
        return line.Key.StartsWith(SettingKeys.Prefix, StringComparison.OrdinalIgnoreCase)
            ? new ConfigurationProblem(file, line.KeySpan, $"`{line.Key}` is no setting: it has no `=`")
            : null;
    }

    private ConfigurationProblem UnknownKey(SourceFile file, EditorConfigLine line)
    {
        var parts = line.Key.Split('.');
        IEnumerable<string> candidates = parts.Length == 3
            ? [SettingKeys.Diagnostic(parts[1]), SettingKeys.Category(parts[1])]
            : _keys;
        var meant = Spelling.Closest(line.Key, candidates);
        return new ConfigurationProblem(file, line.KeySpan, $"`{line.Key}` is no setting of omlint{DidYouMean(meant)}", meant);
    }

    private static ConfigurationProblem? CheckSeverity(
        SourceFile file, EditorConfigLine line, TextSpan subject, HashSet<string> known, string isUnknown)
    {
        var name = file.Text.Substring(subject.Start, subject.Length);
        if (!known.Contains(name))
        {
            var meant = Spelling.Closest(name, known);
            return new ConfigurationProblem(file, subject, $"`{name}` {isUnknown}{DidYouMean(meant)}", meant);
        }

        if (IsUnset(line) || SettingValues.TryParseSeverity(line.Value!, out _))
            return null;
        var severity = Spelling.Closest(line.Value!, SettingValues.Severities);
        return new ConfigurationProblem(file, line.ValueSpan, $"`{line.Value}` is no severity{DidYouMean(severity)}", severity);
    }

    /// <summary>Where the part between <paramref name="prefix"/> and <c>.severity</c> stands; null for another key.</summary>
    private static TextSpan? SubjectOf(EditorConfigLine line, string prefix) =>
        line.Key.Length > prefix.Length + SettingKeys.SeveritySuffix.Length
        && line.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && line.Key.EndsWith(SettingKeys.SeveritySuffix, StringComparison.OrdinalIgnoreCase)
            ? TextSpan.FromBounds(line.KeySpan.Start + prefix.Length, line.KeySpan.End - SettingKeys.SeveritySuffix.Length)
            : null;

    private static bool IsUnset(EditorConfigLine line) => SettingValues.Unset.Equals(line.Value, StringComparison.OrdinalIgnoreCase);

    private static string DidYouMean(string? meant) => meant is null ? "" : $"; did you mean `{meant}`?";
}
