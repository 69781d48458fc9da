using OmConfigLint.Testing;

namespace OmConfigLint.Syntax.Tests.Yaml;

internal static class Corpus
{
    public static IEnumerable<(string Path, string Text)> Files(params string[] extensions) =>
        Directory.EnumerateFiles(SharedMaterial.Require("corpus"), "*", SearchOption.AllDirectories)
            .Where(path => extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Text: File.ReadAllText(path)))
            .DistinctBy(file => file.Text, StringComparer.Ordinal);
}
