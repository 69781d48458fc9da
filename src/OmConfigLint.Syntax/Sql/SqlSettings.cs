using System.Collections.Immutable;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Sql;

/// <summary>Finds what <c>SET</c> and <c>ALTER … SET</c> set.</summary>
internal ref struct SqlSettings
{
    private readonly ReadOnlySpan<SyntaxToken> _tokens;
    private int _index;

    private SqlSettings(ReadOnlySpan<SyntaxToken> tokens) => _tokens = tokens;

    /// <summary>The settings of a statement.</summary>
    public static ImmutableArray<SqlSetting> Of(ImmutableArray<SyntaxToken> tokens)
    {
        var reader = new SqlSettings(tokens.AsSpan());

        // The code of `/*!80000 SET … */` is read by servers of that version.
        if (reader.Current is { Kind: SyntaxTokenKind.Punctuation } opening && opening.Value.StartsWith("/*!", StringComparison.Ordinal))
            reader._index++;
        if (reader.Take("set"))
            return reader.ReadAssignments();
        if (!reader.Take("alter"))
            return [];
        if (reader.Take("system"))
            return reader.ReadOne(SqlSettingScope.System);
        var scope = reader.Take("database") ? SqlSettingScope.Database : SqlSettingScope.Role;
        if (scope == SqlSettingScope.Role && !reader.Take("role") && !reader.Take("user"))
            return [];

        // The name, and for a role perhaps `IN DATABASE x`.
        reader._index++;
        if (reader.Take("in"))
            reader._index += 2;
        return reader.ReadOne(scope);
    }

    private readonly SyntaxToken? Current => _index < _tokens.Length ? _tokens[_index] : null;

    private readonly SyntaxToken? Next => _index + 1 < _tokens.Length ? _tokens[_index + 1] : null;

    private static bool IsWord(SyntaxToken? token, string word) =>
        token is { Kind: SyntaxTokenKind.Name } && token.Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Is(SyntaxToken? token, string punctuation) => token is { Kind: SyntaxTokenKind.Punctuation } && token.Value == punctuation;

    private bool Take(string word)
    {
        if (!IsWord(Current, word))
            return false;
        _index++;
        return true;
    }

    private ImmutableArray<SqlSetting> ReadOne(SqlSettingScope scope) => Take("set") && ReadAssignment(scope) is { } setting ? [setting] : [];

    private ImmutableArray<SqlSetting> ReadAssignments()
    {
        var settings = ImmutableArray.CreateBuilder<SqlSetting>();
        var latest = SqlSettingScope.Session;
        while (Current is not null)
        {
            if (Is(Current, "@"))
            {
                // A variable of the user's own.
                SkipValue(out _);
            }
            else
            {
                var scope = ReadScope(ref latest);
                if (ReadAssignment(scope) is not { } setting)
                    break;
                settings.Add(setting);
            }

            if (!Is(Current, ","))
                break;
            _index++;
        }

        return settings.ToImmutable();
    }

    /// <summary>The scope of an assignment; one without a word of its own has that of the latest word before it.</summary>
    private SqlSettingScope ReadScope(ref SqlSettingScope latest)
    {
        var isVariable = Is(Current, "@@");
        if (isVariable)
            _index++;
        var scope = Current?.Value.ToLowerInvariant() switch
        {
            "global" => SqlSettingScope.Global,
            "persist" => SqlSettingScope.Persist,
            "persist_only" => SqlSettingScope.PersistOnly,
            "local" => SqlSettingScope.Local,
            "session" => SqlSettingScope.Session,
            _ => (SqlSettingScope?)null,
        };
        if (scope is null || !(isVariable ? Is(Next, ".") : Next is { Kind: SyntaxTokenKind.Name }))
            return isVariable ? SqlSettingScope.Session : latest;
        _index += isVariable ? 2 : 1;
        if (!isVariable)
            latest = scope.Value;
        return scope.Value;
    }

    private SqlSetting? ReadAssignment(SqlSettingScope scope)
    {
        if (Current is not { Kind: SyntaxTokenKind.Name } name || !(Is(Next, "=") || Is(Next, ":=") || IsWord(Next, "to")))
            return null;
        _index += 2;
        SkipValue(out var value);
        return new SqlSetting(scope, name, value);
    }

    /// <summary>Goes to the next comma outside of parentheses, or to the end.</summary>
    private void SkipValue(out SyntaxToken? single)
    {
        var start = _index;
        var depth = 0;
        for (; Current is { } token; _index++)
        {
            if (token.Kind != SyntaxTokenKind.Punctuation)
                continue;
            if (depth == 0 && token.Value is "," or "*/")
                break;
            if (_index == _tokens.Length - 1 && token.Value is not ")")
                break;
            depth += token.Value switch { "(" => 1, ")" => -1, _ => 0 };
        }

        single = _index == start + 1 && _tokens[start].Kind != SyntaxTokenKind.Punctuation ? _tokens[start] : null;
    }
}
