using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml.Editing;
using OmConfigLint.Syntax.Yaml.Reading;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>
/// The exact tree of a YAML stream or of a JSON text: every node with its span, every comment with its place.
/// YAML is read as PyYAML reads it (YAML 1.1), because OpenMetadata does.
/// </summary>
public sealed class YamlTree : SyntaxTree
{
    private ImmutableArray<SyntaxComment> _comments;
    private YamlLines? _lines;
    private LineMap? _lineMap;

    internal YamlTree(string text, bool isJson, ImmutableArray<YamlDocument> documents)
        : base(text)
    {
        IsJson = isJson;
        Documents = documents;
    }

    /// <summary>True where the text was read as JSON; edits then stay JSON.</summary>
    public bool IsJson { get; }

    /// <summary>The documents in order; one for JSON.</summary>
    public ImmutableArray<YamlDocument> Documents { get; }

    /// <summary>The comments in order. Found on first use, by reading the gaps between the nodes.</summary>
    public override ImmutableArray<SyntaxComment> Comments
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

    internal LineMap LineMap => _lineMap ??= new LineMap(Text);

    /// <summary>The text as lines, for edits; made once for all edits of the tree.</summary>
    internal YamlLines Lines => _lines ??= new YamlLines(this);

    /// <summary>The text in pieces, in order and without gap. Meant for tests; costs a walk over the whole text.</summary>
    /// <exception cref="InvalidOperationException">A character is not accounted for: the spans of the tree are wrong.</exception>
    public IEnumerable<YamlPiece> Pieces() => YamlPieces.Of(this);

    /// <summary>The text of <paramref name="scalar"/>, a node of this tree, with its places. Made anew at each use.</summary>
    public MappedText TextOf(YamlScalar scalar) => YamlScalarText.Of(Text, scalar);

    /// <inheritdoc/>
    public override bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem)
    {
        var isRead = IsJson
            ? TryParseJson(text, SyntaxLimits.Default, out var reread, out problem)
            : TryParseYaml(text, SyntaxLimits.Default, out reread, out problem);
        tree = reread;
        return isRead;
    }

    /// <inheritdoc/>
    public override SyntaxEditor CreateEditor() => new YamlEditor(this);

    /// <inheritdoc/>
    public override TextSpan ScopeOf(SyntaxComment comment) => YamlCommentScope.Of(this, comment);

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
