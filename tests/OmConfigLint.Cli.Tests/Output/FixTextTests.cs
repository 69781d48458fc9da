using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class FixTextTests
{
    [Fact]
    public void Advice_does_not_sound_like_a_fix_that_is_applied() =>
        Assert.Equal(
            "creates a.yaml; omlint leaves it to you, because line 12 would become part of the block scalar above it",
            FixText.Of(ConfigFix.Manual("creates a.yaml", "line 12 would become part of the block scalar above it")));
}
