using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OmConfigLint.Syntax.Yaml.Editing;
using OmConfigLint.Syntax.Yaml.Reading;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>
/// The exact tree of a YAML stream or of a JSON text: every node with its span, every comment with its place.
/// YAML is read as PyYAML reads it (YAML 1.1), because OpenMetadata does.
/// </summary>
public sealed class YamlTree
{
    private ImmutableArray<YamlComment> _comments;
    private YamlLines? _lines;

    internal YamlTree(string text, bool isJson, ImmutableArray<YamlDocument> documents)
    {
        Text = text;
        IsJson = isJson;
        Documents = documents;
    }

    /// <summary>The text that was read.</summary>
    public string Text { get; }

    /// <summary>True where the text was read as JSON; edits then stay JSON.</summary>
    public bool IsJson { get; }

    /// <summary>The documents in order; one for JSON.</summary>
    public ImmutableArray<YamlDocument> Documents { get; }

    /// <summary>The comments in order. Found on first use, by reading the gaps between the nodes.</summary>
    public ImmutableArray<YamlComment> Comments
    {
        get
        {
            if (_comments.IsDefault)
                ImmutableInterlocked.InterlockedInitialize(ref _comments, YamlPieces.CommentsOf(this));
            return _comments;
        }
    }

    /// <summary>
    /// The offsets of U+0085, U+2028 and U+2029, in order. They are line breaks to YAML 1.1, but not to editors, SARIF and
    /// <see cref="Text.LineMap"/>: what a person sees as one line may be several. Found anew at each use.
    /// </summary>
    public ImmutableArray<int> UnusualLineBreaks
    {
        get
        {
            var found = ImmutableArray.CreateBuilder<int>();
            for (var i = 0; Text.AsSpan(i).IndexOfAny('\u0085', '\u2028', '\u2029') is >= 0 and var length; i++)
            {
                i += length;
                found.Add(i);
            }

            return found.DrainToImmutable();
        }
    }

    /// <summary>
    /// The offsets of the tabs outside quoted text, block scalars and comments, in order. YAML allows most of them; PyYAML refuses a text
    /// with any of them. Empty for JSON. Found anew at each use.
    /// </summary>
    public ImmutableArray<int> RefusedTabs => YamlTabs.Of(this);

    /// <summary>The text as lines, for edits; made once for all edits of the tree.</summary>
    internal YamlLines Lines => _lines ??= new YamlLines(this);

    /// <summary>The text in pieces, in order and without gap. Meant for tests; costs a walk over the whole text.</summary>
    /// <exception cref="InvalidOperationException">A character is not accounted for: the spans of the tree are wrong.</exception>
    public IEnumerable<YamlPiece> Pieces() => YamlPieces.Of(this);

    /// <summary>Reads YAML. Texts are best read one after the other: the parser beneath gets slower, not faster, on several threads.</summary>
    /// <returns>False, with the first error, where the text is not YAML or goes beyond <paramref name="limits"/>. Never throws on any text.</returns>
    public static bool TryParseYaml(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out YamlTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        tree = YamlReader.TryRead(text, limits, out var documents, out error) ? new YamlTree(text, isJson: false, documents) : null;
        return tree is not null;
    }

    /// <summary>Reads JSON (RFC 8259: no comments, no trailing commas) into the same tree: flow collections, double-quoted and plain scalars.</summary>
    /// <returns>False, with the first error, where the text is not JSON or goes beyond <paramref name="limits"/>. Never throws on any text.</returns>
    public static bool TryParseJson(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out YamlTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        tree = JsonReader.TryRead(text, limits, out var documents, out error) ? new YamlTree(text, isJson: true, documents) : null;
        return tree is not null;
    }
}
