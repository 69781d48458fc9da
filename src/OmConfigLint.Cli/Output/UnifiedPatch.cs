using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// The change of one file as a patch that <c>git apply</c> takes. Lines are broken at LF only, as git does, so that CR and CRLF come through;
/// a byte order mark is part of the first line. Written as UTF-8 without one of its own.
/// </summary>
internal sealed class UnifiedPatch
{
    private const int ContextLines = 3;

    private readonly string _path;
    private readonly string? _oldText;
    private readonly string _newText;

    private UnifiedPatch(string path, string? oldText, string newText)
    {
        _path = path;
        _oldText = oldText;
        _newText = newText;
    }

    /// <summary>The patch that turns <paramref name="before"/> into <paramref name="after"/>.</summary>
    /// <param name="before">The file as it is.</param>
    /// <param name="after">The file as it is to be.</param>
    /// <param name="prefix">
    /// The run's root relative to the repository's, as in <c>ingestion/</c>: in a subdirectory <c>git apply</c> skips, without a word, what does
    /// not lie below it by its path from the repository's root.
    /// </param>
    public static UnifiedPatch Changing(SourceFile before, SourceFile after, string prefix = "") =>
        new(prefix + before.Path, WithMark(before), WithMark(after));

    /// <summary>The patch that creates <paramref name="file"/>.</summary>
    /// <param name="file">The file as it is to be.</param>
    /// <param name="prefix">As for <see cref="Changing"/>.</param>
    public static UnifiedPatch Creating(SourceFile file, string prefix = "") => new(prefix + file.Path, oldText: null, WithMark(file));

    /// <summary>Why no patch can change or create <paramref name="file"/>; null where one can.</summary>
    public static string? FindObstacle(SourceFile file)
    {
        if (file.Encoding is FileEncoding.Utf16LittleEndian or FileEncoding.Utf16BigEndian)
            return $"`{file.Path}` is UTF-16, which a patch cannot express";
        if (Path.IsPathRooted(file.Path) || file.Path.Split('/').Contains(".."))
            return $"`{file.Path}` lies outside the directory that the patch is for";
        return null;
    }

    /// <summary>Writes the patch, byte for byte what <c>git apply</c> needs; nothing where nothing changes.</summary>
    public void Write(TextWriter output) =>
        Write(part => output.Write($"{part.Prefix}{part.Text}\n{(part.LacksLineBreak ? "\\ No newline at end of file\n" : "")}"));

    /// <summary>Writes the patch for a person: coloured, secrets masked, so that it may no longer apply.</summary>
    public void WriteMasked(TextWriter output, TerminalStyle style)
    {
        var oldMask = SecretMask.Of(_oldText ?? "");
        var newMask = SecretMask.Of(_newText);
        Write(part =>
        {
            var line = part.Prefix + DisplayText.OneLine(Masked(part).TrimStart('\uFEFF').TrimEnd('\r'));
            output.Write(part.Kind switch
            {
                PartKind.Header => style.Bold(line),
                PartKind.Place => style.Hunk(line),
                PartKind.Removed => style.Removed(line),
                PartKind.Added => style.Added(line),
                _ => line,
            });
            output.Write('\n');
            if (part.LacksLineBreak)
                output.Write("\\ No newline at end of file\n");
        });

        string Masked(Part part) => part.Kind switch
        {
            PartKind.Removed => oldMask.Masked(part.Span),
            PartKind.Added or PartKind.Unchanged => newMask.Masked(part.Span),
            _ => part.Text,
        };
    }

    private static string WithMark(SourceFile file) => file.Encoding == FileEncoding.Utf8WithBom ? "\uFEFF" + file.Text : file.Text;

    private void Write(Action<Part> write)
    {
        var (before, after) = (SplitLines(_oldText ?? ""), SplitLines(_newText));
        var changes = LineDiff.Compute(Texts(_oldText ?? "", before), Texts(_newText, after));
        if (_oldText is not null && changes.Count == 0)
            return;

        var (a, b) = (GitPath.Quote("a/" + _path), GitPath.Quote("b/" + _path));
        Header($"diff --git {a} {b}");
        if (_oldText is null)
            Header("new file mode 100644");
        if (changes.Count == 0)
            return;

        // The tab keeps `patch` from taking what follows a blank in a name for a date.
        var tab = _path.Contains(' ', StringComparison.Ordinal) ? "\t" : "";
        Header(_oldText is null ? "--- /dev/null" : $"--- {a}{tab}");
        Header($"+++ {b}{tab}");
        for (var first = 0; first < changes.Count;)
        {
            var last = first;
            while (last + 1 < changes.Count && changes[last + 1].OldStart - changes[last].OldEnd <= 2 * ContextLines)
                last++;
            WriteHunk(first, last);
            first = last + 1;
        }

        void Header(string text) => write(new Part(PartKind.Header, "", text, default, LacksLineBreak: false));

        void WriteHunk(int first, int last)
        {
            var oldStart = Math.Max(changes[first].OldStart - ContextLines, 0);
            var oldEnd = Math.Min(changes[last].OldEnd + ContextLines, before.Length);
            var newStart = changes[first].NewStart - (changes[first].OldStart - oldStart);
            var newEnd = changes[last].NewEnd + (oldEnd - changes[last].OldEnd);
            var place = $"@@ -{RangeOf(oldStart, oldEnd)} +{RangeOf(newStart, newEnd)} @@";
            write(new Part(PartKind.Place, "", place, default, LacksLineBreak: false));

            var line = newStart;
            for (var i = first; i <= last; i++)
            {
                Lines(PartKind.Unchanged, " ", _newText, after, line, changes[i].NewStart);
                Lines(PartKind.Removed, "-", _oldText ?? "", before, changes[i].OldStart, changes[i].OldEnd);
                Lines(PartKind.Added, "+", _newText, after, changes[i].NewStart, changes[i].NewEnd);
                line = changes[i].NewEnd;
            }

            Lines(PartKind.Unchanged, " ", _newText, after, line, newEnd);
        }

        void Lines(PartKind kind, string prefix, string text, TextSpan[] lines, int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                var lacksLineBreak = text[lines[i].End - 1] != '\n';
                var span = lacksLineBreak ? lines[i] : new TextSpan(lines[i].Start, lines[i].Length - 1);
                write(new Part(kind, prefix, text.Substring(span.Start, span.Length), span, lacksLineBreak));
            }
        }
    }

    /// <summary>A hunk's place: the first line, 1-based, and the number of lines where it is not 1; an empty range names the line before it.</summary>
    private static string RangeOf(int start, int end) => (end - start) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{start},0"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{start + 1}"),
        var count => string.Create(CultureInfo.InvariantCulture, $"{start + 1},{count}"),
    };

    private static TextSpan[] SplitLines(string text)
    {
        var lines = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) + 1;
            if (end == 0)
                end = text.Length;
            lines.Add(TextSpan.FromBounds(start, end));
            start = end;
        }

        return [.. lines];
    }

    private static string[] Texts(string text, TextSpan[] lines) => [.. lines.Select(line => text.Substring(line.Start, line.Length))];

    private enum PartKind
    {
        Header,
        Place,
        Unchanged,
        Removed,
        Added,
    }

    /// <summary>One line of the patch.</summary>
    private readonly record struct Part(PartKind Kind, string Prefix, string Text, TextSpan Span, bool LacksLineBreak);
}
