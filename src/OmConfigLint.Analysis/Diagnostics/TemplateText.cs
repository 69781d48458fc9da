namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Recognises text that is YAML only after a template engine has run.</summary>
internal static class TemplateText
{
    private static readonly string[] Marks = ["{{", "{%", "<%", "{#"];

    /// <summary>The first template mark in <paramref name="text"/>; -1 where there is none.</summary>
    public static int FindMark(string text) =>
        Marks.Select(mark => text.IndexOf(mark, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
}
