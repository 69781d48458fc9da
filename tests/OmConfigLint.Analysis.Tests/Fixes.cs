using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Analysis.Tests;

/// <summary>What the tests' rules do about a word.</summary>
internal static class Fixes
{
    /// <summary>Writes another word in its place.</summary>
    public static ConfigFix Replace(DocumentAnalysisContext context, YamlScalar scalar, string word, bool isUnsafe = false)
    {
        var builder = new FixBuilder($"writes `{word}`");
        if (isUnsafe)
            builder.MakeUnsafe("it may be meant");
        builder.Edit(context.Document.File, context.Document.YamlTree).ReplaceValue(scalar.Entry!, YamlNewValue.Plain(word));
        return builder.Build();
    }

    /// <summary>Removes the entry that holds it.</summary>
    public static ConfigFix Remove(DocumentAnalysisContext context, YamlScalar scalar)
    {
        var builder = new FixBuilder($"removes `{scalar.Entry!.KeyText}`");
        builder.Edit(context.Document.File, context.Document.YamlTree).Remove(scalar.Entry);
        return builder.Build();
    }

    /// <summary>Moves the entry that holds it into a new file, which gets the whole document.</summary>
    public static ConfigFix MoveToNewFile(DocumentAnalysisContext context, YamlScalar scalar, string path, string? followUp = null)
    {
        var (file, tree) = (context.Document.File, context.Document.YamlTree);
        var builder = new FixBuilder($"creates {path}") { FollowUp = followUp };
        builder.Edit(file, tree).Remove(scalar.Entry!);
        builder.Create(path, file, tree, context.Document.Yaml!).ReplaceValue(scalar.Entry!, YamlNewValue.Plain("moved"));
        return builder.Build();
    }

    /// <summary>Takes the entry that holds it out and writes its key into another file.</summary>
    public static ConfigFix MoveToFile(DocumentAnalysisContext context, YamlScalar scalar, string path)
    {
        var (file, parsed) = context.Files.TryParse(path)!.Value;
        var tree = (YamlTree)parsed;
        var builder = new FixBuilder($"moves `{scalar.Entry!.KeyText}` to {path}");
        builder.Edit(context.Document.File, context.Document.YamlTree).Remove(scalar.Entry);
        builder.Edit(file, tree).Append((YamlMapping)tree.Documents[0].Root, scalar.Entry.KeyText!, YamlNewValue.Plain("moved"));
        return builder.Build();
    }

    /// <summary>Announces one thing and does another.</summary>
    public static ConfigFix Wrong(DocumentAnalysisContext context, YamlScalar scalar)
    {
        var editor = new YamlEditor(context.Document.YamlTree);
        editor.ReplaceValue(scalar.Entry!, YamlNewValue.Plain("good"));
        return new ConfigFix(
            "writes `good`", FixSafety.Safe, [new DocumentEdit(context.Document.File, editor, [new TextChange(scalar.Span, "nonsense")])], []);
    }
}
