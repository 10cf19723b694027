using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPipeline.Testing;

namespace SupportPipeline.Triage.Azure;

public sealed class LanguageQuestionsTests
{
    [Fact]
    public async Task A_document_that_no_request_can_hold_is_not_sent()
    {
        var clock = new FixedClock();
        var circuit = new LanguageCircuit(Options.Create(new TriageOptions()), clock, NullLogger<LanguageCircuit>.Instance);
        var asked = new List<string>();
        LanguageDocument[] documents = [new("text", null), new("e" + new string('\u0301', 200_000), null), new("more", null)];

        var answers = await new LanguageQuestions(circuit).AskAsync<string>(
            (batch, _, _) =>
            {
                asked.AddRange(batch.Select(document => document.Text));
                return Task.FromResult<IReadOnlyList<LanguageAnswer<string>>>([
                    .. batch.Select(document => new LanguageAnswer<string>(document.Text, null)),
                ]);
            },
            10,
            documents,
            new TimeBudget(TimeSpan.FromSeconds(10), clock),
            CancellationToken.None
        );

        Assert.Equal(["text", "more"], asked);
        Assert.Equal(
            [("text", null), (null, "language-service-rejected-document"), ("more", null)],
            answers.Select(answer => (answer.Value, answer.Reason))
        );
    }
}
