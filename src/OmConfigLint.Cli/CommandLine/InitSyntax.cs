using System.Collections.Immutable;
using System.CommandLine;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>The grammar of <c>omlint init</c>.</summary>
internal sealed class InitSyntax : OptionSyntax
{
    private readonly Argument<string[]> _words;
    private readonly Option<string> _target;
    private readonly Option<string> _from;
    private readonly Option<bool> _baseline;
    private readonly Option<bool> _dryRun;

    /// <summary>Sets the grammar up.</summary>
    public InitSyntax()
    {
        _words = Words("WORD");
        _target = Value("--target");
        _from = Value("--from");
        _baseline = Flag("--baseline");
        _dryRun = Flag("--dry-run");
    }

    /// <summary>Reads the words behind <c>init</c>.</summary>
    public static InitRequest Parse(ImmutableArray<string> words)
    {
        var syntax = new InitSyntax();
        syntax.Read(words);
        if (!syntax.Get(syntax._words).IsEmpty)
            throw new UsageException("`omlint init` sets up the current directory and takes no paths; to check a directory called `init`, write `omlint ./init`");
        var target = syntax.Release(syntax._target);
        var from = syntax.Release(syntax._from);
        if (from > target)
            throw new UsageException($"`--from` {from} is newer than `--target` {target}");
        return new InitRequest(from, target, syntax.Has(syntax._baseline), syntax.Has(syntax._dryRun));
    }

    private ReleaseVersion? Release(Option<string> option)
    {
        if (Get(option) is not { } text)
            return null;
        var (version, message) = OpenMetadataReleases.ResolveTarget(text);
        return version ?? throw new UsageException($"`{option.Name}`: {message}");
    }
}
