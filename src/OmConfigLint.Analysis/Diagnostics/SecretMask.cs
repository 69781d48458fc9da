using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>
/// Where a text holds secrets, which no report shows: values under keys such as <c>password</c>, JSON web tokens, private keys, passwords in
/// URLs. It reads lines, not trees, so that it works on any text, broken YAML and fragments included; placeholders are no secrets.
/// </summary>
public sealed class SecretMask
{
    /// <summary>What stands for a secret, however long it is.</summary>
    public const string Replacement = "***";

    private readonly string _text;

    private SecretMask(string text, ImmutableArray<TextSpan> spans)
    {
        _text = text;
        Spans = spans;
    }

    /// <summary>The secrets, in UTF-16 offsets, sorted, not overlapping, none across a line break.</summary>
    public ImmutableArray<TextSpan> Spans { get; }

    /// <summary>Finds the secrets of a whole text.</summary>
    public static SecretMask Of(string text) => Of(text, text.Length);

    /// <summary>Finds the secrets of <paramref name="text"/> that start before <paramref name="end"/>, for those who show no more of it.</summary>
    public static SecretMask Of(string text, int end) => new(text, SecretScanner.Scan(text, end));

    /// <summary>True where the value of <paramref name="key"/> is a secret.</summary>
    public static bool IsSecretKey(string key) => SecretKey.IsSecret(key);

    /// <summary>The text with every secret replaced.</summary>
    public static string Apply(string text) => Of(text).Masked(new TextSpan(0, text.Length));

    /// <summary>The text of <paramref name="part"/> with the secrets replaced that it holds or touches.</summary>
    public string Masked(TextSpan part)
    {
        var result = new StringBuilder(part.Length);
        var position = part.Start;
        for (var i = FirstEndingAfter(part.Start); i < Spans.Length && Spans[i].Start < part.End; i++)
        {
            result.Append(_text, position, Math.Max(Spans[i].Start - position, 0)).Append(Replacement);
            position = Math.Min(Spans[i].End, part.End);
        }

        return result.Append(_text, position, part.End - position).ToString();
    }

    /// <summary>True where <paramref name="part"/> holds at least one character of a secret.</summary>
    public bool Overlaps(TextSpan part)
    {
        var i = FirstEndingAfter(part.Start);
        return i < Spans.Length && Spans[i].Start < part.End;
    }

    /// <summary>The index of the first secret that ends behind <paramref name="position"/>.</summary>
    public int FirstEndingAfter(int position)
    {
        var (low, high) = (0, Spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Spans[middle].End > position)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
