using System.Globalization;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Testing;

namespace OmConfigLint.Analysis.Tests.Configuration;

public sealed class EditorConfigSettingsTests
{
    [Fact]
    public void Sections_set_things_by_path()
    {
        using var root = new TemporaryDirectory();
        root.Write(".editorconfig", """
            root = true
            [*.{yaml,yml}]
            omlint_target_version = 1.6.3   # production
            omlint_from_version = 1.5
            [staging/**]
            OMLINT_Target_Version = 1.7
            omlint_split_pattern = {stem}_x
            """);
        var settings = new EditorConfigSettings(root.Path);

        AssertVersions("1.6.3", "1.5", settings.For(root["a.yaml"]));
        AssertVersions("1.7", "1.5", settings.For(root["staging/x/a.yml"]));
        AssertVersions("1.7", null, settings.For(root["staging/a.json"]));
        AssertVersions(null, null, settings.For(root["a.json"]));
        Assert.Equal("{stem}_x", settings.For(root["staging/a.yaml"])["omlint_split_pattern"]);
        Assert.Equal("{stem}_x", settings.For(root["staging/a.yaml"])["OMLINT_SPLIT_PATTERN"]);
        Assert.Null(settings.For(root["a.yaml"])["omlint_split_pattern"]);
        Assert.Same(settings.For(root["a.yaml"]), settings.For(root["b.yaml"]));
    }

    [Fact]
    public void Nearer_files_come_first_and_root_ends_the_search()
    {
        using var root = new TemporaryDirectory();
        root.Write(".editorconfig", "[*]\nomlint_target_version = 1.5\nomlint_from_version = 1.4\n");
        root.Write("a/.editorconfig", "[*]\nomlint_target_version = 1.6\n");
        root.Write("a/b/.editorconfig", "[*]\nomlint_from_version = unset\n");
        root.Write("c/.editorconfig", "Root = TRUE # here\n[*]\nindent_size = 2\n");
        root.Write("d/.editorconfig", "[x]\nroot = true\n");
        root.Write("e/.git/HEAD", "");
        root.Write("f/.git", "gitdir: elsewhere");
        var settings = new EditorConfigSettings(root.Path);

        AssertVersions("1.5", "1.4", settings.For(root["x.yaml"]));
        AssertVersions("1.6", "1.4", settings.For(root["a/x.yaml"]));
        AssertVersions("1.6", null, settings.For(root["a/b/x.yaml"]));
        AssertVersions(null, null, settings.For(root["c/x/y.yaml"]));
        AssertVersions("1.5", "1.4", settings.For(root["d/x.yaml"]));
        AssertVersions(null, null, settings.For(root["e/x.yaml"]));
        AssertVersions(null, null, settings.For(root["f/x.yaml"]));
    }

    [Theory]
    [InlineData("omlint_diagnostic.OM2001.severity = none", ReportDiagnostic.Suppress)]
    [InlineData("omlint_diagnostic.OM2001.severity = silent", ReportDiagnostic.Suppress)]
    [InlineData("omlint_diagnostic.om2001.SEVERITY = Note", ReportDiagnostic.Info)]
    [InlineData("omlint_diagnostic.OM2001.severity = suggestion", ReportDiagnostic.Info)]
    [InlineData("omlint_diagnostic.OM2001.severity: warning", ReportDiagnostic.Warn)]
    [InlineData("omlint_diagnostic.OM2001.severity = error ; why", ReportDiagnostic.Error)]
    [InlineData("omlint_diagnostic.OM2001.severity = default", ReportDiagnostic.Default)]
    [InlineData("omlint_diagnostic.OM2001.severity = unset", null)]
    [InlineData("omlint_diagnostic.OM2001.severity = fatal", null)]
    [InlineData("omlint_diagnostic.OM2002.severity = error", null)]
    [InlineData("dotnet_diagnostic.OM2001.severity = error", ReportDiagnostic.Error)]
    [InlineData("dotnet_diagnostic.OM2001.severity = none", ReportDiagnostic.Suppress)]
    [InlineData("dotnet_diagnostic.OM2001.severity = suggestion", ReportDiagnostic.Info)]
    [InlineData("omlint_category.images.severity = note", ReportDiagnostic.Info)]
    [InlineData("omlint_category.workflow.severity = note", null)]
    [InlineData("omlint_category.images.severity = note\ndotnet_diagnostic.OM2001.severity = warning", ReportDiagnostic.Warn)]
    [InlineData("omlint_diagnostic.OM2001.severity = error\ndotnet_diagnostic.OM2001.severity = warning", ReportDiagnostic.Error)]
    public void Severities(string line, ReportDiagnostic? expected)
    {
        using var root = new TemporaryDirectory();
        root.Write(".editorconfig", $"[*]\n{line}\n");

        Assert.Equal(expected, new EditorConfigSettings(root.Path).For(root["a.yaml"]).SeverityOf("OM2001", "images"));
    }

