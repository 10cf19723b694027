using SupportPipeline.LocalHost.Faults;

namespace SupportPipeline.LocalHost.Tests.Faults;

public sealed class FaultPlanTests
{
    [Theory]
    [InlineData("language", 429, 60, null)]
    [InlineData("language", 503, 0, null)]
    [InlineData("language", 429, -1, "retryAfter must not be negative.")]
    [InlineData("language", null, 60, "retryAfter needs a status.")]
    [InlineData("sendgrid", 429, 60, "retryAfter is for the target language and the platforms.")]
    [InlineData("storage", 429, 60, "retryAfter is for the target language and the platforms.")]
    public void Only_the_language_service_says_when_to_come_back(string target, int? status, int seconds, string? problem)
    {
        var plan = new FaultPlan
        {
            Target = target,
            Status = status,
            RetryAfter = TimeSpan.FromSeconds(seconds),
            Delay = TimeSpan.Zero,
        };

        Assert.Equal(problem, plan.Problem());
    }
}
