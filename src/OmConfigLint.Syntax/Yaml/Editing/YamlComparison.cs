namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>
/// Compares an old node with an edited one. Pairs of nodes are compared once, from an explicit stack: aliases can neither multiply the work
/// nor recur without end.
/// </summary>
internal sealed class YamlComparison(YamlEditor editor)
{
    private readonly YamlOperations _declared = editor.Operations;
    private readonly HashSet<(YamlNode Old, YamlNode Now, bool IsCopy)> _seen = [];
    private readonly Stack<Pair> _open = new();

    public string? FindDifference(YamlNode old, YamlNode now)
    {
        _open.Push(new Pair(old, now, YamlDifferencePath.Root, IsCopy: false));
        while (_open.TryPop(out var pair))
        {
            if (_seen.Add((pair.Old, pair.Now, pair.IsCopy)) && Compare(pair) is { } difference)
                return difference;
        }

        return null;
    }

    private string? Compare(Pair pair) => pair.Old is YamlAlias alias ? CompareAlias(alias, pair) : CompareNodes(pair);

    private string? CompareAlias(YamlAlias old, Pair pair)
    {
        // What an alias stands for goes when its anchor's entry goes; then the value itself takes the alias's place.
        var targetIsGone = _declared.IsGone(old.Target);
        var now = pair.Now;
        if (now is YamlAlias alias)
        {
            if (!string.Equals(old.Name, alias.Name, StringComparison.Ordinal))
                return pair.Path.Describe($"`*{old.Name}` became `*{alias.Name}`");
            now = alias.Target;
        }
        else if (!targetIsGone)
        {
            return pair.Path.Describe($"`*{old.Name}` is no longer an alias");
        }

        _open.Push(pair with { Old = old.Target, Now = now, IsCopy = targetIsGone });
        return null;
    }

    private string? CompareNodes(Pair pair)
    {
        var (old, now, path, isCopy) = pair;
        if (now is YamlAlias alias)
            return path.Describe($"became the alias `*{alias.Name}`");
        if (!string.Equals(old.Tag?.Text, now.Tag?.Text, StringComparison.Ordinal))
            return path.Describe($"the tag {TagOf(old)} became {TagOf(now)}");
        if (!isCopy && !string.Equals(old.Anchor?.Name, now.Anchor?.Name, StringComparison.Ordinal))
            return path.Describe("the anchor is another");

        return (old, now) switch
        {
            (YamlScalar a, YamlScalar b) => CompareScalars(a, b, pair),
            (YamlSequence a, YamlSequence b) => CompareSequences(a, b, pair),
            (YamlMapping a, YamlMapping b) => CompareMappings(a, b, pair),
            _ => path.Describe($"{KindOf(old)} became {KindOf(now)}"),
        };
    }

    private string? CompareScalars(YamlScalar old, YamlScalar now, Pair pair)
    {
        var path = pair.Path;
        var newValue = pair.IsCopy ? null : editor.NewValueOf(old);
        var expected = newValue ?? old.Value;
        if (!string.Equals(expected, now.Value, StringComparison.Ordinal))
            return path.DescribeValues(expected, now.Value);
        if (newValue is not null && old.ResolvedType != now.ResolvedType)
            return path.Describe("the new text is read as another type");
        if (old.IsImplicit == now.IsImplicit)
            return null;
        return path.Describe(old.IsImplicit ? "a plain scalar became a quoted one" : "a quoted scalar became a plain one");
    }

    private string? CompareSequences(YamlSequence old, YamlSequence now, Pair pair)
    {
        IReadOnlyList<YamlNewValue> added = pair.IsCopy ? [] : _declared.AppendedTo(old);
        if (old.Items.Length + added.Count != now.Items.Length)
            return pair.Path.Describe($"has {now.Items.Length} items instead of {old.Items.Length + added.Count}");
        for (var i = 0; i < added.Count; i++)
        {
            var (item, path) = (now.Items[old.Items.Length + i], pair.Path.Item(old.Items.Length + i));
            if (added[i].Copied is { } copied && item.Anchor is null)
                _open.Push(new Pair(copied, item, path, IsCopy: true));
            else if (CompareNewScalar(added[i], item, path) is { } difference)
                return difference;
        }

        for (var i = old.Items.Length - 1; i >= 0; i--)
            _open.Push(pair with { Old = old.Items[i], Now = now.Items[i], Path = pair.Path.Item(i) });
        return null;
    }

