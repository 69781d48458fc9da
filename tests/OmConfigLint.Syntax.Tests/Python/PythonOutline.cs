using System.Text;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Syntax.Tests.Python;

/// <summary>A tree as text, for tests to compare.</summary>
internal static class PythonOutline
{
    public static PythonTree Parse(string text)
    {
        Assert.True(PythonTree.TryParse(text, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return tree;
    }

    /// <summary>What stands on the right of the text's only assignment.</summary>
    public static PythonValue Value(string expression) => Parse("x = " + expression + "\n").Assignments[^1].Value;

    public static string OfValue(string expression) => Of(Value(expression));

    public static string Of(PythonValue value) => value switch
    {
        PythonString text => (text.IsBytes ? "b" : "") + $"«{Visible(text.ToString())}»" + (text.Operation is null ? "" : $" then {text.Operation}"),
        PythonConstant constant => $"{constant.Kind}:{constant.Text}",
        PythonName name => name.Text,
        PythonDict dict => (dict.IsCall ? "dict(" : "{") + string.Join(", ", dict.Entries.Select(Of)) + (dict.IsCall ? ")" : "}"),
        PythonSequence sequence => $"{sequence.Kind}[{string.Join(", ", sequence.Items.Select(Of))}]",
        PythonCall call => (call.Receiver is null ? "" : $"<{Of(call.Receiver)}>.") + $"{call.Callee}({string.Join(", ", call.Arguments.Select(Of))})",
        PythonExpression expression => $"?<{string.Join(", ", expression.Operands.Select(Of))}>",
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    public static string Visible(string text)
    {
        var visible = new StringBuilder();
        foreach (var c in text)
            visible.Append(c == '\n' ? "␊" : c is < ' ' or '\u007F' or (>= '\uD800' and < '\uE000') ? $"\\u{(int)c:x4}" : c);
        return visible.ToString();
    }

    private static string Of(PythonEntry entry)
    {
        var name = entry.Name is { } text ? (entry.Key is null ? text + "=" : text + ": ") : entry.Key is { } key ? $"({Of(key)}): " : "";
        return new string('*', entry.IsUnpacked ? entry.Container is PythonSequence ? 1 : 2 : 0) + name + Of(entry.Value);
    }
}
