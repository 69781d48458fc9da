using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>
/// A text that names an image of OpenMetadata's, taken apart: <c>docker.getcollate.io/mirror/openmetadata/server:1.5.0@sha256:…</c>.
/// All places are offsets of the text.
/// </summary>
/// <param name="Image">The image.</param>
/// <param name="Span">The whole reference.</param>
/// <param name="Registry">The registry's host; empty where there is none.</param>
/// <param name="Mirror">The path between registry and organisation; empty where there is none.</param>
/// <param name="Name">The image's name without its organisation.</param>
/// <param name="TagKind">How the tag is written.</param>
/// <param name="Tag">The tag's text, or that of its variable's default; empty where there is none.</param>
/// <param name="TagVariable">The outermost variable that stands for the tag; null where there is none.</param>
/// <param name="Digest">The digest behind the <c>@</c>; empty where there is none.</param>
/// <param name="Variable">The outermost variable that stands for the whole image, which is its default; null where there is none.</param>
internal sealed record ImageName(
    OpenMetadataImage Image,
    TextSpan Span,
    TextSpan Registry,
    TextSpan Mirror,
    TextSpan Name,
    ImageTagKind TagKind,
    TextSpan Tag,
    string? TagVariable,
    TextSpan Digest,
    string? Variable)
{
    private const int MaxTagLength = 128;
    private const int MaxNesting = 8;

    private static readonly string[] Schemes = ["docker://", "docker-image://", "oci://"];

    /// <summary>Takes <paramref name="text"/> apart; null where it is, as a whole, no reference to an image that omlint knows.</summary>
    public static ImageName? Parse(string text) => Parse(text, new TextSpan(0, text.Length));

    /// <summary>Takes a stretch of <paramref name="text"/> apart, as <see cref="Parse(string)"/> does.</summary>
    public static ImageName? Parse(string text, TextSpan range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        // `${IMAGE:-openmetadata/server:1.5.0}`
        string? variable = null;
        for (var i = 0; i < MaxNesting && WholeReference(text, start, end) is { HasDefault: true } reference; i++)
        {
            variable ??= reference.Name;
            (start, end) = (reference.ArgumentSpan.Start, reference.ArgumentSpan.End);
        }

        foreach (var scheme in Schemes)
        {
            if (string.CompareOrdinal(text, start, scheme, 0, scheme.Length) == 0)
                start += scheme.Length;
        }

        return ParseReference(text, start, end, variable);
    }

    private static ImageName? ParseReference(string text, int start, int end, string? variable)
    {
        for (var at = text.IndexOf(OpenMetadataImages.Organization, start, end - start, StringComparison.Ordinal); at >= 0;)
        {
            var name = TextSpan.FromBounds(at + OpenMetadataImages.Organization.Length, EndOfName(text, at + OpenMetadataImages.Organization.Length, end));
            if ((at == start || text[at - 1] == '/')
                && OpenMetadataImages.Find(text.AsSpan(name.Start, name.Length)) is { } image
                && IsPrefix(text, start, at))
            {
                var (registry, mirror) = SplitPrefix(text, start, at);
                return ParseRest(text, name.End, end) is var (kind, tag, tagVariable, digest)
                    ? new ImageName(image, TextSpan.FromBounds(start, end), registry, mirror, name, kind, tag, tagVariable, digest, variable)
                    : null;
            }

            at = text.IndexOf(OpenMetadataImages.Organization, name.Start, end - name.Start, StringComparison.Ordinal);
        }

        return null;
    }

    private static (ImageTagKind Kind, TextSpan Tag, string? Variable, TextSpan Digest)? ParseRest(string text, int position, int end)
    {
        var digest = default(TextSpan);
        if (IndexOutsideBraces(text, position, end, '@') is >= 0 and var at)
        {
            digest = TextSpan.FromBounds(at + 1, end);
            if (digest.IsEmpty || !IsExpressionOf(text, digest, IsDigestCharacter))
                return null;
            end = at;
        }

        if (position == end)
            return (ImageTagKind.None, default, null, digest);
        if (text[position] != ':' || position + 1 == end)
            return null;

        position++;
        string? outer = null;
        for (var i = 0; i < MaxNesting && WholeReference(text, position, end) is { } reference; i++)
        {
            outer ??= reference.Name;
            if (!reference.HasDefault)
                return (reference.Operator is "" or ":?" or "?" ? ImageTagKind.Variable : ImageTagKind.Expression, default, outer, digest);
            (position, end) = (reference.ArgumentSpan.Start, reference.ArgumentSpan.End);
        }

        var tag = TextSpan.FromBounds(position, end);
        if (IsTag(text.AsSpan(position, end - position)))
            return (ImageTagKind.Text, tag, outer, digest);
        // A colon may also stand before a path: `openmetadata/ingestion:/opt/airflow`.
        return IsExpressionOf(text, tag, IsTagCharacter) ? (ImageTagKind.Expression, default, outer, digest) : null;
    }

    /// <summary>True for the text of a tag: letters, digits and <c>_.-</c>, not starting with the last two.</summary>
    public static bool IsTag(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxTagLength || text[0] is '.' or '-')
            return false;
        foreach (var c in text)
        {
            if (!IsTagCharacter(c))
                return false;
        }

        return true;
    }

    private static VariableReference? WholeReference(string text, int start, int end)
    {
        if (start == end || text[start] != '$')
            return null;
        foreach (var reference in VariableReferences.In(text, TextSpan.FromBounds(start, end), '\0'))
        {
            if (reference.Span.Start == start && reference.Span.End == end)
                return reference;
        }

        return null;
    }

    private static int EndOfName(string text, int position, int end)
    {
        while (position < end && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '-' or '_' or '.'))
            position++;
        return position;
    }

    /// <summary>True where what stands before the organisation is a registry and a path, or nothing.</summary>
    private static bool IsPrefix(string text, int start, int end) =>
        start == end
        || (text[start] is not ('.' or '/' or '~') && IsExpressionOf(text, TextSpan.FromBounds(start, end), IsPrefixCharacter)
            && text.AsSpan(start, end - start).IndexOf("//") < 0);

    private static (TextSpan Registry, TextSpan Mirror) SplitPrefix(string text, int start, int end)
    {
        if (start == end)
            return (new TextSpan(start, 0), new TextSpan(start, 0));
        var slash = IndexOutsideBraces(text, start, end, '/');
        var first = text.AsSpan(start, slash - start);
        // The first part is a host where it cannot be anything else; so says Docker.
        var mirror = first.IndexOfAny('.', ':', '$') >= 0 || first.IndexOf('{') >= 0 || first is "localhost" ? slash + 1 : start;
        return (TextSpan.FromBounds(start, Math.Max(start, mirror - 1)), TextSpan.FromBounds(mirror, Math.Max(mirror, end - 1)));
    }

    private static int IndexOutsideBraces(string text, int start, int end, char wanted)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}')
                depth--;
            else if (depth == 0 && text[i] == wanted)
                return i;
        }

        return -1;
    }

    /// <summary>True where the stretch holds only characters that <paramref name="isAllowed"/> takes, and expressions in braces or behind a <c>$</c>.</summary>
    private static bool IsExpressionOf(string text, TextSpan span, Func<char, bool> isAllowed)
    {
        var depth = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}')
                depth--;
            else if (depth == 0 && text[i] != '$' && !isAllowed(text[i]))
                return false;
        }

        return depth == 0;
    }

    private static bool IsTagCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';

    private static bool IsPrefixCharacter(char c) => IsTagCharacter(c) || c is '/' or ':';

    private static bool IsDigestCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is ':' or '+' or '.' or '-' or '_';
}
