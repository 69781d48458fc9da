namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Tells from a key's name that its value must not be shown.</summary>
public static class SecretNames
{
    private static readonly string[] Words =
    [
        "password", "passwd", "passphrase", "pwd", "secret", "token", "privatekey", "apikey", "accesskey", "credential", "jwt", "authorization",
    ];

    /// <summary>True for <c>password</c>, <c>jwtToken</c>, <c>private_key</c> and the like; case, <c>-</c> and <c>_</c> do not count.</summary>
    public static bool IsSecret(string key)
    {
        var name = key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Array.Exists(Words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
