using Microsoft.CodeAnalysis;

namespace OmConfigLint.Cli.Output;

/// <summary>Whether and how a text is coloured and linked on a terminal. A file always gets <see cref="Plain"/>.</summary>
/// <param name="Colors">True where SGR colours are written.</param>
/// <param name="Hyperlinks">True where OSC 8 links are written.</param>
internal sealed record TerminalStyle(bool Colors, bool Hyperlinks)
{
    private const string Escape = "\u001b";

    /// <summary>No colours, no links.</summary>
    public static TerminalStyle Plain { get; } = new(Colors: false, Hyperlinks: false);

    /// <summary>
    /// Decides for a standard stream. <c>--color always</c> and <c>never</c> win; then <c>NO_COLOR</c> (no-color.org), then
    /// <c>FORCE_COLOR</c> (<c>0</c> means no), each only where not empty; then colours go to a terminal that is not <c>TERM=dumb</c>.
    /// Links go to a terminal alone, and only to one that is known to know them: see <see cref="TerminalLinks"/>.
    /// </summary>
    /// <param name="choice">The value of <c>--color</c>.</param>
    /// <param name="isTerminal">True where the stream is a terminal.</param>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    public static TerminalStyle Choose(ColorChoice choice, bool isTerminal, Func<string, string?> environment)
    {
        var capable = isTerminal && environment("TERM") is not "dumb";
        var colors = choice switch
        {
            ColorChoice.Always => true,
            ColorChoice.Never => false,
            _ when environment("NO_COLOR") is { Length: > 0 } => false,
            _ when environment("FORCE_COLOR") is { Length: > 0 } force => force is not ("0" or "false"),
            _ => capable,
        };
        return new TerminalStyle(colors, Hyperlinks: colors && capable && TerminalLinks.AreKnown(environment));
    }

    /// <summary>The text in the colour of a severity, bold.</summary>
    public string Severity(DiagnosticSeverity severity, string text) => severity switch
    {
        DiagnosticSeverity.Error => Paint("1;31", text),
        DiagnosticSeverity.Warning => Paint("1;33", text),
        _ => Paint("1;36", text),
    };

    /// <summary>The text in bold.</summary>
    public string Bold(string text) => Paint("1", text);

    /// <summary>Line numbers, bars and arrows.</summary>
    public string Frame(string text) => Paint("1;34", text);

    /// <summary>What was added.</summary>
    public string Added(string text) => Paint("32", text);

    /// <summary>What was removed.</summary>
    public string Removed(string text) => Paint("31", text);

    /// <summary>The place of a hunk in a patch.</summary>
    public string Hunk(string text) => Paint("36", text);

    /// <summary>The text as a link to <paramref name="address"/>; unchanged where that is null.</summary>
    public string Link(string text, string? address) =>
        Hyperlinks && address is not null ? $"{Escape}]8;;{address}{Escape}\\{text}{Escape}]8;;{Escape}\\" : text;

    private string Paint(string code, string text) =>
        Colors && text.Length > 0 ? $"{Escape}[{code}m{text}{Escape}[0m" : text;
}
