using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>The children of a collection, collected on a stack that all collections of a text share.</summary>
internal static class Taken
{
    /// <summary>Takes all from index <paramref name="first"/> on off <paramref name="stack"/>.</summary>
    public static ImmutableArray<T> From<T>(List<T> stack, int first)
    {
        var count = stack.Count - first;
        if (count == 0)
            return [];
        var taken = new T[count];
        stack.CopyTo(first, taken, 0, count);
        stack.RemoveRange(first, count);
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }
}
