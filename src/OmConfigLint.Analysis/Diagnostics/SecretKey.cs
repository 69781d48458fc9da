using System.Text;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Tells by its name whether a key's value is a secret.</summary>
internal static class SecretKey
{
    /// <summary>Endings that name a secret however the words are joined: <c>dbpassword</c>, <c>DB_PASSWORD</c>, <c>db-password</c>.</summary>
    private static readonly string[] Endings =
    [
        "password", "passwd", "passphrase", "passcode", "secret", "token", "credential", "credentials", "authorization", "connectionstring",
        "secretkey", "privatekey", "apikey", "accesskey", "accountkey", "sharedkey", "signingkey", "encryptionkey", "masterkey", "fernetkey",
    ];

    /// <summary>Last words that name a secret: too short to be looked for inside a word.</summary>
    private static readonly string[] LastWords = ["pwd", "pass"];

    /// <summary>True for names such as <c>jwtToken</c>, <c>DB_PASSWORD</c>, <c>--api-key</c>; false for <c>tokenizer</c>, <c>passwordPolicy</c>, <c>publicKey</c>.</summary>
    public static bool IsSecret(ReadOnlySpan<char> key)
    {
        if (key.Length is 0 or > 128)
            return false;

        var letters = new StringBuilder(key.Length);
        var lastWord = 0;
        for (var i = 0; i < key.Length; i++)
        {
            if (!char.IsAsciiLetter(key[i]))
            {
                lastWord = letters.Length;
                continue;
            }

            if (char.IsAsciiLetterUpper(key[i]) && i > 0 && char.IsAsciiLetterLower(key[i - 1]))
                lastWord = letters.Length;
            letters.Append(char.ToLowerInvariant(key[i]));
        }

        // A digit or an underscore behind the last letter (`password2`) begins no new word.
        var joined = letters.ToString();
        if (lastWord == joined.Length)
            return Endings.Any(ending => joined.EndsWith(ending, StringComparison.Ordinal));
        return Endings.Any(ending => joined.EndsWith(ending, StringComparison.Ordinal)) || LastWords.Contains(joined[lastWord..]);
    }
}
