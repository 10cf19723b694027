using SupportPipeline.LocalHost.Demo;
using SupportPipeline.LocalHost.Demo.Story;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Tests.Demo;

public sealed class StepCheckTests
{
    [Fact]
    public void Finds_nothing_when_all_is_as_the_story_says()
    {
        Assert.Equal([], StepCheck.Differences(Outcome(status: 413, refusal: "attachment-too-large"), new SoFar()));
    }

    [Fact]
    public void Names_each_difference()
    {
        var mail = new SinkMail
        {
            To = "daniel.okafor@example.com",
            Kind = "to",
            From = Letter.Desk,
            Subject = "Re: Video of the noise",
            MessageId = "1",
        };

        Assert.Equal(
            [
                "the front door's answer: 503 instead of 413",
                "the reason of the refusal: none instead of attachment-too-large",
                "what was sent: unknown to daniel.okafor@example.com instead of none",
            ],
            StepCheck.Differences(Outcome(status: 503, refusal: null) with { Sent = [mail] }, new SoFar())
        );
    }

    private static StepOutcome Outcome(int status, string? refusal) =>
        new()
        {
            Step = SampleDay.Steps.Single(step => step.Name == "too-large"),
            At = new DateTimeOffset(2026, 3, 2, 14, 9, 0, TimeSpan.Zero),
            Status = status,
            Refusal = refusal,
        };
}
