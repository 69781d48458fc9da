namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>
/// What is to be done to a tree, by identity of its entries: what <see cref="YamlEditor"/> writes and <see cref="YamlEditProof"/> checks.
/// An operation inside an entry that is removed, or inside a value that is replaced, has no effect.
/// </summary>
internal sealed class YamlOperations
{
    private readonly HashSet<YamlEntry> _removed = [];
    private readonly Dictionary<YamlEntry, string> _newKeys = [];
    private readonly Dictionary<YamlEntry, YamlNewValue> _newValues = [];
    private readonly Dictionary<YamlEntry, List<YamlNewEntry>> _inserted = [];
    private readonly Dictionary<YamlMapping, List<YamlNewEntry>> _appended = [];
    private readonly Dictionary<YamlSequence, List<YamlNewValue>> _newItems = [];
    private readonly HashSet<YamlNode> _touched = [];

    public bool Any => _removed.Count + _newKeys.Count + _newValues.Count + _inserted.Count + _appended.Count + _newItems.Count > 0;

    public void Remove(YamlEntry entry)
    {
        _touched.Add(entry.Mapping);
        _removed.Add(entry);
    }

    public void RenameKey(YamlEntry entry, string newKey)
    {
        _touched.Add(entry.Mapping);
        _newKeys[entry] = newKey;
    }

    public void ReplaceValue(YamlEntry entry, YamlNewValue value)
    {
        _touched.Add(entry.Mapping);
        _newValues[entry] = value;
    }

    public void InsertAfter(YamlEntry neighbour, YamlNewEntry entry)
    {
        _touched.Add(neighbour.Mapping);
        Add(_inserted, neighbour, entry);
    }

    public void Append(YamlMapping emptyMapping, YamlNewEntry entry)
    {
        _touched.Add(emptyMapping);
        Add(_appended, emptyMapping, entry);
    }

    public void Append(YamlSequence sequence, YamlNewValue item)
    {
        _touched.Add(sequence);
        Add(_newItems, sequence, item);
    }

    public bool IsRemoved(YamlEntry entry) => _removed.Contains(entry);

    public string? NewKeyOf(YamlEntry entry) => _newKeys.GetValueOrDefault(entry);

    public YamlNewValue? NewValueOf(YamlEntry entry) => _newValues.GetValueOrDefault(entry);

    public IReadOnlyList<YamlNewEntry> InsertedAfter(YamlEntry neighbour) => _inserted.TryGetValue(neighbour, out var found) ? found : [];

    public IReadOnlyList<YamlNewEntry> AppendedTo(YamlMapping emptyMapping) => _appended.TryGetValue(emptyMapping, out var found) ? found : [];

    public IReadOnlyList<YamlNewValue> AppendedTo(YamlSequence sequence) => _newItems.TryGetValue(sequence, out var found) ? found : [];

    /// <summary>True where an entry is left at the entry's place: itself, or one that is inserted there.</summary>
    public bool LeavesAnEntry(YamlEntry entry) => !IsRemoved(entry) || _inserted.ContainsKey(entry);

    /// <summary>True for a node in an entry that is removed or in a value that is replaced.</summary>
    public bool IsGone(YamlNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (current.Entry is { } entry && (IsRemoved(entry) || (current == entry.Value && _newValues.ContainsKey(entry))))
                return true;
        }

        return false;
    }

    /// <summary>The mappings whose entries become more or fewer, without those that are gone.</summary>
    public IEnumerable<YamlMapping> ChangedMappings()
    {
        var changed = new HashSet<YamlMapping>();
        foreach (var entry in _removed)
            Add(entry.Mapping);
        foreach (var entry in _inserted.Keys)
            Add(entry.Mapping);
        foreach (var mapping in _appended.Keys)
            Add(mapping);
        return changed;

        void Add(YamlMapping mapping)
        {
            if (!IsGone(mapping))
                changed.Add(mapping);
        }
    }

    /// <summary>The entries that go, and those behind which one is written, without what is gone with the mapping around it.</summary>
    public IEnumerable<(YamlEntry Entry, bool IsInsertion)> EditedEntries() =>
        _removed.Select(entry => (entry, false)).Concat(_inserted.Keys.Select(entry => (entry, true))).Where(edited => !IsGone(edited.entry.Mapping));

    /// <summary>The sequences that get items, without those that are gone.</summary>
    public IEnumerable<YamlSequence> ChangedSequences() => _newItems.Keys.Where(sequence => !IsGone(sequence));

    /// <summary>The entries that stay with another key.</summary>
    public IEnumerable<YamlEntry> RenamedEntries() => _newKeys.Keys.Where(entry => !IsGone(entry.Key));

    /// <summary>The entries that stay with another value.</summary>
    public IEnumerable<YamlEntry> EntriesWithNewValue() => _newValues.Keys.Where(entry => !IsGone(entry.Key));

    /// <summary>The outermost nodes that are gone.</summary>
    public IEnumerable<YamlNode> GoneNodes()
    {
        foreach (var entry in _removed.Where(entry => !IsGone(entry.Mapping)))
        {
            yield return entry.Key;
            yield return entry.Value;
        }

        foreach (var entry in EntriesWithNewValue())
            yield return entry.Value;
    }

    /// <summary>
    /// Takes over the operations of <paramref name="other"/>, on the same tree, unless both change the same collection, or one changes what the
    /// other removes: then what they come to together is not what either says.
    /// </summary>
    public bool TryInclude(YamlOperations other)
    {
        if (_touched.Overlaps(other._touched) || other._touched.Any(IsGone))
            return false;
        // Seldom true, and the only look at everything that has been taken over.
        if (other.GoneNodes().Any(node => node is YamlMapping or YamlSequence) && _touched.Any(other.IsGone))
            return false;

        _touched.UnionWith(other._touched);
        _removed.UnionWith(other._removed);
        foreach (var (entry, key) in other._newKeys)
            _newKeys.Add(entry, key);
        foreach (var (entry, value) in other._newValues)
            _newValues.Add(entry, value);
        foreach (var (neighbour, entries) in other._inserted)
            _inserted.Add(neighbour, [.. entries]);
        foreach (var (mapping, entries) in other._appended)
            _appended.Add(mapping, [.. entries]);
        foreach (var (sequence, items) in other._newItems)
            _newItems.Add(sequence, [.. items]);
        return true;
    }

    /// <summary>The same operations, to be changed apart.</summary>
    public YamlOperations Copy()
    {
        var copy = new YamlOperations();
        copy.TryInclude(this);
        return copy;
    }

    private static void Add<TKey, TNew>(Dictionary<TKey, List<TNew>> additions, TKey place, TNew addition)
        where TKey : notnull
    {
        if (!additions.TryGetValue(place, out var list))
            additions.Add(place, list = []);
        list.Add(addition);
    }
}
