using FsCheck.Fluent;
using OmConfigLint.Syntax.Tokens;
using OmConfigLint.Testing;

namespace OmConfigLint.Syntax.Tests.Tokens;

/// <summary>Any text ends in an exact tree or in one error, and soon.</summary>
internal static class TokenMutations
{
    public delegate bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error);

    /// <summary>Reads texts made from <paramref name="seeds"/> by cutting and by inserting <paramref name="snippets"/>.</summary>
    public static void Check(Read read, string[] seeds, string[] snippets)
    {
        var mutation = Gen.OneOf(
            from at in Gen.Choose(0, 1000)
            select new Func<string, string>(text => text[..(at % (text.Length + 1))]),
            from at in Gen.Choose(0, 1000)
            from length in Gen.Choose(1, 9)
            select new Func<string, string>(text => text.Remove(at % (text.Length + 1), Math.Min(length, text.Length - (at % (text.Length + 1))))),
            from at in Gen.Choose(0, 1000)
            from snippet in Gen.Elements(snippets)
            select new Func<string, string>(text => text.Insert(at % (text.Length + 1), snippet)));
        var texts =
            from seed in Gen.Elements(seeds)
            from mutations in Gen.ListOf(mutation, 4)
            select mutations.Aggregate(seed, (text, mutate) => mutate(text));
        FsCheck.Check.One(RandomCases.Of(10_000), Prop.ForAll(texts.ToArbitrary(), text => CheckOne(read, text)));

        foreach (var seed in seeds)
        {
            for (var length = 0; length <= seed.Length; length++)
                CheckOne(read, seed[..length]);
        }
    }

    /// <summary>Reads each snippet many times over: time grows with the text, and no stack runs out.</summary>
    public static void CheckLong(Read read, IEnumerable<string> snippets)
    {
        foreach (var snippet in snippets)
        {
            var text = string.Concat(Enumerable.Repeat(snippet, 50_000 / snippet.Length));
            var start = Environment.TickCount64;
            CheckOne(read, text, isDeep: true);
            Assert.True(Environment.TickCount64 - start < 5_000, $"`{snippet}` takes {Environment.TickCount64 - start} ms");
        }
    }

    private static void CheckOne(Read read, string text, bool isDeep = false)
    {
        if (!read(text, SyntaxLimits.Default, out var tree, out var error))
        {
            Assert.True(error!.Span.End <= text.Length, $"the error at {error.Span} is outside of the text");
            return;
        }

        if (!isDeep)
            TokenTreeProperties.Check(tree!);
    }
}
