using System.Collections.Immutable;

namespace OmConfigLint.Rules.Tests.Pages;

/// <summary>Another way to write the same lines.</summary>
internal sealed record TextVariant(string Name, Func<string, string> Apply)
{
    public static ImmutableArray<TextVariant> All { get; } =
    [
        new("CRLF", text => text.Replace("\n", "\r\n", StringComparison.Ordinal)),
        new("CR", text => text.Replace('\n', '\r')),
        new("byte order mark", text => "\uFEFF" + text),
        new("no final newline", text => text.TrimEnd('\n')),
        new("CRLF and no final newline", text => text.TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal)),
    ];
}
