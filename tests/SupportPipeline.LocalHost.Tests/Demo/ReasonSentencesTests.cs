using SupportPipeline.LocalHost.Demo;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Demo;

public sealed class ReasonSentencesTests
{
    [Fact]
    public void Every_reason_code_has_a_sentence_that_is_more_than_the_code()
    {
        Assert.Equal([], ReasonCode.All.Where(code => !ReasonSentences.Knows(code)));
        Assert.All(ReasonCode.All, code => Assert.Contains(' ', ReasonSentences.Of(code)));
    }
}
