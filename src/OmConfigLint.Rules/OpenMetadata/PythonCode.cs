using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Tells documents that stand in Python code from others.</summary>
internal static class PythonCode
{
    /// <summary>True where <paramref name="file"/> is a document inside Python code.</summary>
    public static bool IsAround(SourceFile file)
    {
        for (var embedding = file.Embedding; embedding is not null; embedding = embedding.Host.Embedding)
        {
            if (embedding.HostTree is PythonTree)
                return true;
        }

        return false;
    }
}
