using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Tokens;

/// <summary>An edit of a <see cref="TokenTree"/>. It is proved token by token: all that it does not declare is read as before.</summary>
public sealed class TokenEditor : SyntaxEditor
{
    private readonly TokenTree _tree;
    private readonly SortedDictionary<int, Replacement> _replacements = [];

    internal TokenEditor(TokenTree tree) => _tree = tree;

    /// <inheritdoc/>
    public override SyntaxTree Tree => _tree;

    /// <inheritdoc/>
    public override bool HasOperations => base.HasOperations || _replacements.Count > 0;

    /// <summary>Replaces source text and the tokens in it; also removes (no new tokens) and inserts (<paramref name="count"/> 0).</summary>
    /// <param name="first">The index of the first token that goes; for an insertion that of the token before which it goes.</param>
    /// <param name="count">How many tokens go.</param>
    /// <param name="span">The source text that goes: it holds these tokens whole and no part of others.</param>
    /// <param name="newText">What stands there instead.</param>
    /// <param name="newTokens">As what that is to be read.</param>
    public void ReplaceTokens(int first, int count, TextSpan span, string newText, params ImmutableArray<DeclaredToken> newTokens) =>
        _replacements.Add(first, new Replacement(first, count, span, newText, newTokens));

    /// <inheritdoc/>
    public override bool TryInclude(SyntaxEditor other)
    {
        if (other is not TokenEditor tokens || tokens._tree != _tree)
            return false;
        foreach (var (first, added) in tokens._replacements)
        {
            foreach (var own in _replacements.Values)
            {
                if (own.First <= added.First + added.Count && added.First <= own.First + own.Count)
                    return false;
            }

            for (var i = first; i < first + added.Count; i++)
            {
                if (NewValueOf(_tree.Tokens[i]) is not null)
                    return false;
            }
        }

        foreach (var own in _replacements.Values)
        {
            for (var i = own.First; i < own.First + own.Count; i++)
            {
                if (other.NewValueOf(_tree.Tokens[i]) is not null)
                    return false;
            }
        }

        if (!base.TryInclude(other))
            return false;
        foreach (var (first, replacement) in tokens._replacements)
            _replacements.Add(first, replacement);
        return true;
    }

    /// <inheritdoc/>
    public override ImmutableArray<TextChange> GetChanges() => Ordered(
        [.. ValueChanges(), .. _replacements.Values.Select(replacement => new TextChange(replacement.Span, replacement.NewText))]);

    /// <inheritdoc/>
    protected override string? FindTreeDifference(SyntaxTree edited)
    {
        var now = ((TokenTree)edited).Tokens;
        var expected = Expected();
        for (var i = 0; i < Math.Min(expected.Count, now.Length); i++)
        {
            if (expected[i] != new DeclaredToken(now[i].Kind, now[i].Value))
                return $"line {((TokenTree)edited).Lines.LineOf(now[i].Span.Start) + 1} is not read as it was meant";
        }

        return expected.Count == now.Length ? null : $"the edited text is read as {now.Length} tokens instead of {expected.Count}";
    }

    private List<DeclaredToken> Expected()
    {
        var expected = new List<DeclaredToken>(_tree.Tokens.Length);
        for (var i = 0; i <= _tree.Tokens.Length;)
        {
            if (_replacements.TryGetValue(i, out var replacement))
            {
                expected.AddRange(replacement.NewTokens);
                if (replacement.Count > 0)
                {
                    i += replacement.Count;
                    continue;
                }
            }

            if (i < _tree.Tokens.Length)
                expected.Add(new DeclaredToken(_tree.Tokens[i].Kind, NewValueOf(_tree.Tokens[i]) ?? _tree.Tokens[i].Value));
            i++;
        }

        return expected;
    }

    private sealed record Replacement(int First, int Count, TextSpan Span, string NewText, ImmutableArray<DeclaredToken> NewTokens);
}
