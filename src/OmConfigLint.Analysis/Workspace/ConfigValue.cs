using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>A value somewhere in a document, whatever its format: a scalar, a string, the rest of a line.</summary>
/// <param name="Text">Its content with its places.</param>
/// <param name="Path">Its place by names, as in <c>services.server.image</c>, <c>FROM[0]</c>, <c>KubernetesPodOperator.image</c>: what fingerprints are made of.</param>
public readonly record struct ConfigValue(MappedText Text, string Path)
{
    /// <summary>The last name of <see cref="Path"/>, list indices left out.</summary>
    public string Key
    {
        get
        {
            var end = Path.Length;
            while (end > 0 && Path[end - 1] == ']')
                end = Path.LastIndexOf('[', end - 1);
            var path = Path[..Math.Max(0, end)];
            return path[(path.LastIndexOf('.') + 1)..];
        }
    }
}
