using System.Collections.Immutable;
using System.CommandLine;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>The grammar of <c>omlint explain</c>.</summary>
internal sealed class ExplainSyntax : OptionSyntax
{
    private readonly Argument<string[]> _rules;
    private readonly Option<string> _directory;
    private readonly Option<string> _color;

    /// <summary>Sets the grammar up.</summary>
    public ExplainSyntax()
    {
        _rules = Words("ID");
        _directory = Value("--rules");
        _color = Value("--color");
    }

    /// <summary>Reads the words behind <c>explain</c>.</summary>
    public static ExplainRequest Parse(ImmutableArray<string> words)
    {
        var syntax = new ExplainSyntax();
        syntax.Read(words);
        return syntax.Get(syntax._rules) is [var rule]
            ? new ExplainRequest(rule, syntax.Get(syntax._directory), syntax.ColorOf(syntax._color))
            : throw new UsageException("`explain` takes the id or the name of one rule, as in `omlint explain OM1001`; `omlint rules` lists them");
    }
}
