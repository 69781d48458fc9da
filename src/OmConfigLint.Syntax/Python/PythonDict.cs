using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>A dict that is written out: <c>{"a": 1}</c>, or <c>dict(a=1)</c> with keywords only.</summary>
public sealed class PythonDict : PythonValue
{
    internal PythonDict(TextSpan span, ImmutableArray<PythonEntry> entries, bool isCall)
        : base(span)
    {
        Entries = entries;
        IsCall = isCall;
        foreach (var entry in entries)
            entry.Container = this;
    }

    /// <summary>The entries in order; of two with one name the last counts.</summary>
    public ImmutableArray<PythonEntry> Entries { get; }

    /// <summary>True for <c>dict(…)</c>, whose keys are keywords.</summary>
    public bool IsCall { get; }

    /// <inheritdoc/>
    public override IEnumerable<PythonValue> Children =>
        Entries.SelectMany(entry => entry.Key is { } key ? new[] { key, entry.Value } : [entry.Value]);

    /// <summary>The entry that counts for <paramref name="name"/>; null where there is none.</summary>
    public PythonEntry? this[string name] => Entries.LastOrDefault(entry => entry.Name == name);
}
