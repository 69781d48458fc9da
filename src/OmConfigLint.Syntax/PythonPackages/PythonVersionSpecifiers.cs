using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.PythonPackages;

/// <summary>The clauses of one requirement on a version, all of which hold: <c>&gt;=1.5,&lt;1.6</c>. None at all admit every version.</summary>
public sealed class PythonVersionSpecifiers
{
    private static readonly PythonVersionSpecifiers Any = new([]);

    private static readonly SearchValues<char> CondaVersionCharacters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz.*_!+-");

    private PythonVersionSpecifiers(ImmutableArray<PythonVersionSpecifier> clauses) => Clauses = clauses;

    /// <summary>The clauses in order.</summary>
    public ImmutableArray<PythonVersionSpecifier> Clauses { get; }

    /// <summary>True where every version is admitted: there is no clause, or only <c>*</c>.</summary>
    public bool IsAny => Clauses.All(clause => clause.VersionText == "*" && clause.Operator == PythonVersionOperator.Equal);

    /// <summary>True where the version of each clause could be read: else <see cref="Admits"/> knows nothing.</summary>
    public bool IsCertain => Clauses.All(clause => clause.Version is not null || clause.VersionText == "*");

    /// <summary>The one version that is admitted; null where it is not one only.</summary>
    public Pep440Version? ExactVersion => ExactClause?.Version;

    /// <summary>The clause that admits one version only; null where there is none.</summary>
    public PythonVersionSpecifier? ExactClause => Clauses.FirstOrDefault(clause => clause is { IsExact: true, Version: not null });

    /// <summary>Reads clauses as PEP 440 writes them; an empty text has none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PythonVersionSpecifiers? specifiers) =>
        TryParse(text, new TextSpan(0, text.Length), isPoetry: false, out specifiers);

    /// <summary>
    /// Reads clauses as Poetry and Pipfiles write them: besides those of PEP 440 a bare version, a bare wildcard, <c>^1.5</c> and <c>~1.5</c>,
    /// separated by commas or blanks. Alternatives (<c>||</c>) are not read.
    /// </summary>
    public static bool TryParsePoetry(string text, [NotNullWhen(true)] out PythonVersionSpecifiers? specifiers) =>
        TryParse(text, new TextSpan(0, text.Length), isPoetry: true, out specifiers);

    /// <summary>Reads clauses as Conda writes them: besides those of PEP 440 <c>=1.5</c>. A build behind the version is not read.</summary>
    public static bool TryParseConda(string text, [NotNullWhen(true)] out PythonVersionSpecifiers? specifiers)
    {
        if (text is not ['=', not '=', ..])
            return TryParse(text, out specifiers);
        var version = text[1..];
        specifiers = version.AsSpan().ContainsAnyExcept(CondaVersionCharacters)
            ? null
            : new PythonVersionSpecifiers([new PythonVersionSpecifier(PythonVersionOperator.Prefix, new TextSpan(0, 1), version, new TextSpan(1, version.Length))]);
        return specifiers is not null;
    }

    /// <summary>
    /// True where every clause admits <paramref name="version"/>. Pre-releases are admitted where a clause names one, as pip does, or where
    /// <paramref name="allowPreReleases"/> says so.
    /// </summary>
    public bool Admits(Pep440Version version, bool allowPreReleases = false)
    {
        if (version.IsPreRelease && !allowPreReleases
            && !Clauses.Any(clause => clause.Version is { IsPreRelease: true } && clause.Operator != PythonVersionOperator.NotEqual))
        {
            return false;
        }

        foreach (var clause in Clauses)
        {
            if (!clause.Admits(version))
                return false;
        }

        return true;
    }

    /// <summary>The clauses as written, without blanks.</summary>
    public override string ToString() => string.Join(',', Clauses.Select(clause => clause.ToString()));

    internal static bool TryParse(string text, TextSpan span, bool isPoetry, [NotNullWhen(true)] out PythonVersionSpecifiers? specifiers)
    {
        specifiers = null;
        var clauses = ImmutableArray.CreateBuilder<PythonVersionSpecifier>();
        for (var position = SkipBlanks(text, span.Start, span.End); position < span.End;)
        {
            var @operator = OperatorAt(text.AsSpan(position, span.End - position), isPoetry, out var length);
            if (@operator is null)
                return false;
            var start = SkipBlanks(text, position + length, span.End);
            var end = start;
            while (end < span.End && IsVersionCharacter(text[end], @operator.Value))
                end++;
            if (end == start)
                return false;
            var version = text[start..end];
            clauses.Add(new PythonVersionSpecifier(@operator.Value, new TextSpan(position, length), version, TextSpan.FromBounds(start, end)));

            position = SkipBlanks(text, end, span.End);
            if (position == span.End)
                break;
            if (text[position] == ',')
                position = SkipBlanks(text, position + 1, span.End);
            else if (!isPoetry || position == end)
                return false;
        }

        specifiers = clauses.Count == 0 ? Any : new PythonVersionSpecifiers(clauses.ToImmutable());
        return true;
    }

    private static PythonVersionOperator? OperatorAt(ReadOnlySpan<char> text, bool isPoetry, out int length)
    {
        (PythonVersionOperator? found, length) = text switch
        {
            ['=', '=', '=', ..] => (PythonVersionOperator.ArbitraryEqual, 3),
            ['=', '=', ..] => (PythonVersionOperator.Equal, 2),
            ['!', '=', ..] => (PythonVersionOperator.NotEqual, 2),
            ['~', '=', ..] => (PythonVersionOperator.Compatible, 2),
            ['>', '=', ..] => (PythonVersionOperator.AtLeast, 2),
            ['<', '=', ..] => (PythonVersionOperator.AtMost, 2),
            ['>', ..] => (PythonVersionOperator.Above, 1),
            ['<', ..] => (PythonVersionOperator.Below, 1),
            ['^', ..] when isPoetry => (PythonVersionOperator.Caret, 1),
            ['~', ..] when isPoetry => (PythonVersionOperator.Tilde, 1),
            ['=', ..] when isPoetry => (PythonVersionOperator.Equal, 1),
            _ when isPoetry => (PythonVersionOperator.Equal, 0),
            _ => ((PythonVersionOperator?)null, 0),
        };
        return found;
    }

    private static bool IsVersionCharacter(char c, PythonVersionOperator @operator) => @operator == PythonVersionOperator.ArbitraryEqual
        ? c is not (' ' or '\t' or ',' or ';' or ')')
        : char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '*' or '+' or '!' or '$' or '{' or '}';

    private static int SkipBlanks(string text, int position, int end)
    {
        while (position < end && text[position] is ' ' or '\t' or '\r' or '\n')
            position++;
        return position;
    }
}
