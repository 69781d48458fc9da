using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Notebooks;

/// <summary>
/// Finds the code in a Jupyter notebook (nbformat 4, https://nbformat.readthedocs.io), which is JSON: edits of the code become edits of its
/// strings.
/// </summary>
public static class Notebook
{
    /// <summary>The code cells of <paramref name="json"/> in order; none where it is no notebook.</summary>
    public static ImmutableArray<NotebookCell> CellsOf(YamlTree json)
    {
        if (json.Documents is not [{ Root: YamlMapping root }] || Find(root, "cells") is not YamlSequence cells)
            return [];
        var language = Language(root);
        var isPython = language is null || language.StartsWith("python", StringComparison.OrdinalIgnoreCase);
        var found = ImmutableArray.CreateBuilder<NotebookCell>();
        foreach (var item in cells.Items)
        {
            if (item is YamlMapping cell && TextOf(Find(cell, "cell_type")) == "code" && SourceOf(json, Find(cell, "source")) is { } source)
                found.Add(Read(cell, source, isPython));
        }

        return found.DrainToImmutable();
    }

    private static string? Language(YamlMapping root)
    {
        var metadata = Find(root, "metadata") as YamlMapping;
        return TextOf(Find(Find(metadata, "kernelspec") as YamlMapping, "language"))
            ?? TextOf(Find(Find(metadata, "language_info") as YamlMapping, "name"));
    }

    private static YamlNode? Find(YamlMapping? mapping, string key) =>
        mapping?.Entries.LastOrDefault(entry => entry.Key is YamlScalar scalar && scalar.Value == key)?.Value;

    private static string? TextOf(YamlNode? node) => (node as YamlScalar)?.Value;

    /// <summary>The source: one string, or a list of them, one a line.</summary>
    private static EmbeddedText? SourceOf(YamlTree json, YamlNode? node)
    {
        var scalars = node switch
        {
            YamlScalar scalar => [scalar],
            YamlSequence { Items: [_, ..] } lines => lines.Items.OfType<YamlScalar>().ToList(),
            _ => [],
        };
        if (scalars.Count == 0)
            return null;
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<EmbeddedPart>(scalars.Count);
        foreach (var scalar in scalars)
        {
            var part = json.TextOf(scalar);
            parts.Add(new EmbeddedPart(text.Length, part, 0, part.Value.Length));
            text.Append(part.Value);
        }

        return new EmbeddedText(text.ToString(), parts.DrainToImmutable());
    }

    private static NotebookCell Read(YamlMapping cell, EmbeddedText source, bool isPython)
    {
        var text = source.Text;
        var start = text.Length - text.AsSpan().TrimStart().Length;
        if (!text.AsSpan(start).StartsWith("%%", StringComparison.Ordinal))
        {
            return isPython
                ? ReadPython(cell, source, magic: null, body: null, blanked: [])
                : new NotebookCell(cell, source, magic: null, body: null, python: null, []);
        }

        var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : text.Length;
        var magic = text[(start + 2)..end].Trim();
        var next = end < text.Length ? text.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? end + 2 : end + 1 : end;
        var body = Slice(source, TextSpan.FromBounds(next, text.Length));
        var words = magic.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["bash" or "sh" or "zsh" or "system" or "sx" or "!", ..] or ["script", "bash" or "sh" or "zsh", ..] =>
                new NotebookCell(cell, source, magic, body, python: null, [body]),
            ["time" or "timeit" or "capture" or "prun" or "python" or "python3" or "debug" or "memit", ..] =>
                ReadPython(cell, source, magic, body, [TextSpan.FromBounds(start, end)]),
            _ => new NotebookCell(cell, source, magic, body, python: null, []),
        };
    }

    private static NotebookCell ReadPython(YamlMapping cell, EmbeddedText source, string? magic, EmbeddedText? body, TextSpan[] blanked)
    {
        // The line for the whole cell is blanked before the others are looked for.
        var lexer = PythonLexer.Read(Blank(source, blanked).Text, SyntaxLimits.Default, isNotebook: true);
        var commands = ImmutableArray.CreateBuilder<EmbeddedText>();
        foreach (var line in lexer.Magics)
        {
            var command = source.Text.AsSpan(line.Start, line.Length);
            var signs = command.StartsWith("!!", StringComparison.Ordinal) ? 2 : 1;
            if (command[0] == '!' || command.StartsWith("%pip ", StringComparison.Ordinal) || command.StartsWith("%conda ", StringComparison.Ordinal))
                commands.Add(Slice(source, TextSpan.FromBounds(line.Start + signs, line.End)));
        }

        return new NotebookCell(cell, source, magic, body, Blank(source, [.. blanked, .. lexer.Magics]), commands.DrainToImmutable());
    }

    /// <summary>The text with blanks in place of <paramref name="spans"/>, which are no longer parts of it; line breaks stay.</summary>
    private static EmbeddedText Blank(EmbeddedText source, TextSpan[] spans)
    {
        if (spans.Length == 0)
            return source;
        var text = source.Text.ToCharArray();
        var kept = new List<(TextSpan, int)>();
        var position = 0;
        foreach (var span in spans)
        {
            for (var i = span.Start; i < span.End; i++)
                text[i] = text[i] is '\r' or '\n' ? text[i] : ' ';
            kept.Add((TextSpan.FromBounds(position, span.Start), position));
            position = span.End;
        }

        kept.Add((TextSpan.FromBounds(position, text.Length), position));
        return new EmbeddedText(new string(text), EmbeddedPart.Keep(source.Parts, kept));
    }

    private static EmbeddedText Slice(EmbeddedText source, TextSpan span) =>
        new(source.Text.Substring(span.Start, span.Length), EmbeddedPart.Keep(source.Parts, [(span, 0)]));
}