    [Fact]
    public void Tells_of_settings_without_effect_or_meaning()
    {
        using var root = new TemporaryDirectory();
        root.Write("x/.editorconfig", """
            root = true
            omlint_target_version = 1.6
            [*]
            indent_size = 2
            omlint_tagret_version = 1.6
            omlint_target_version = latest
            omlint_from_version = 1.6.3
            omlint_split_pattern = anything
            omlint_severity = error
            omlint_diagnostic.OM1001.severity = eror
            omlint_diagnostic.OM10O1.severity = error
            omlint_diagnostic.OM1001.severty = error
            omlint_diagnostics.OM1001.severity = error
            omlint_category.workflows.severity = note
            omlint_category.workflow.severity = unset
            dotnet_diagnostic.OM9999.severity = error
            dotnet_diagnostic.CA1000.severity = whatever
              omlint_from_version 1.6  
            indent_size
            [*.yaml
            omlint_exclude = ture
            omlint_exclude = False
            # omlint_nothing = commented out
            """);
        root.Write("y/.editorconfig", "[*]\nindent_size = unreadable\n");
        var settings = new EditorConfigSettings(root.Path);
        settings.For(root["x/a.yaml"]);
        settings.For(root["y/a.yaml"]);

        Assert.Equal(
            """
            x/.editorconfig:2: [omlint_target_version] `omlint_target_version` stands before the first section and has no effect
            x/.editorconfig:5: [omlint_tagret_version] `omlint_tagret_version` is no setting of omlint; did you mean `omlint_target_version`?
            x/.editorconfig:6: [latest] `latest` is no release number such as `1.6` or `1.6.3`
            x/.editorconfig:9: [omlint_severity] `omlint_severity` is no setting of omlint
            x/.editorconfig:10: [eror] `eror` is no severity; did you mean `error`?
            x/.editorconfig:11: [OM10O1] `OM10O1` is no rule of omlint; did you mean `OM1001`?
            x/.editorconfig:12: [omlint_diagnostic.OM1001.severty] `omlint_diagnostic.OM1001.severty` is no setting of omlint; did you mean `omlint_diagnostic.OM1001.severity`?
            x/.editorconfig:13: [omlint_diagnostics.OM1001.severity] `omlint_diagnostics.OM1001.severity` is no setting of omlint; did you mean `omlint_diagnostic.OM1001.severity`?
            x/.editorconfig:14: [workflows] `workflows` is no category of rules; did you mean `workflow`?
            x/.editorconfig:16: [OM9999] `OM9999` is no rule of omlint
            x/.editorconfig:18: [omlint_from_version 1.6] `omlint_from_version 1.6` is no setting: it has no `=`
            x/.editorconfig:20: [[*.yaml] `[*.yaml` is no section: what follows belongs to the one before
            x/.editorconfig:21: [ture] `ture` is neither `true` nor `false`; did you mean `true`?
            """,
            string.Join(
                '\n',
                settings.GetProblems(["omlint_split_pattern"], ["OM1001", "OM1002"], ["workflow", "images"]).Select(problem => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{problem.File.Path}:{problem.File.Lines.LineOf(problem.Span.Start) + 1}: [{problem.File.SourceText.ToString(problem.Span)}] {problem.Message}"))));
    }

    [Fact]
    public void A_suggestion_takes_the_place_of_what_was_mistyped()
    {
        using var root = new TemporaryDirectory();
        const string Text = "[*]\nomlint_tagret_version = 1.6\nomlint_diagnostic.OM1O01.severity = eror\n";
        root.Write(".editorconfig", Text);
        var settings = new EditorConfigSettings(root.Path);
        settings.For(root["a.yaml"]);

        var mended = Text;
        foreach (var problem in settings.GetProblems([], ["OM1001"], []).Reverse())
            mended = mended.Remove(problem.Span.Start, problem.Span.Length).Insert(problem.Span.Start, problem.Suggestion!);

        Assert.Equal("[*]\nomlint_target_version = 1.6\nomlint_diagnostic.OM1001.severity = eror\n", mended);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem_and_no_more()
    {
        using var root = new TemporaryDirectory("x/a.yaml");
        root.Write(".editorconfig", new byte[5 * 1024 * 1024]);
        var settings = new EditorConfigSettings(root.Path);

        AssertVersions(null, null, settings.For(root["x/a.yaml"]));
        var problem = Assert.Single(settings.GetProblems([], [], []));
        Assert.Equal((".editorconfig", "cannot be read: it is longer than 4 MiB"), (problem.File.Path, problem.Message));
    }

    [Theory]
    [InlineData("[*\nomlint_target_version = 1.6\n")]
    [InlineData("[{a,b]\nomlint_target_version = 1.6\n[]\n[ ]\n= 1\nomlint_\n\0")]
    public void Survives_what_is_no_editorconfig(string text)
    {
        using var root = new TemporaryDirectory();
        root.Write(".editorconfig", text);
        var settings = new EditorConfigSettings(root.Path);

        AssertVersions(null, null, settings.For(root["a.yaml"]));
        Assert.All(settings.GetProblems([], [], []), problem => Assert.Equal(".editorconfig", problem.File.Path));
    }

    [Fact]
    public void No_config_means_none()
    {
        using var root = new TemporaryDirectory();
        root.Write(".editorconfig", "[*]\nomlint_target_version = 1.6\n");

        AssertVersions(null, null, EditorConfigSettings.None.For(root["a.yaml"]));
        Assert.Empty(EditorConfigSettings.None.GetProblems([], [], []));
    }

    [Fact]
    public void Threads_may_ask_at_once()
    {
        using var root = new TemporaryDirectory();
        root.Write(".editorconfig", "[*]\nomlint_target_version = 1.6\n");
        var settings = new EditorConfigSettings(root.Path);

        Parallel.For(0, 1_000, i => AssertVersions("1.6", null, settings.For(root[$"{i % 7}/{i % 11}/{i}.yaml"])));
    }

    private static void AssertVersions(string? target, string? from, FileSettings settings) =>
        Assert.Equal((target, from), (settings.TargetVersion?.ToString(), settings.FromVersion?.ToString()));
}
