using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Requirements;

/// <summary>An option in a requirements file: <c>-c constraints.txt</c>, <c>--index-url=https://…</c>, <c>--pre</c>.</summary>
/// <param name="Name">The option as written: <c>-c</c>, <c>--index-url</c>.</param>
/// <param name="Argument">Its argument; null for an option without one.</param>
public sealed record RequirementsOption(SyntaxToken Name, SyntaxToken? Argument)
{
    /// <summary>True for <c>-r</c> and <c>--requirement</c>: the argument is a requirements file.</summary>
    public bool IsRequirementsFile => Name.Value is "-r" or "--requirement";

    /// <summary>True for <c>-c</c> and <c>--constraint</c>: the argument is a constraints file.</summary>
    public bool IsConstraintsFile => Name.Value is "-c" or "--constraint";
}
