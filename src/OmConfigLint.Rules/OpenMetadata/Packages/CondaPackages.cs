using System.Buffers;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>The packages of Conda, which writes <c>conda-forge::openmetadata-ingestion=1.5.4</c>.</summary>
internal static class CondaPackages
{
    private static readonly SearchValues<char> EndOfName = SearchValues.Create("=<>!~ ");
    private static readonly string[] Programs = ["conda", "mamba", "micromamba"];
    private static readonly string[] WithArgument = ["-c", "--channel", "-n", "--name", "-p", "--prefix", "-f", "--file", "--solver"];

    /// <summary>The package that <paramref name="text"/> names together with a version; null where it names none.</summary>
    public static PackagePin? Read(PackageGroup group, MappedText text)
    {
        var value = text.Value;
        var start = value.IndexOf("::", StringComparison.Ordinal) is >= 0 and var channel ? channel + 2 : 0;
        var end = value.AsSpan(start).IndexOfAny(EndOfName);
        if (end <= 0)
            return null;
        end += start;
        var name = value[start..end];
        var clauses = end;
        while (clauses < value.Length && value[clauses] == ' ')
            clauses++;
        if (!OpenMetadataPackage.Is(PythonPackageName.Normalize(name)) || !PythonVersionSpecifiers.TryParseConda(value[clauses..], out var specifiers) || specifiers.Clauses.IsEmpty)
            return null;
        return new PackagePin
        {
            Group = group,
            Name = PythonPackageName.Normalize(name),
            NamePart = new PackagePart(text, TextSpan.FromBounds(start, end)),
            Span = text.ToSource(TextSpan.FromBounds(start, value.Length)),
            Specifiers = specifiers,
            SpecifiersPart = new PackagePart(text, TextSpan.FromBounds(clauses + specifiers.Clauses[0].Span.Start, clauses + specifiers.Clauses[^1].Span.End)),
            IsConda = true,
        };
    }

    /// <summary>The indices of the words of a command that can be packages; none where it installs nothing with Conda.</summary>
    public static IEnumerable<int> PackagesIn(IReadOnlyList<string> words)
    {
        if (!Programs.Contains(Path.GetFileName(words[0])) || !words.Any(word => word is "install" or "create"))
            yield break;
        for (var i = 1; i < words.Count; i++)
        {
            if (WithArgument.Contains(words[i]))
                i++;
            else if (words[i] is [not '-', ..])
                yield return i;
        }
    }
}
