using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Sql;

/// <summary>A setting of the server that a statement makes: <c>SET GLOBAL sort_buffer_size = 20971520</c>.</summary>
/// <param name="Scope">For whom it holds.</param>
/// <param name="NameToken">The setting's name as written.</param>
/// <param name="Value">The value: a number, a string, a word (<c>DEFAULT</c>); null where it is an expression.</param>
public sealed record SqlSetting(SqlSettingScope Scope, SyntaxToken NameToken, SyntaxToken? Value)
{
    /// <summary>The setting's name in lower case.</summary>
    public string Name => NameToken.Value.ToLowerInvariant();
}
