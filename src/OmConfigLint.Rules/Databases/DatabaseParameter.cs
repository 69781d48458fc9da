namespace OmConfigLint.Rules.Databases;

/// <summary>A parameter of a database server that says how much memory sorting gets.</summary>
/// <param name="Name">Its name as the engine prints it.</param>
/// <param name="Engine">Whose it is.</param>
internal sealed record DatabaseParameter(string Name, DatabaseEngine Engine)
{
    /// <summary>MySQL's, in bytes where no unit is written.</summary>
    public static DatabaseParameter SortBufferSize { get; } = new("sort_buffer_size", DatabaseEngine.MySql);

    /// <summary>PostgreSQL's, in kB where no unit is written.</summary>
    public static DatabaseParameter WorkMem { get; } = new("work_mem", DatabaseEngine.PostgreSql);

    /// <summary>The name with dashes, which both engines take in option files and on the command line.</summary>
    public string DashedName { get; } = Name.Replace('_', '-');

    /// <summary>The parameter called <paramref name="name"/>; null for any other.</summary>
    public static DatabaseParameter? Find(string name)
    {
        if (SortBufferSize.Is(name))
            return SortBufferSize;
        return WorkMem.Is(name) ? WorkMem : null;
    }

    /// <summary>The parameter of <paramref name="engine"/>.</summary>
    public static DatabaseParameter Of(DatabaseEngine engine) => engine == DatabaseEngine.MySql ? SortBufferSize : WorkMem;

    /// <summary>True where <paramref name="text"/> holds the name of either, perhaps as a part of another name.</summary>
    public static bool AnyIsIn(string text) =>
        Holds(text, SortBufferSize) || Holds(text, WorkMem);

    private static bool Holds(string text, DatabaseParameter parameter) =>
        text.Contains(parameter.Name, StringComparison.OrdinalIgnoreCase) || text.Contains(parameter.DashedName, StringComparison.OrdinalIgnoreCase);

    private bool Is(string name) =>
        name.Equals(Name, StringComparison.OrdinalIgnoreCase) || name.Equals(DashedName, StringComparison.OrdinalIgnoreCase);
}
