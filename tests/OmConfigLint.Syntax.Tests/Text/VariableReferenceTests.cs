using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Tests.Text;

public sealed class VariableReferenceTests
{
    [Theory]
    [InlineData("i:${TAG:-1.5.0}", "TAG|:-|1.5.0")]
    [InlineData("i:${TAG-1.5.0}", "TAG|-|1.5.0")]
    [InlineData("$A/${B}", "A||;B||")]
    [InlineData("$$A ${B}", "B||")]
    [InlineData("${A:-${B:-c}d}", "A|:-|${B:-c}d;B|:-|c")]
    [InlineData("${A:?no}${B?}${C:+x}${D+y}", "A|:?|no;B|?|;C|:+|x;D|+|y")]
    [InlineData("$1 $@ $ ${} ${1}", "")]
    [InlineData("${A ${B}", "B||")]
    [InlineData("${A", "")]
    [InlineData("${#A}${A%.*}${A:1:2}", "A|#|;A|%|.*;A|:|1:2")]
    public void In_compose(string text, string expected) => Assert.Equal(
        expected,
        string.Join(';', VariableReferences.InCompose(text).Select(reference =>
            $"{reference.Name}|{reference.Operator}|{text.Substring(reference.ArgumentSpan.Start, reference.ArgumentSpan.Length)}")));

    [Theory]
    [InlineData("a${X:-1}b", "${X:-1}")]
    [InlineData("a$Xb", "$Xb")]
    [InlineData("${#X}", "${#X}")]
    public void Span(string text, string expected)
    {
        var span = VariableReferences.In(text)[0].Span;
        Assert.Equal(expected, text.Substring(span.Start, span.Length));
    }
}
