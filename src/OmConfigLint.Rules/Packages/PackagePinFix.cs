using System.Globalization;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Rules.Packages;

/// <summary>Holds a requirement to a release and takes its builds as they come: <c>~=1.6.3.0</c>.</summary>
internal static class PackagePinFix
{
    /// <summary>The fix that holds <paramref name="pin"/> to <paramref name="release"/>; unsafe, for <paramref name="because"/>.</summary>
    public static ConfigFix To(ReleaseVersion release, PackagePin pin, string because)
    {
        var clause = pin.IsConda ? string.Create(CultureInfo.InvariantCulture, $"={release.Major}.{release.Minor}.{release.Patch}") : Clause("~=", release);
        if (pin.VariablePlace is { } place)
            return InVariable(release, pin, place, because);
        if (pin.SpecifiersPart is not { } part)
            return ConfigFix.Manual($"pin `{pin.Name}` to `{clause}`", "its version is not written here");
        if (pin.IsHashed)
            return ConfigFix.Manual($"pin `{pin.Name}` to `{clause}`", "the hashes beside it are those of the old version");
        if (pin.Group.IsGenerated)
            return ConfigFix.Manual($"pin `{pin.Name}` to `{clause}` in the file that this one is generated from", "an edit here would be lost");
        // A word of a shell without quotes may not hold `~`.
        if (!pin.IsConda && !CanHold(part, clause))
            clause = Clause("==", release);

        var builder = new FixBuilder($"writes `{clause}`");
        builder.MakeUnsafe(because);
        part.Replace(builder, pin.Document, clause);
        return builder.Build();
    }

    private static ConfigFix InVariable(ReleaseVersion release, PackagePin pin, VersionPlace place, string because)
    {
        var version = Clause("", release);
        var title = $"writes `{version}` for `{pin.VersionVariable}`";
        if (pin.Specifiers.Clauses is not [{ Operator: PythonVersionOperator.Equal or PythonVersionOperator.Compatible, IsWildcard: false }])
            return ConfigFix.Manual(title, "the requirement admits other versions than the variable's");
        if (ServesOthers(pin))
            return ConfigFix.Manual(title, "the variable stands for other versions too, which may have three numbers");
        var builder = new FixBuilder(title);
        builder.MakeUnsafe(because);
        place.Replace(builder, version);
        return builder.Build();
    }

    /// <summary>True where the variable is also used anywhere but behind a requirement's <c>==</c>.</summary>
    private static bool ServesOthers(PackagePin pin)
    {
        var text = pin.Document.File.Outermost.Text;
        foreach (var reference in (ReadOnlySpan<string>)[$"${pin.VersionVariable}", $"${{{pin.VersionVariable}", $"$({pin.VersionVariable})", $"env.{pin.VersionVariable}"])
        {
            for (var at = text.IndexOf(reference, StringComparison.Ordinal); at >= 0; at = text.IndexOf(reference, at + 1, StringComparison.Ordinal))
            {
                if (text[at] != '$' || at < 2 || text[at - 1] != '=' || text[at - 2] is not ('=' or '~'))
                    return true;
            }
        }

        return false;
    }

    private static string Clause(string comparison, ReleaseVersion release) =>
        string.Create(CultureInfo.InvariantCulture, $"{comparison}{release.Major}.{release.Minor}.{release.Patch}.{release.Build}");

    private static bool CanHold(PackagePart part, string text)
    {
        try
        {
            part.Text.Replace(part.Span, text);
            return true;
        }
        catch (SyntaxEditException)
        {
            return false;
        }
    }
}
