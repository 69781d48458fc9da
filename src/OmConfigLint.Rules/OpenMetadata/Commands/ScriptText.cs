using System.Collections.Immutable;
using System.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>
/// Makes a script for the shell's reader of what a file holds: values that run one after the other become lines, and what another program
/// replaces before the shell sees it (<c>${{ … }}</c>, <c>{{ … }}</c>, <c>$(NAME)</c> of make) becomes a variable of the shell.
/// </summary>
internal static class ScriptText
{
    private const string Unknown = "${_expression}";

    /// <summary>The script that <paramref name="values"/> are.</summary>
    /// <param name="values">The values in order; at least one.</param>
    /// <param name="isRecipe">True for commands of a makefile.</param>
    public static EmbeddedText Of(IReadOnlyList<MappedText> values, bool isRecipe = false)
    {
        if (values.Count == 1 && !HasStandIn(values[0].Value, isRecipe))
            return new EmbeddedText(values[0]);

        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<EmbeddedPart>();
        foreach (var value in values)
        {
            if (text.Length > 0)
                text.Append('\n');
            var start = 0;
            while (NextStandIn(value.Value, start, isRecipe) is var (from, to, standIn))
            {
                Append(value, start, from);
                text.Append(standIn);
                start = to;
            }

            Append(value, start, value.Value.Length);
        }

        if (parts.Count == 0)
            parts.Add(new EmbeddedPart(0, values[0], 0, 0));
        return new EmbeddedText(text.ToString(), parts.DrainToImmutable());

        void Append(MappedText value, int from, int to)
        {
            if (from == to)
                return;
            parts.Add(new EmbeddedPart(text.Length, value, from, to - from));
            text.Append(value.Value, from, to - from);
        }
    }

    private static bool HasStandIn(string text, bool isRecipe) => NextStandIn(text, 0, isRecipe) is not null;

    private static (int Start, int End, string StandIn)? NextStandIn(string text, int start, bool isRecipe)
    {
        for (var i = start; i + 1 < text.Length; i++)
        {
            // What a here-document holds is no script, and is read as what it is.
            if (text[i] == '<' && text[i + 1] == '<' && EndOfHereDocument(text, i + 2) is > 0 and var closing)
            {
                i = closing;
                continue;
            }

            if (text[i] == '{' && text[i + 1] is '{' or '%')
            {
                var mark = text[i + 1] == '{' ? "}}" : "%}";
                var line = text.IndexOf('\n', i) is >= 0 and var found ? found : text.Length;
                var close = text.IndexOf(mark, i + 2, line - i - 2, StringComparison.Ordinal);
                if (close < 0)
                    continue;
                var from = i > start && text[i - 1] == '$' ? i - 1 : i;
                return (from, close + 2, mark == "%}" ? " " : OfExpression(text[(i + 2)..close].Trim()));
            }

            if (isRecipe && text[i] == '$' && text[i + 1] == '(' && ClosingParenthesis(text, i + 1) is > 0 and var end)
                return (i, end + 1, OfReference(text[(i + 2)..end]));
        }

        return null;
    }

    /// <summary>The start of the line that ends the here-document whose <c>&lt;&lt;</c> ends at <paramref name="start"/>; -1 where there is none.</summary>
    private static int EndOfHereDocument(string text, int start)
    {
        var isIndented = start < text.Length && text[start] == '-';
        var from = isIndented ? start + 1 : start;
        while (from < text.Length && text[from] is ' ' or '\t')
            from++;
        var to = from;
        while (to < text.Length && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '_' or '\'' or '"' or '\\'))
            to++;
        var delimiter = text[from..to].Trim('\'', '"', '\\');
        if (delimiter.Length == 0)
            return -1;
        for (var end = text.IndexOf('\n', to); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            var next = text.IndexOf('\n', end + 1);
            var line = text.AsSpan()[(end + 1)..(next < 0 ? text.Length : next)].TrimEnd('\r');
            if ((isIndented ? line.TrimStart('\t') : line).SequenceEqual(delimiter))
                return end + 1;
        }

        return -1;
    }

    private static string OfExpression(string expression) =>
        expression.StartsWith("env.", StringComparison.Ordinal) && IsName(expression["env.".Length..]) ? $"${{{expression["env.".Length..]}}}" : Unknown;

    private static string OfReference(string name) => IsName(name) ? $"${{{name}}}" : Unknown;

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static int ClosingParenthesis(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '(')
                depth++;
            else if (text[i] == ')' && --depth == 0)
                return i;
        }

        return -1;
    }
}