    private string? CompareMappings(YamlMapping old, YamlMapping now, Pair pair)
    {
        List<Expected> expected = pair.IsCopy ? [.. old.Entries.Select(entry => new Expected(entry, null, null))] : ExpectedEntries(old);
        if (FindMisplacedKey(expected, now, pair.Path) is { } misplaced)
            return misplaced;

        var open = new List<Pair>();
        for (var i = 0; i < expected.Count; i++)
        {
            var (key, value) = (now.Entries[i].Key, now.Entries[i].Value);
            var path = pair.Path.Key(now.Entries[i].KeyText);
            var (entry, newKey, newValue) = expected[i];

            if (newKey is null)
                open.Add(pair with { Old = entry!.Key, Now = key, Path = path.OfKey() });
            else if (CompareNewKey(entry?.Key, newKey, key, path.OfKey()) is { } difference)
                return difference;

            if (newValue is null)
                open.Add(pair with { Old = entry!.Value, Now = value, Path = path });
            else if (newValue.Copied is { } copied && value.Anchor is null)
                open.Add(new Pair(copied, value, path, IsCopy: true));
            else if (CompareNewScalar(newValue, value, path) is { } difference)
                return difference;
        }

        open.Reverse();
        open.ForEach(_open.Push);
        return null;
    }

    private List<Expected> ExpectedEntries(YamlMapping old)
    {
        var expected = new List<Expected>();
        foreach (var entry in old.Entries)
        {
            if (!_declared.IsRemoved(entry))
                expected.Add(new Expected(entry, _declared.NewKeyOf(entry), _declared.NewValueOf(entry)));
            expected.AddRange(_declared.InsertedAfter(entry).Select(added => new Expected(null, added.Key, added.Value)));
        }

        expected.AddRange(_declared.AppendedTo(old).Select(added => new Expected(null, added.Key, added.Value)));
        return expected;
    }

    private string? FindMisplacedKey(List<Expected> expected, YamlMapping now, YamlDifferencePath path)
    {
        var keys = expected.ConvertAll(entry => entry.NewKey ?? editor.NewValueOf(entry.Old!.Key) ?? entry.Old.KeyText);
        for (var i = 0; i < Math.Max(keys.Count, now.Entries.Length); i++)
        {
            var key = i < keys.Count ? keys[i] : null;
            var found = i < now.Entries.Length ? now.Entries[i].KeyText : null;
            if (i < keys.Count && i < now.Entries.Length && string.Equals(key, found, StringComparison.Ordinal))
                continue;
            if (i < keys.Count && !now.Entries.Any(entry => string.Equals(entry.KeyText, key, StringComparison.Ordinal)))
                return path.Key(key).Describe("is missing");
            if (i < now.Entries.Length && !keys.Contains(found, StringComparer.Ordinal))
                return path.Key(found).Describe("was not there before");
            return path.Key(key ?? found).Describe("stands in another place or is written more or less often");
        }

        return null;
    }

    private static string? CompareNewKey(YamlNode? old, string expected, YamlNode now, YamlDifferencePath path)
    {
        if (old is YamlScalar { Style: not YamlScalarStyle.Plain } && now is YamlScalar { Style: YamlScalarStyle.Plain })
            return path.Describe("the key lost its quotes");
        if (!string.Equals(old?.Tag?.Text, now.Tag?.Text, StringComparison.Ordinal))
            return path.Describe("the key has another tag");
        if (!string.Equals(old?.Anchor?.Name, now.Anchor?.Name, StringComparison.Ordinal))
            return path.Describe("the key has another anchor");
        return CompareNewString(expected, now, path);
    }

    private static string? CompareNewScalar(YamlNewValue expected, YamlNode now, YamlDifferencePath path)
    {
        if (now is YamlAlias || now.Anchor is not null || now.Tag is not null)
            return path.Describe("the new value has an anchor or a tag, or is an alias");
        if (expected.IsString)
            return CompareNewString(expected.Text!, now, path);
        if (now is not YamlScalar { IsImplicit: true } scalar)
            return path.Describe("the new value is not a plain scalar");
        return string.Equals(scalar.Value, expected.Text, StringComparison.Ordinal) ? null : path.DescribeValues(expected.Text!, scalar.Value);
    }

    // A plain scalar may stand for a string where its text is no number, boolean, merge key or the like.
    private static string? CompareNewString(string expected, YamlNode now, YamlDifferencePath path)
    {
        if (now is not YamlScalar scalar)
            return path.Describe($"{KindOf(now)} stands for a string");
        if (!string.Equals(scalar.Value, expected, StringComparison.Ordinal))
            return path.DescribeValues(expected, scalar.Value);
        var isString = !scalar.IsImplicit || (Yaml11Schema.Resolve(scalar.Value) == YamlScalarType.String && scalar.Value is not ("<<" or "="));
        return isString ? null : path.Describe("the new string is not read as one");
    }

    private static string TagOf(YamlNode node) => node.Tag is { } tag ? $"`{tag.Text}`" : "none";

    private static string KindOf(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a sequence",
        _ => "a scalar",
    };

    // IsCopy: the operations do not count, because the old node is copied, or moved to an alias, as it was.
    private sealed record Pair(YamlNode Old, YamlNode Now, YamlDifferencePath Path, bool IsCopy);

    // An old entry, a new one, or an old one with something new.
    private readonly record struct Expected(YamlEntry? Old, string? NewKey, YamlNewValue? NewValue);
}
