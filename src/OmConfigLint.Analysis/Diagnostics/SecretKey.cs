using System.Buffers;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Tells by its name whether a key's value is a secret.</summary>
internal static class SecretKey
{
    private const int LongestKey = 128;

    /// <summary>Endings that name a secret however the words are joined: <c>dbpassword</c>, <c>DB_PASSWORD</c>, <c>db-password</c>.</summary>
    private static readonly string[] Endings =
    [
        "password", "passwd", "passphrase", "passcode", "secret", "token", "credential", "credentials", "authorization", "connectionstring",
        "secretkey", "privatekey", "apikey", "accesskey", "accountkey", "sharedkey", "signingkey", "encryptionkey", "masterkey", "fernetkey",
    ];

    /// <summary>Keys whose value is the name of a Kubernetes secret, or of a key in one.</summary>
    private static readonly string[] Names = ["existingsecret", "passwordsecret", "passwordsecretkey"];

    /// <summary>The letters with which all of them end: most keys are told apart by their last letter.</summary>
    private static readonly SearchValues<char> LastLetters = SearchValues.Create("deglnstyDEGLNSTY");

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Last words that name a secret: too short to be looked for inside a word.</summary>
    private static readonly string[] LastWords = ["pwd", "pass"];

    /// <summary>True for names such as <c>jwtToken</c>, <c>DB_PASSWORD</c>, <c>--api-key</c>; false for <c>tokenizer</c>, <c>passwordPolicy</c>, <c>publicKey</c>.</summary>
    public static bool IsSecret(ReadOnlySpan<char> key)
    {
        var lastLetter = key.LastIndexOfAny(Letters);
        if (lastLetter < 0 || !LastLetters.Contains(key[lastLetter]))
            return false;

        // A name is told by its end.
        key = key[Math.Max(key.Length - LongestKey, 0)..];
        Span<char> letters = stackalloc char[LongestKey];
        var length = 0;
        var lastWord = 0;
        for (var i = 0; i < key.Length; i++)
        {
            if (!char.IsAsciiLetter(key[i]) || (char.IsAsciiLetterUpper(key[i]) && i > 0 && char.IsAsciiLetterLower(key[i - 1])))
                lastWord = length;
            if (char.IsAsciiLetter(key[i]))
                letters[length++] = char.ToLowerInvariant(key[i]);
        }

        var joined = letters[..length];
        foreach (var name in Names)
        {
            if (joined.SequenceEqual(name))
                return false;
        }

        foreach (var ending in Endings)
        {
            if (joined.EndsWith(ending))
                return true;
        }

        foreach (var word in LastWords)
        {
            if (joined[lastWord..].SequenceEqual(word))
                return true;
        }

        return false;
    }
}
