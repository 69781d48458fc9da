using FsCheck;
using FsCheck.Fluent;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Tokens;

/// <summary>Any text ends in a tree with right places or in one error.</summary>
internal static class StrangeTexts
{
    public delegate bool Parser(string text, out TokenTree? tree, out SyntaxError? error);

    /// <summary>Reads every beginning of <paramref name="seed"/>, and it with <paramref name="snippets"/> put in and pieces cut out anywhere.</summary>
    public static void Check(Parser parse, string seed, params string[] snippets)
    {
        for (var length = 0; length <= seed.Length; length++)
            Read(parse, seed[..length]);

        var mutation = Gen.OneOf(
            from at in Gen.Choose(0, seed.Length)
            from length in Gen.Choose(1, 9)
            select new Func<string, string>(text => text.Remove(at % (text.Length + 1), Math.Min(length, text.Length - (at % (text.Length + 1))))),
            from at in Gen.Choose(0, seed.Length)
            from snippet in Gen.Elements([.. snippets, "\r\n", "\r", "\n", "\\", "'", "\"", "#", " #", "=", "😀", "\uD800", "\0", "\u2028", " ", "\t"])
            select new Func<string, string>(text => text.Insert(at % (text.Length + 1), snippet)));
        var texts = from mutations in Gen.ListOf(mutation, 4) select mutations.Aggregate(seed, (text, mutate) => mutate(text));
        Check(parse, texts);
    }

    private static void Check(Parser parse, Gen<string> texts) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(texts.ToArbitrary(), text => Read(parse, text)));

    private static void Read(Parser parse, string text)
    {
        if (parse(text, out var tree, out var error))
        {
            TokenTreeProperties.CheckPlaces(tree!);
            return;
        }

        Assert.NotNull(error);
        Assert.True(error.Span.End <= text.Length);
        Assert.NotEmpty(error.Message);
    }
}
