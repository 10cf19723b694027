using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Triage.Azure;

[Collection("Language service")]
public sealed class LanguageCircuitTests
{
    private const string Text = "Parcel came late";

    /// <summary>Refused, and repeated by no client.</summary>
    private const int NotImplemented = 501;

    [Fact]
    public async Task A_failing_service_is_asked_three_times_and_then_the_embedded_analyzer_answers()
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Server.Refuse(500, count: 3);

        var triage = await bench.TriageAsync(Text);

        Assert.Equal(3, bench.Server.Calls.Count);
        Assert.Equivalent(TriageBench.Neutral(Text) with { FallbackReason = "language-service-failed" }, triage, strict: true);
        Assert.Empty(bench.Warnings);
    }

    [Fact]
    public async Task A_service_that_recovers_in_time_answers()
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Server.Refuse(503).Refuse(429, 1, ("retry-after-ms", "5"));

        var triage = await bench.TriageAsync(Text);

        Assert.Equal(3, bench.Server.Calls.Count);
        Assert.Equal((TriageEngine.Azure, null), (triage.Engine, triage.FallbackReason));
    }

    [Theory]
    [InlineData(429, "60", 60)]
    [InlineData(503, "60", 60)]
    [InlineData(429, "7200", 3_600)]
    [InlineData(429, "Thu, 31 Dec 2099 23:59:59 GMT", 3_600)]
    public async Task A_long_retry_after_is_not_waited_for_and_the_service_is_left_alone_until_then(int status, string header, int seconds)
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Server.Refuse(status, 1, ("Retry-After", header));

        var first = await bench.TriageAsync(Text);
        bench.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        var second = await bench.TriageAsync(Text);
        var asked = bench.Server.Calls.Count;
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        var third = await bench.TriageAsync(Text);

        Assert.Equal(
            ["language-service-throttled", "language-circuit-open", null],
            new[] { first, second, third }.Select(triage => triage.FallbackReason)
        );
        Assert.Equal((1, 2), (asked, bench.Server.Calls.Count));
        Assert.Equal(TriageEngine.Azure, third.Engine);
        var until = new SteppedClock().GetUtcNow().AddSeconds(seconds);
        Assert.Equal(
            [
                $"501: Azure AI Language is left alone until {until:O}, the embedded analyzer answers: language-service-throttled ({status} Inner).",
            ],
            bench.Warnings
        );
    }

    [Fact]
    public async Task The_other_calls_of_the_same_list_are_not_made_after_that()
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Server.Refuse(429, 1, ("Retry-After", "60"));

        var triages = await bench.Triager.TriageAsync([.. Enumerable.Repeat(Text, 21)], CancellationToken.None);

        Assert.Single(bench.Server.Calls);
        Assert.Equal(
            ["language-service-throttled 10", "language-circuit-open 11"],
            triages.CountBy(triage => triage.FallbackReason ?? "").Select(reason => $"{reason.Key} {reason.Value}")
        );
        Assert.Single(bench.Warnings);
    }

    [Fact]
    public async Task Many_at_once_open_it_once()
    {
        const int many = 8;
        await using var bench = await TriageBench.OpenAsync();
        var arrived = new TaskCompletionSource();
        var waiting = 0;
        for (var i = 0; i < many; i++)
        {
            bench.Server.Next(async context =>
            {
                if (Interlocked.Increment(ref waiting) == many)
                {
                    arrived.SetResult();
                }

                await arrived.Task;
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "60");
            });
        }

        var triages = await Task.WhenAll(Enumerable.Range(0, many).Select(_ => bench.TriageAsync(Text)));

        Assert.All(triages, triage => Assert.Equal("language-service-throttled", triage.FallbackReason));
        Assert.Equal(many, bench.Server.Calls.Count);
        Assert.Single(bench.Warnings);
    }

    [Fact]
    public async Task A_slow_service_is_not_waited_for()
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Hang();

        var triage = await bench.TriageAsync(Text);

        Assert.Single(bench.Server.Calls);
        Assert.Equal((TriageEngine.Embedded, "language-service-timeout"), (triage.Engine, triage.FallbackReason));
    }

    [Fact]
    public async Task All_calls_about_a_message_share_one_time_limit()
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:KeyPhrases", "true"), ("Triage:PersonalData", "true"));
        bench.Hang().Hang();

        var triage = await bench.TriageAsync(Text);

        // Two calls of five seconds each.
        Assert.Equal(["SentimentAnalysis", "KeyPhraseExtraction"], bench.Server.Kinds);
        Assert.Equal((TriageEngine.Embedded, "language-service-timeout"), (triage.Engine, triage.FallbackReason));
    }

    [Fact]
    public async Task After_too_many_failures_the_service_is_left_alone_until_one_call_succeeds_again()
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:CircuitMinimumThroughput", "3"));
        bench.Server.Refuse(NotImplemented, count: 4);
        var reasons = new List<string?>();
        var asked = new List<int>();

        // Three failures open it; half a minute later one call tries, and fails; half a minute later one tries, and succeeds.
        foreach (var wait in new[] { 0, 0, 0, 0, 29, 1, 0, 30, 0 })
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(wait));
            reasons.Add((await bench.TriageAsync(Text)).FallbackReason);
            asked.Add(bench.Server.Calls.Count);
        }

        const string Failed = "language-service-failed";
        const string Open = "language-circuit-open";
        Assert.Equal([Failed, Failed, Failed, Open, Open, Failed, Open, null, null], reasons);
        Assert.Equal([1, 2, 3, 3, 3, 4, 4, 5, 6], asked);
        var start = new SteppedClock().GetUtcNow();
        Assert.Equal([Opened(start.AddSeconds(30)), Opened(start.AddSeconds(60))], bench.Warnings);

        static string Opened(DateTimeOffset until) =>
            $"501: Azure AI Language is left alone until {until:O}, the embedded analyzer answers: language-service-failed (501 Inner).";
    }

    [Fact]
    public async Task A_call_gets_no_more_than_what_is_left_of_all_time()
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:TotalTimeout", "00:00:08"), ("Triage:KeyPhrases", "true"));
        bench.Hang(seconds: 5).Hang(seconds: 3);

        var triage = await bench.TriageAsync(Text);

        Assert.Equal(["SentimentAnalysis", "KeyPhraseExtraction"], bench.Server.Kinds);
        Assert.Equal("language-service-timeout", triage.FallbackReason);
        Assert.Equal(TimeSpan.FromSeconds(8), bench.Clock.GetUtcNow() - new SteppedClock().GetUtcNow());
    }

    [Fact]
    public async Task Time_outs_open_it_too()
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:CircuitMinimumThroughput", "2"));
        bench.Hang().Hang();

        await bench.TriageAsync(Text);
        await bench.TriageAsync(Text);
        var third = await bench.TriageAsync(Text);

        Assert.Equal("language-circuit-open", third.FallbackReason);
        Assert.Equal(2, bench.Server.Calls.Count);
        Assert.EndsWith("language-service-timeout (TimeoutRejectedException).", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_wrong_key_role_or_address_is_reported_at_once_and_not_tried_with_every_message(int status)
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Server.Refuse(status, count: 2);

        var first = await bench.TriageAsync(Text);
        var second = await bench.TriageAsync(Text);
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        await bench.TriageAsync(Text);

        Assert.Equal(("language-service-failed", "language-circuit-open"), (first.FallbackReason, second.FallbackReason));
        Assert.Equal(2, bench.Server.Calls.Count);
        Assert.Equal(2, bench.Warnings.Count);
        Assert.All(bench.Warnings, entry => Assert.EndsWith($"language-service-failed ({status} Inner).", entry, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task A_refused_request_says_nothing_about_the_service(int status)
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:CircuitMinimumThroughput", "2"));
        bench.Server.Refuse(status, count: 4);

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("language-service-rejected-document", (await bench.TriageAsync(Text)).FallbackReason);
        }

        Assert.Equal(TriageEngine.Azure, (await bench.TriageAsync(Text)).Engine);
        Assert.Empty(bench.Warnings);
    }

    [Fact]
    public async Task A_cut_connection_falls_back()
    {
        await using var bench = await TriageBench.OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            bench.Server.Next(context =>
            {
                context.Abort();
                return Task.CompletedTask;
            });
        }

        Assert.Equal("language-service-failed", (await bench.TriageAsync(Text)).FallbackReason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"results":{"documents":[],"errors":[],"modelVersion":""}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","sentiment":"delighted"}],"errors":[],"modelVersion":""}}""")]
    public async Task An_answer_that_nobody_can_read_falls_back(string body)
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Server.Next(context => context.Response.WriteAsync(body));

        var triage = await bench.TriageAsync(Text);

        Assert.Equal((TriageEngine.Embedded, "language-service-failed"), (triage.Engine, triage.FallbackReason));
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_no_answer_and_says_nothing_about_the_service()
    {
        await using var bench = await TriageBench.OpenAsync(("Triage:CircuitMinimumThroughput", "2"));
        for (var i = 0; i < 3; i++)
        {
            using var caller = new CancellationTokenSource();
            bench.Server.Next(_ => caller.CancelAsync());
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Triager.TriageAsync(Text, caller.Token));
        }

        Assert.Equal(TriageEngine.Azure, (await bench.TriageAsync(Text)).Engine);
        Assert.Empty(bench.Warnings);
    }

    [Fact]
    public async Task Every_message_that_fell_back_is_counted_with_its_reason()
    {
        await using var bench = await TriageBench.OpenAsync();
        bench.Server.About = (_, _) => null;
        var counted = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "supportpipeline.triage.fallbacks")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) =>
            {
                lock (counted)
                {
                    counted.Add($"{value} {tags[0].Key} {tags[0].Value}");
                }
            }
        );
        listener.Start();

        await bench.Triager.TriageAsync([Text, "", Text], CancellationToken.None);

        // Nothing else that counts runs beside this collection.
        Assert.Equal(2, counted.Count(entry => entry == "1 reason language-service-rejected-document"));
    }
}
