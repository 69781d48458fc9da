using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Python;

/// <summary>
/// A package that got another name (<c>package</c>), or a class that got another module or name (<c>from</c>); both with <c>to</c>. Without
/// <c>to</c> it is gone.
/// </summary>
internal sealed class PythonMove
{
    /// <summary>Reads a move.</summary>
    public PythonMove(RuleParameters parameters)
    {
        parameters.Expect("package", "from", "to", "unsafe", "usage", "keyword");
        IsPackage = parameters.Contains("package");
        From = parameters.Text(IsPackage ? "package" : "from");
        To = parameters.OptionalText("to");
        Doubt = parameters.OptionalText("unsafe");
        Usage = parameters.OptionalText("usage");
        Keyword = parameters.Contains("keyword") ? (parameters.Child("keyword").Text("from"), parameters.Child("keyword").Text("to")) : null;
    }

    /// <summary>True for a package: everything below it moved as it is.</summary>
    public bool IsPackage { get; }

    /// <summary>The old package, or the old module and class.</summary>
    public string From { get; }

    /// <summary>The new package, or the new module and class; null where there is none.</summary>
    public string? To { get; }

    /// <summary>Why nobody can say that the new one does the same; null where it does.</summary>
    public string? Doubt { get; }

    /// <summary>The class that took over workflows of the type <c>DatabaseUsage</c>; null where one class does all.</summary>
    public string? Usage { get; }

    /// <summary>An argument and attribute of the class that has another name as well.</summary>
    public (string From, string To)? Keyword { get; }

    /// <summary>The module of a class.</summary>
    public static string ModuleOf(string name) => name[..name.LastIndexOf('.')];

    /// <summary>The last part of a name.</summary>
    public static string LastOf(string name) => name[(name.LastIndexOf('.') + 1)..];
}
