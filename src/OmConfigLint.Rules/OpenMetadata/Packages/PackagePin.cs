using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>A requirement of a Python package, wherever it is written, each part with its place.</summary>
internal sealed class PackagePin : IVersionedReference
{
    /// <summary>What it is installed with.</summary>
    public required PackageGroup Group { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>Where the name is written.</summary>
    public required PackagePart NamePart { get; init; }

    /// <summary>The whole requirement in the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The extras in order.</summary>
    public ImmutableArray<PackageExtra> Extras { get; init; } = [];

    /// <summary>Writes an extra into the list; null where it cannot be done in this place.</summary>
    public Action<FixBuilder, string>? AddExtra { get; init; }

    /// <summary>The clauses on the version.</summary>
    public required PythonVersionSpecifiers Specifiers { get; init; }

    /// <summary>Where the clauses are written, or would be; null where there is no such place.</summary>
    public PackagePart? SpecifiersPart { get; init; }

    /// <summary>True where the clauses are written as Poetry and Pipfiles write them.</summary>
    public bool IsPoetry { get; init; }

    /// <summary>True where the clauses are written as Conda writes them.</summary>
    public bool IsConda { get; init; }

    /// <summary>True where it comes from a URL, a path or a repository.</summary>
    public bool IsDirect { get; init; }

    /// <summary>True where it holds under a condition only: <c>; python_version &lt; "3.9"</c>.</summary>
    public bool IsConditional { get; init; }

    /// <summary>True where hashes of its files stand beside it.</summary>
    public bool IsHashed { get; init; }

    /// <summary>Takes it out of its list; null where it cannot be done in this place.</summary>
    public Action<FixBuilder>? Remove { get; init; }

    /// <inheritdoc/>
    public ConfigDocument Document => Group.Document;

    /// <summary>Its place in the document by names.</summary>
    public string Path => Group.Path.Length == 0 ? Name : Group.Path + "." + Name;

    /// <inheritdoc/>
    public VersionRole Role => VersionRole.Package;

    /// <summary>Where the value of the variable that stands for the version is written; null where none does.</summary>
    public VersionPlace? VariablePlace { get; init; }

    /// <inheritdoc/>
    public VersionPlace? Version => VariablePlace is not null ? VariablePlace
        : IsDirect || SpecifiersPart is not { } part || Specifiers.Clauses is not [var clause] || LengthOfVersion(clause) is not (> 0 and var length)
        ? null
        : new VersionPlace(Document.File, Document.Tree, part.Text, new TextSpan(clause.VersionSpan.Start + OffsetOf(part), length));

    /// <inheritdoc/>
    public string? VersionVariable { get; init; }

    /// <summary>The extra called <paramref name="name"/>; null where there is none.</summary>
    public PackageExtra? FindExtra(string name) => Extras.FirstOrDefault(extra => extra.Name == name);

    /// <summary>The requirement that <paramref name="requirement"/> is, read from <paramref name="text"/> from <paramref name="offset"/> on.</summary>
    public static PackagePin Of(PackageGroup group, MappedText text, int offset, PythonRequirement requirement, bool isHashed = false, Action<FixBuilder>? remove = null)
    {
        var isDirect = requirement.UrlSpan is not null;
        return new PackagePin
        {
            Group = group,
            Name = requirement.NormalizedName,
            NamePart = Part(requirement.NameSpan),
            Span = text.ToSource(Shifted(requirement.Span)),
            Extras = [.. requirement.Extras.Select((extra, i) => new PackageExtra(
                PythonPackageName.Normalize(extra.Name), Part(extra.Span), builder => Part(RemovalOf(requirement, i)).Replace(builder, group.Document, "")))],
            AddExtra = (builder, name) => AddTo(builder, name),
            Specifiers = requirement.Specifiers,
            SpecifiersPart = isDirect ? null : Part(requirement.SpecifiersSpan),
            IsDirect = isDirect,
            IsConditional = requirement.MarkerSpan is not null,
            IsHashed = isHashed,
            Remove = remove,
        };

        TextSpan Shifted(TextSpan span) => new(span.Start + offset, span.Length);
        PackagePart Part(TextSpan span) => new(text, Shifted(span));

        void AddTo(FixBuilder builder, string name)
        {
            var (at, written) = requirement.Extras.IsEmpty
                ? (requirement.NameSpan.End, $"[{name}]")
                : (requirement.Extras[^1].Span.End, "," + name);
            Part(new TextSpan(at, 0)).Replace(builder, group.Document, written);
        }
    }

    /// <summary>The requirement in <paramref name="text"/> whose version is a variable's.</summary>
    /// <param name="group">What it is installed with.</param>
    /// <param name="text">A text that ends with the variable.</param>
    /// <param name="requirement">What <paramref name="text"/> is with the variable's value in its place.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="place">Where its value is written.</param>
    public static PackagePin OfVariable(PackageGroup group, MappedText text, PythonRequirement requirement, string variable, VersionPlace place) => new()
    {
        Group = group,
        Name = requirement.NormalizedName,
        NamePart = new PackagePart(text, requirement.NameSpan),
        Span = text.SourceSpan,
        Extras = Of(group, text, 0, requirement).Extras,
        Specifiers = requirement.Specifiers,
        VersionVariable = variable,
        VariablePlace = place,
    };

    /// <summary>What goes when the extra at <paramref name="index"/> goes: with a comma, or with the brackets.</summary>
    private static TextSpan RemovalOf(PythonRequirement requirement, int index)
    {
        var extras = requirement.Extras;
        if (extras.Length == 1)
            return requirement.ExtrasSpan;
        return index + 1 < extras.Length
            ? TextSpan.FromBounds(extras[index].Span.Start, extras[index + 1].Span.Start)
            : TextSpan.FromBounds(extras[index - 1].Span.End, extras[index].Span.End);
    }

    /// <summary>
    /// How much of a clause's version says which release is meant: all of <c>==1.5.4.0</c> and <c>~=1.5.4.0</c>, of <c>~=1.5.4</c> the <c>1.5</c>, of
    /// <c>==1.5.*</c> the same.
    /// </summary>
    private static int LengthOfVersion(PythonVersionSpecifier clause)
    {
        if (clause.Version is not { PreRelease: null, DevelopmentRelease: null, PostRelease: null, Local: null, Epoch: 0 } version)
            return 0;
        var numbers = clause.Operator switch
        {
            PythonVersionOperator.Equal or PythonVersionOperator.Prefix => version.Release.Length,
            PythonVersionOperator.Compatible when version.Release.Length > 3 => version.Release.Length,
            PythonVersionOperator.Compatible => version.Release.Length - 1,
            PythonVersionOperator.Tilde => Math.Min(2, version.Release.Length),
            _ => 0,
        };
        if (numbers is < 2 or > 4)
            return 0;
        var length = 0;
        for (var i = 0; i < numbers; i++)
            length = clause.VersionText.IndexOfAny(['.'], length + 1) is >= 0 and var dot ? dot : clause.VersionText.Length;
        return length;
    }

    /// <summary>Clauses are in offsets of the text that was read, which may be a part of the value.</summary>
    private int OffsetOf(PackagePart part) => part.Span.Start - Specifiers.Clauses[0].Span.Start;
}
