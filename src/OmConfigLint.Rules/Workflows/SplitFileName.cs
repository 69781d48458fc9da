using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.Workflows;

/// <summary>Names the file that a split creates beside the old one.</summary>
internal static class SplitFileName
{
    /// <summary>
    /// <c>mysql_profiler.yaml</c> becomes <c>mysql_auto_classification.yaml</c>: a word that names the old type is replaced, else, and where
    /// the stem is nothing but that word, the new one is appended; the separator that the stem uses is kept, the case of the replaced word too.
    /// </summary>
    /// <param name="path">The old file.</param>
    /// <param name="split">The words.</param>
    /// <param name="pattern">A pattern such as <c>{stem}_classify</c>, where <c>{stem}</c> is the stem without the old word; null for the usual name.</param>
    public static string For(string path, PipelineSplit split, string? pattern)
    {
        var nameStart = path.LastIndexOf('/') + 1;
        var extensionStart = ExtensionStart(path);
        var directory = path[..nameStart];
        var stem = path[nameStart..extensionStart];
        var extension = path[extensionStart..];
        var newStem = pattern is null ? Usual(stem, split) : pattern.Replace("{stem}", WithoutWord(stem, split), StringComparison.Ordinal);
        return directory + newStem + extension;
    }

    /// <summary>Where the extension starts, that of a template included: <c>.yaml.j2</c>. The length where there is none.</summary>
    public static int ExtensionStart(string path)
    {
        var end = path.Length - FileFormats.TemplateEndingOf(path).Length;
        return end > 0 && path.LastIndexOf('.', end - 1) is var dot && dot > path.LastIndexOf('/') + 1 ? dot : end;
    }

    private static string Usual(string stem, PipelineSplit split)
    {
        var separator = SeparatorOf(stem);
        var (at, length) = FindWord(stem, split);
        // `profiler.yaml`: without its only word it would not say what it belongs to.
        if (length == 0 || length == stem.Length)
            return stem + separator + split.FileWord.Replace('_', separator);

        var word = stem.Substring(at, length);
        string replacement;
        if (word.All(char.IsUpper))
            replacement = split.FileWord.ToUpperInvariant().Replace('_', separator);
        else if (char.IsUpper(word[0]))
            replacement = string.Concat(split.FileWord.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        else
            replacement = split.FileWord.Replace('_', separator);
        return stem[..at] + replacement + stem[(at + length)..];
    }

    private static string WithoutWord(string stem, PipelineSplit split)
    {
        var (at, length) = FindWord(stem, split);
        return length == 0 ? stem : (stem[..at] + stem[(at + length)..]).Trim('_', '-', '.', ' ');
    }

    private static (int At, int Length) FindWord(string stem, PipelineSplit split)
    {
        foreach (var word in split.ReplacedFileWords)
        {
            var at = stem.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at + word.Length == stem.Length || !char.IsAsciiLetterLower(stem[at + word.Length])))
                return (at, word.Length);
        }

        return (0, 0);
    }

    private static char SeparatorOf(string stem)
    {
        foreach (var character in stem)
        {
            if (character is '_' or '-' or '.' or ' ')
                return character;
        }

        return '_';
    }
}
