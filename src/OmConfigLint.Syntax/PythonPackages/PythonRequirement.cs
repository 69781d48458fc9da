using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.PythonPackages;

/// <summary>
/// A requirement by PEP 508, <c>openmetadata-ingestion[mysql,postgres]~=1.5.4.0; python_version &lt; "3.12"</c>, wherever it stands: a line of a
/// requirements file, a string of a TOML array or of Python, a word of a shell command. All spans are offsets of the text that was read, which
/// is the value of a <see cref="OmConfigLint.Syntax.Text.MappedText"/> where it comes from a file.
/// </summary>
public sealed class PythonRequirement
{
    private PythonRequirement(string name, TextSpan nameSpan)
    {
        Name = name;
        NameSpan = nameSpan;
        NormalizedName = PythonPackageName.Normalize(name);
    }

    /// <summary>The name as written.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>The name as PEP 503 normalises it.</summary>
    public string NormalizedName { get; }

    /// <summary>The extras in order.</summary>
    public ImmutableArray<PythonExtra> Extras { get; private init; } = [];

    /// <summary>The brackets with the extras; empty, behind the name, where there are none.</summary>
    public TextSpan ExtrasSpan { get; private init; }

    /// <summary>The clauses on the version.</summary>
    public required PythonVersionSpecifiers Specifiers { get; init; }

    /// <summary>From the first clause to the last, parentheses excluded; empty, where the clauses would go, where there are none.</summary>
    public TextSpan SpecifiersSpan { get; private init; }

    /// <summary>What stands behind <c>@</c>.</summary>
    public TextSpan? UrlSpan { get; private init; }

    /// <summary>What stands behind <c>;</c>.</summary>
    public TextSpan? MarkerSpan { get; private init; }

    /// <summary>The requirement, blanks and a comment behind it excluded.</summary>
    public TextSpan Span { get; private init; }

    /// <summary>Reads a requirement. A comment behind it (<c> #</c>) is no part of it.</summary>
    /// <returns>False where the text is none: a path, a URL without a name, an option, two requirements.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out PythonRequirement? requirement)
    {
        requirement = null;
        var end = EndOf(text);
        var position = SkipBlanks(text, 0, end);
        var start = position;
        var nameEnd = Math.Min(end, PythonPackageName.EndOf(text, position));
        if (nameEnd == position)
            return false;
        var nameSpan = TextSpan.FromBounds(position, nameEnd);

        ImmutableArray<PythonExtra> extras = [];
        var extrasSpan = new TextSpan(nameEnd, 0);
        position = SkipBlanks(text, nameEnd, end);
        if (position < end && text[position] == '[')
        {
            var close = text.IndexOf(']', position, end - position);
            if (close < 0 || !TryReadExtras(text, position + 1, close, out extras))
                return false;
            extrasSpan = TextSpan.FromBounds(position, close + 1);
            position = SkipBlanks(text, close + 1, end);
        }

        if (position < end && text[position] == '@')
            return TryReadUrl(text, start, position, end, nameSpan, extras, extrasSpan, out requirement);

        var semicolon = text.AsSpan(position, end - position).IndexOf(';') is >= 0 and var found ? position + found : end;
        var (from, to) = (position, TrimEnd(text, position, semicolon));
        if (from < to && text[from] == '(')
        {
            if (text[to - 1] != ')')
                return false;
            from = SkipBlanks(text, from + 1, to - 1);
            to = TrimEnd(text, from, to - 1);
        }

        if (!PythonVersionSpecifiers.TryParse(text, TextSpan.FromBounds(from, to), isPoetry: false, out var specifiers))
            return false;
        requirement = new PythonRequirement(text[nameSpan.Start..nameSpan.End], nameSpan)
        {
            Extras = extras,
            ExtrasSpan = extrasSpan,
            Specifiers = specifiers,
            SpecifiersSpan = specifiers.Clauses.IsEmpty
                ? new TextSpan(extrasSpan.End, 0)
                : TextSpan.FromBounds(specifiers.Clauses[0].Span.Start, specifiers.Clauses[^1].Span.End),
            MarkerSpan = MarkerAt(text, semicolon, end),
            Span = TextSpan.FromBounds(start, end),
        };
        return true;
    }

    private static bool TryReadUrl(
        string text, int start, int at, int end, TextSpan nameSpan, ImmutableArray<PythonExtra> extras, TextSpan extrasSpan, out PythonRequirement? requirement)
    {
        requirement = null;
        var url = SkipBlanks(text, at + 1, end);
        var urlEnd = url;
        while (urlEnd < end && text[urlEnd] is not (' ' or '\t'))
            urlEnd++;
        if (urlEnd == url || !PythonVersionSpecifiers.TryParse("", out var none))
            return false;

        // A semicolon may belong to a URL: that of a marker stands behind a blank.
        var semicolon = SkipBlanks(text, urlEnd, end);
        if (semicolon < end && text[semicolon] != ';')
            return false;
        requirement = new PythonRequirement(text[nameSpan.Start..nameSpan.End], nameSpan)
        {
            Extras = extras,
            ExtrasSpan = extrasSpan,
            Specifiers = none,
            SpecifiersSpan = new TextSpan(extrasSpan.End, 0),
            UrlSpan = TextSpan.FromBounds(url, urlEnd),
            MarkerSpan = MarkerAt(text, semicolon, end),
            Span = TextSpan.FromBounds(start, end),
        };
        return true;
    }

    private static bool TryReadExtras(string text, int start, int end, out ImmutableArray<PythonExtra> extras)
    {
        extras = [];
        var read = ImmutableArray.CreateBuilder<PythonExtra>();
        var position = SkipBlanks(text, start, end);
        while (position < end)
        {
            var nameEnd = Math.Min(end, PythonPackageName.EndOf(text, position));
            if (nameEnd == position)
                return false;
            read.Add(new PythonExtra(text[position..nameEnd], TextSpan.FromBounds(position, nameEnd)));
            position = SkipBlanks(text, nameEnd, end);
            if (position == end)
                break;
            if (text[position] != ',')
                return false;
            position = SkipBlanks(text, position + 1, end);
        }

        extras = read.ToImmutable();
        return true;
    }

    private static TextSpan? MarkerAt(string text, int semicolon, int end)
    {
        if (semicolon >= end)
            return null;
        var start = SkipBlanks(text, semicolon + 1, end);
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>The end of the requirement: a comment starts with a <c>#</c> behind a blank.</summary>
    private static int EndOf(string text)
    {
        var end = text.Length;
        for (var i = text.IndexOf('#'); i >= 0; i = text.IndexOf('#', i + 1))
        {
            if (i == 0 || text[i - 1] is ' ' or '\t')
            {
                end = i;
                break;
            }
        }

        return TrimEnd(text, 0, end);
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && text[end - 1] is ' ' or '\t' or '\r' or '\n')
            end--;
        return end;
    }

    private static int SkipBlanks(string text, int position, int end)
    {
        while (position < end && text[position] is ' ' or '\t' or '\r' or '\n')
            position++;
        return position;
    }
}
