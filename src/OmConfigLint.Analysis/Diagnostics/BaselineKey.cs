namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>What a baseline recognises a finding by. Lines and columns are not among it, so that it holds where text moves or is indented anew.</summary>
/// <param name="Path">The file, relative to the baseline's directory, with forward slashes.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Place">The place in the document by keys; items of lists have no number.</param>
/// <param name="Text">The marked text on one line, without secrets; of a long one the beginning and a hash.</param>
public readonly record struct BaselineKey(string Path, string RuleId, string Place, string Text) : IComparable<BaselineKey>
{
    /// <inheritdoc/>
    public int CompareTo(BaselineKey other)
    {
        var order = string.CompareOrdinal(Path, other.Path);
        if (order == 0)
            order = string.CompareOrdinal(RuleId, other.RuleId);
        if (order == 0)
            order = string.CompareOrdinal(Place, other.Place);
        return order == 0 ? string.CompareOrdinal(Text, other.Text) : order;
    }

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(BaselineKey left, BaselineKey right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(BaselineKey left, BaselineKey right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(BaselineKey left, BaselineKey right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(BaselineKey left, BaselineKey right) => left.CompareTo(right) >= 0;
}
