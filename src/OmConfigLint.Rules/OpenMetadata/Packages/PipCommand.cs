using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>Finds the <c>pip install</c> commands in a script that is not read as one.</summary>
internal static class PipCommand
{
    private static readonly string[] Programs = ["pip", "pip3", "uv", "pipx", "pipenv", "poetry", "python", "python3", "sudo"];

    // Options of `pip install` whose argument is the next word.
    private static readonly string[] WithArgument =
        ["-r", "--requirement", "-c", "--constraint", "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "-t", "--target", "-e", "--editable", "--prefix", "--root",
         "--python-version", "--platform", "--python", "-p", "--cache-dir", "--trusted-host", "--proxy", "--timeout", "--retries", "--upgrade-strategy", "--progress-bar", "--group"];

    /// <summary>Of each command the words behind <c>install</c> or <c>add</c> that can be requirements; <c>-c</c> stays among them.</summary>
    public static IEnumerable<List<PackageWord>> Find(string script)
    {
        foreach (var span in Commands(script))
        {
            if (!OpenMetadataPackage.IsIn(script.AsSpan(span.Start, span.Length)))
                continue;
            var words = PackageWord.Split(script, span);
            if (RequirementsOf(words) is { Count: > 0 } requirements)
                yield return requirements;
        }
    }

    /// <summary>The requirements and constraint options of a command; null where it installs nothing.</summary>
    public static List<PackageWord>? RequirementsOf(IReadOnlyList<PackageWord> words)
    {
        var verb = VerbOf(words);
        if (verb < 0)
            return null;
        var requirements = new List<PackageWord>();
        for (var i = verb + 1; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Text[0] != '-')
            {
                requirements.Add(word);
                continue;
            }

            if (word.Text is "-c" || word.Text.StartsWith("--constraint", StringComparison.Ordinal))
                requirements.Add(word with { Text = "-c" });
            if (WithArgument.Contains(word.Text))
                i++;
        }

        return requirements;
    }

    /// <summary>The index of <c>install</c> or <c>add</c>; -1 where the command is another one.</summary>
    private static int VerbOf(IReadOnlyList<PackageWord> words)
    {
        var index = 0;
        while (index < words.Count && words[index].Text is var word && word.Contains('=', StringComparison.Ordinal) && char.IsAsciiLetter(word[0]))
            index++;
        var isInstaller = false;
        for (; index < words.Count; index++)
        {
            var program = Path.GetFileName(words[index].Text);
            if (program is "install" or "add" or "wheel" or "download")
                return isInstaller ? index : -1;
            if (program.StartsWith('-'))
                continue;
            if (!Programs.Contains(program) && !program.StartsWith("pip3.", StringComparison.Ordinal) && !program.StartsWith("python3.", StringComparison.Ordinal))
                return -1;
            isInstaller |= program.StartsWith("pip", StringComparison.Ordinal) || program is "uv" or "poetry";
        }

        return -1;
    }

    /// <summary>The commands of a script: up to a line break without a backslash before it, or an operator; comments are left out.</summary>
    private static IEnumerable<TextSpan> Commands(string script)
    {
        var (start, quote, outer) = (0, '\0', '\0');
        for (var i = 0; i < script.Length; i++)
        {
            var c = script[i];
            if (quote != '\0')
            {
                if (c == quote)
                    quote = '\0';
            }
            else if (c == outer)
            {
                yield return TextSpan.FromBounds(start, i);
                (start, outer) = (i + 1, '\0');
            }
            else if (c is '"' or '\'')
            {
                // `sh -c "pip install …"`: what stands in quotes is a script itself.
                if (outer == '\0' && StartsWithProgram(script.AsSpan(i + 1).TrimStart()))
                    (start, outer) = (i + 1, c);
                else
                    quote = c;
            }
            else if (c == '#' && (i == 0 || char.IsWhiteSpace(script[i - 1])))
            {
                yield return TextSpan.FromBounds(start, i);
                while (i + 1 < script.Length && script[i + 1] != '\n')
                    i++;
                start = i + 1;
            }
            else if (c is ';' or '|' or '&' || (c == '\n' && !IsContinued(script, i)))
            {
                yield return TextSpan.FromBounds(start, i);
                start = i + 1;
            }
        }

        yield return TextSpan.FromBounds(start, script.Length);
    }

    private static bool StartsWithProgram(ReadOnlySpan<char> script) =>
        script.StartsWith("pip", StringComparison.Ordinal) || script.StartsWith("python", StringComparison.Ordinal) || script.StartsWith("uv ", StringComparison.Ordinal);

    private static bool IsContinued(string script, int lineBreak)
    {
        var before = lineBreak - 1;
        if (before >= 0 && script[before] == '\r')
            before--;
        return before >= 0 && script[before] == '\\';
    }
}
