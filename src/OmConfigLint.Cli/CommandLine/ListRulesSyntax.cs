using System.Collections.Immutable;
using System.CommandLine;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>The grammar of <c>omlint rules</c>.</summary>
internal sealed class ListRulesSyntax : OptionSyntax
{
    private readonly Argument<string[]> _words;
    private readonly Option<string> _format;
    private readonly Option<string> _directory;

    /// <summary>Sets the grammar up.</summary>
    public ListRulesSyntax()
    {
        _words = Words("WORD");
        _format = Value("--format");
        _directory = Value("--rules");
    }

    /// <summary>Reads the words behind <c>rules</c>.</summary>
    public static ListRulesRequest Parse(ImmutableArray<string> words)
    {
        var syntax = new ListRulesSyntax();
        syntax.Read(words);
        if (!syntax.Get(syntax._words).IsEmpty)
            throw new UsageException("`omlint rules` lists every rule and takes no paths; to check a directory called `rules`, write `omlint ./rules`");
        return new ListRulesRequest(syntax.OneOf(syntax._format, false, ("text", false), ("json", true)), syntax.Get(syntax._directory));
    }
}
