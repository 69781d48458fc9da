using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace OmConfigLint.Testing;

/// <summary>
/// Random cases for properties: the same ones in every run, so that a change is not stopped by a text that it has nothing to do with.
/// The environment variable <c>OMLINT_TEST_SEED</c> asks for others: a number, or <c>random</c> for new ones each time.
/// </summary>
public static class RandomCases
{
    private const string Variable = "OMLINT_TEST_SEED";
    private const ulong DefaultSeed = 1;

    /// <summary>So many cases; the first that fails is made smaller and thrown.</summary>
    public static Config Of(int count)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count);
        return Seed is { } seed ? config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), null))) : config;
    }

    private static ulong? Seed => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => DefaultSeed,
        "random" => null,
        var text => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture),
    };
}
