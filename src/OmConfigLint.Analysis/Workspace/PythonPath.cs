using System.Globalization;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Names a value's place in Python code: <c>KubernetesPodOperator.image</c>, <c>CONFIG.source.type</c>.</summary>
public static class PythonPath
{
    /// <summary>The keys, keywords and functions around <paramref name="value"/>, and the variable that it belongs to.</summary>
    public static string Of(PythonTree tree, PythonValue value)
    {
        var path = "";
        for (var current = value; current.Entry is { } entry && entry.Value == current; current = entry.Container)
        {
            var name = entry.Name;
            if (name is null && entry.Container is PythonSequence sequence)
                name = string.Create(CultureInfo.InvariantCulture, $"[{sequence.Items.IndexOf(entry)}]");
            if (entry.Container is PythonCall call)
                name = name is null ? call.CalleeName : $"{call.CalleeName}.{name}";
            if (name is not null)
                path = Join(name, path);
        }

        return tree.Assignments.LastOrDefault(assignment => assignment.Value.Span.Contains(value.Span)) is { } assignment
            ? Join(assignment.Target, path)
            : path;
    }

    private static string Join(string name, string path) => path.Length == 0 || path[0] == '[' ? name + path : $"{name}.{path}";
}
