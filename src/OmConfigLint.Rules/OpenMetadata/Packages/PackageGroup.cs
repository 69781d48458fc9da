using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>
/// Packages that are installed together, as far as a document says: the lines of a requirements file, an array of <c>pyproject.toml</c>, the
/// words of one <c>pip install</c>.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="path">Its place in the document by names; empty for the document itself.</param>
internal sealed class PackageGroup(ConfigDocument document, string path)
{
    private readonly List<PackagePin> _pins = [];

    /// <summary>The document.</summary>
    public ConfigDocument Document { get; } = document;

    /// <summary>Its place in the document by names; empty for the document itself.</summary>
    public string Path { get; } = path;

    /// <summary>The packages of the group itself, in order.</summary>
    public IReadOnlyList<PackagePin> Pins => _pins;

    /// <summary>The group that is installed whenever this one is; null where there is none.</summary>
    public PackageGroup? Base { get; set; }

    /// <summary>True where another file may hold the versions: a constraints file, a lock file, the compiled form of a <c>.in</c> file.</summary>
    public bool IsHeldElsewhere { get; set; }

    /// <summary>True where the file was written by a tool from another one, so that an edit would be lost.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>The packages of this group and of its base.</summary>
    public IEnumerable<PackagePin> Together => Base is null ? _pins : _pins.Concat(Base.Together);

    /// <summary>Adds a package.</summary>
    public void Add(PackagePin pin) => _pins.Add(pin);
}
