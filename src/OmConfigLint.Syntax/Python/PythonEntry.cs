using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>An entry of a dict, an item of a list, tuple or set, or an argument of a call.</summary>
public sealed class PythonEntry
{
    internal PythonEntry(PythonReader.Slot slot, PythonValue? key, string? name, TextSpan? nameSpan, PythonValue value, TextSpan span)
    {
        (FirstToken, LastToken, CommaToken, Stars) = (slot.FirstToken, slot.LastToken, slot.CommaToken, slot.Stars);
        Key = key;
        Name = name;
        NameSpan = nameSpan;
        Value = value;
        Span = span;
        value.Entry = this;
        if (key is not null)
            key.Entry = this;
    }

    /// <summary>The dict, sequence or call that it belongs to.</summary>
    public PythonValue Container { get; internal set; } = null!;

    /// <summary>From the key, the keyword or the stars to the end of the value, without the comma.</summary>
    public TextSpan Span { get; }

    /// <summary>The key of a dict display; null for items, arguments and <c>**other</c>.</summary>
    public PythonValue? Key { get; }

    /// <summary>The keyword, or the content of a key that is a plain string; null for every other key.</summary>
    public string? Name { get; }

    /// <summary>The keyword or the whole key; null where there is neither.</summary>
    public TextSpan? NameSpan { get; }

    /// <summary>The value.</summary>
    public PythonValue Value { get; }

    /// <summary>True for <c>*others</c> and <c>**others</c>: it stands for entries that are not written here.</summary>
    public bool IsUnpacked => Stars > 0;

    internal int FirstToken { get; }

    internal int LastToken { get; }

    /// <summary>The comma behind it; -1 where there is none.</summary>
    internal int CommaToken { get; }

    internal int Stars { get; }
}
