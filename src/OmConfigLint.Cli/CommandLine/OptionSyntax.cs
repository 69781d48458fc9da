using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>
/// What the commands' grammars share, over System.CommandLine's parser: its own help, version, directives, response files and messages are
/// left out, and values are text until their meaning is checked, so that every message is omlint's.
/// </summary>
internal abstract class OptionSyntax
{
    private static readonly ParserConfiguration Configuration = new() { EnablePosixBundling = true, ResponseFileTokenReplacer = null };

    /// <summary>What stands for a value that was left out; no value holds such a character.</summary>
    private const string LeftOut = "\0";

    private readonly Command _command = new("omlint");
    private readonly HashSet<string> _optionalValues = new(StringComparer.Ordinal);
    private ParseResult? _result;

    /// <summary>Every name of every option, for suggestions and for the help's test.</summary>
    public virtual IEnumerable<string> OptionNames => _command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Append("--help");

    /// <summary>An option without a value.</summary>
    protected Option<bool> Flag(string name, params string[] aliases) => Add(new Option<bool>(name, aliases) { Arity = ArgumentArity.Zero });

    /// <summary>An option with a value, given once.</summary>
    protected Option<string> Value(string name, params string[] aliases) => Add(new Option<string>(name, aliases) { Arity = ArgumentArity.ExactlyOne });

    /// <summary>An option with a value, given any number of times.</summary>
    protected Option<string[]> Values(string name) => Add(new Option<string[]>(name) { Arity = ArgumentArity.OneOrMore });

    /// <summary>An option whose value may be left out, and is written behind <c>=</c> alone: what follows behind a blank is a word.</summary>
    protected Option<string> OptionalValue(string name)
    {
        _optionalValues.Add(name);
        return Value(name);
    }

    /// <summary>The words that belong to no option.</summary>
    protected Argument<string[]> Words(string name)
    {
        var argument = new Argument<string[]>(name) { Arity = ArgumentArity.ZeroOrMore };
        _command.Add(argument);
        return argument;
    }

    /// <summary>Parses <paramref name="words"/> and refuses what the grammar does not have.</summary>
    protected void Read(ImmutableArray<string> words)
    {
        _result = _command.Parse([.. words.Select(word => _optionalValues.Contains(word) ? $"{word}={LeftOut}" : word)], Configuration);
        foreach (var option in _command.Options)
        {
            if (_result.GetResult(option) is not { Implicit: false } found)
                continue;
            if (option.Arity.MinimumNumberOfValues > 0 && (found.Tokens.Count < found.IdentifierTokenCount || found.Tokens.Any(IsMissing)))
                throw new UsageException($"`{option.Name}` needs a value");
            if (option is not Option<string[]> && found.IdentifierTokenCount > 1 && option.Arity.MaximumNumberOfValues > 0)
                throw new UsageException($"`{option.Name}` is given twice");
        }

        // The parser takes the value of an option that has none for one of the words,
        foreach (var word in words)
        {
            if (word.Split('=') is [var name, _, ..] && _command.Options.Any(option => option.Name == name && option.Arity.MaximumNumberOfValues == 0))
                throw new UsageException($"`{name}` takes no value");
        }

        // and so an option that it does not know.
        foreach (var token in _result.Tokens)
        {
            if (token.Type == TokenType.Argument && token.Value is ['-', _, ..] && !IsValue(token))
                throw new UsageException(UnknownOption(token.Value));
        }

        foreach (var error in _result.Errors)
            throw new UsageException(char.ToLowerInvariant(error.Message[0]) + error.Message[1..].TrimEnd('.').Replace('\'', '`'));
    }

    /// <summary>True where the option was given; its value is null where it was left out.</summary>
    protected bool TryGet(Option<string> option, out string? value)
    {
        value = Get(option);
        var isGiven = value is not null;
        if (value == LeftOut)
            value = null;
        return isGiven;
    }

    /// <summary>True where the flag was given.</summary>
    protected bool Has(Option<bool> flag) => _result!.GetValue(flag);

    /// <summary>The value of an option; null where it was not given.</summary>
    protected string? Get(Option<string> option) => _result!.GetValue(option);

    /// <summary>The values of an option, in order.</summary>
    protected ImmutableArray<string> Get(Option<string[]> option) => [.. _result!.GetValue(option) ?? []];

    /// <summary>The words, in order.</summary>
    protected ImmutableArray<string> Get(Argument<string[]> argument) => [.. _result!.GetValue(argument) ?? []];

    /// <summary>The value of an option that takes one of a few words; <paramref name="absent"/> where it was not given.</summary>
    protected T OneOf<T>(Option<string> option, T absent, params ReadOnlySpan<(string Word, T Value)> values) =>
        Get(option) is { } text ? OneOf(option.Name, text, values) : absent;

    /// <summary>The value of <c>--color</c>.</summary>
    protected ColorChoice ColorOf(Option<string> option) =>
        OneOf(option, ColorChoice.Auto, ("auto", ColorChoice.Auto), ("always", ColorChoice.Always), ("never", ColorChoice.Never));

    /// <summary>What <paramref name="text"/> means as a value of <paramref name="option"/>.</summary>
    protected static T OneOf<T>(string option, string text, params ReadOnlySpan<(string Word, T Value)> values)
    {
        var words = new List<string>();
        foreach (var (word, value) in values)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
                return value;
            words.Add(word);
        }

        var near = DidYouMean(text, words);
        throw new UsageException($"`{text}` is no value of `{option}`{(near.Length > 0 ? near : $"; there are {string.Join(", ", words)}")}");
    }

    /// <summary><c>; did you mean …?</c>, or nothing.</summary>
    protected static string DidYouMean(string text, IEnumerable<string> known) =>
        Spelling.Closest(text, known) is { } near ? $"; did you mean `{near}`?" : "";

    private T Add<T>(T option)
        where T : Option
    {
        _command.Add(option);
        return option;
    }

    private bool IsValue(Token token) =>
        _command.Options.Any(option => _result!.GetResult(option) is { Implicit: false } found && found.Tokens.Any(value => ReferenceEquals(value, token)));

    /// <summary>True where the value is empty or the next option, which the parser takes for a value.</summary>
    private bool IsMissing(Token value) => value.Value.Length == 0 || OptionNames.Contains(value.Value.Split('=')[0]);

    private string UnknownOption(string word)
    {
        var name = word.Split('=')[0];
        return $"unknown option `{name}`{(name.Length > 2 ? DidYouMean(name, OptionNames) : "")}";
    }
}
