namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Recognises what OpenMetadata's loader hands to <c>os.path.expandvars</c>: <c>$NAME</c> and <c>${NAME}</c>.</summary>
internal static class EnvironmentReference
{
    /// <summary>True where <paramref name="text"/> holds a reference.</summary>
    public static bool IsIn(string text)
    {
        for (var at = text.IndexOf('$'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('$', at + 1))
        {
            if (text[at + 1] == '{' ? text.IndexOf('}', at) > 0 : text[at + 1] == '_' || char.IsAsciiLetterOrDigit(text[at + 1]))
                return true;
        }

        return false;
    }
}
