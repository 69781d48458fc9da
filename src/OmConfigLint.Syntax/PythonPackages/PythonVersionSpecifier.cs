using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.PythonPackages;

/// <summary>One clause of a requirement on a version: <c>~=1.5.4.0</c>, <c>==1.5.*</c>.</summary>
public sealed class PythonVersionSpecifier
{
    internal PythonVersionSpecifier(PythonVersionOperator @operator, TextSpan operatorSpan, string version, TextSpan versionSpan)
    {
        Operator = @operator;
        OperatorSpan = operatorSpan;
        VersionText = version;
        VersionSpan = versionSpan;
        IsWildcard = version == "*"
            || (@operator is PythonVersionOperator.Equal or PythonVersionOperator.NotEqual or PythonVersionOperator.Prefix && version.EndsWith(".*", StringComparison.Ordinal));
        Version = Pep440Version.TryParse(IsWildcard ? version.TrimEnd('*').TrimEnd('.') : version, out var parsed) ? parsed : null;
    }

    /// <summary>The operator.</summary>
    public PythonVersionOperator Operator { get; }

    /// <summary>Where the operator stands, in offsets of the text that was read; empty where a bare version means <c>==</c>.</summary>
    public TextSpan OperatorSpan { get; }

    /// <summary>The version as written.</summary>
    public string VersionText { get; }

    /// <summary>Where the version stands.</summary>
    public TextSpan VersionSpan { get; }

    /// <summary>Operator and version.</summary>
    public TextSpan Span => TextSpan.FromBounds(OperatorSpan.Start, VersionSpan.End);

    /// <summary>True for <c>==1.5.*</c>, <c>!=1.5.*</c> and a bare <c>*</c>.</summary>
    public bool IsWildcard { get; }

    /// <summary>The version, that of a wildcard without its <c>.*</c>; null for <c>*</c> and where it is none by PEP 440 (a variable, a template).</summary>
    public Pep440Version? Version { get; }

    /// <summary>True where the clause admits one version only.</summary>
    public bool IsExact => !IsWildcard && Operator is PythonVersionOperator.Equal or PythonVersionOperator.ArbitraryEqual;

    /// <summary>
    /// True where the clause admits <paramref name="candidate"/>; whether pre-releases count at all is the question of
    /// <see cref="PythonVersionSpecifiers.Admits"/>. False where the clause's own version is none.
    /// </summary>
    public bool Admits(Pep440Version candidate)
    {
        if (VersionText == "*")
            return Operator == PythonVersionOperator.Equal;
        if (Operator == PythonVersionOperator.ArbitraryEqual)
            return string.Equals(candidate.ToString(), VersionText, StringComparison.OrdinalIgnoreCase);
        if (Version is not { } version)
            return false;
        var open = candidate.WithoutLocal();
        return Operator switch
        {
            PythonVersionOperator.Equal => IsEqual(candidate, version),
            PythonVersionOperator.NotEqual => !IsEqual(candidate, version),
            PythonVersionOperator.Compatible => version.Release.Length > 1 && open >= version && HasPrefix(open, version, version.Release.Length - 1),
            PythonVersionOperator.AtLeast => open >= version,
            PythonVersionOperator.AtMost => open <= version,
            PythonVersionOperator.Below => candidate < version && !(candidate.IsPreRelease && !version.IsPreRelease && candidate.HasReleaseOf(version)),
            PythonVersionOperator.Above => candidate > version
                && !(candidate.HasReleaseOf(version) && (candidate.Local is not null || (candidate.PostRelease is not null && version.PostRelease is null))),
            PythonVersionOperator.Prefix => HasPrefix(open, version, version.Release.Length),
            PythonVersionOperator.Caret => open >= version && HasPrefix(open, version, FirstNonZero(version) + 1),
            _ => open >= version && HasPrefix(open, version, Math.Min(2, version.Release.Length)),
        };
    }

    /// <summary>The clause as written, without blanks.</summary>
    public override string ToString() => (OperatorSpan.IsEmpty ? "" : Symbol(Operator)) + VersionText;

    private bool IsEqual(Pep440Version candidate, Pep440Version version) => IsWildcard
        ? HasPrefix(candidate, version, version.Release.Length)
        : (version.Local is null ? candidate.WithoutLocal() : candidate) == version;

    private static bool HasPrefix(Pep440Version candidate, Pep440Version version, int length)
    {
        if (candidate.Epoch != version.Epoch)
            return false;
        for (var i = 0; i < length; i++)
        {
            if (candidate.ReleaseAt(i) != version.ReleaseAt(i))
                return false;
        }

        return true;
    }

    /// <summary>The last number where all are 0.</summary>
    private static int FirstNonZero(Pep440Version version)
    {
        for (var i = 0; i < version.Release.Length; i++)
        {
            if (version.Release[i] != 0)
                return i;
        }

        return version.Release.Length - 1;
    }

    private static string Symbol(PythonVersionOperator @operator) => @operator switch
    {
        PythonVersionOperator.Equal => "==",
        PythonVersionOperator.ArbitraryEqual => "===",
        PythonVersionOperator.NotEqual => "!=",
        PythonVersionOperator.Compatible => "~=",
        PythonVersionOperator.AtLeast => ">=",
        PythonVersionOperator.AtMost => "<=",
        PythonVersionOperator.Above => ">",
        PythonVersionOperator.Below => "<",
        PythonVersionOperator.Caret => "^",
        PythonVersionOperator.Prefix => "=",
        _ => "~",
    };
}
