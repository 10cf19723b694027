using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Outages;

/// <summary>An outage through the front door: those who wrote before it was declared, those who write meanwhile, and those who never write.</summary>
public sealed class OutageFlowTests(OutageFlowTests.OnCallDesk shared) : PipelineTest(shared), IClassFixture<OutageFlowTests.OnCallDesk>
{
    private const string Complaint = "The checkout is broken, every payment fails and nothing works. Please help!";

    [Fact]
    public async Task Everybody_concerned_is_answered_with_what_is_known_and_hears_once_that_it_is_over()
    {
        await SendAsync(HttpMethod.Put, "api/components/checkout", new { names = new { en = "Checkout", ru = "Оплата" } });
        var early = Customer("maria.early@customer.example");
        var before = await early.OpensAsync(early.Letter() with { Text = Complaint });
        Assert.Null(before.IncidentId);
        var silent = await ImportAsync("ivan.silent@customer.example");

        var incident = await DeclareAsync("checkout");
        var matching = await SendAsync(HttpMethod.Get, $"api/incidents/{incident}/matching-cases?hours=1");
        Assert.Equal([before.Id], matching.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        using (var wrong = await AskAsync(HttpMethod.Post, $"api/incidents/{incident}/linked-cases", new { count = 5, hours = 1 }))
        {
            Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        }

        var linked = await SendAsync(HttpMethod.Post, $"api/incidents/{incident}/linked-cases", new { count = 1, hours = 1 });
        Assert.Equal(1, linked.GetProperty("linked").GetInt32());
        Assert.Equal(incident, (await Desk.CaseAsync(before.Id)).IncidentId);
        await TellAsync(incident, "opening");

        await SendAsync(HttpMethod.Post, "local/clock", new { advance = "00:00:11" });
        var late = Customer("lena.late@customer.example");
        var meanwhile = await late.OpensAsync(late.Letter() with { Text = Complaint });
        Assert.Equal(incident, meanwhile.IncidentId);
        Assert.Contains("We are looking for the cause", (await late.OnlyMailAsync()).Text, StringComparison.Ordinal);

        await SendAsync(
            HttpMethod.Post,
            $"api/incidents/{incident}/updates",
            new
            {
                state = "resolved",
                texts = new { en = "Payments work again. Nothing was charged twice." },
                nextUpdateBy = (DateTimeOffset?)null,
            }
        );
        await TellAsync(incident, "resolution");

        Assert.Equal((1, 1), await NoticesAsync(early.Address));
        Assert.Equal((0, 1), await NoticesAsync(late.Address));
        Assert.Equal((1, 1), await NoticesAsync(silent));
    }

    [Fact]
    public async Task A_case_that_does_not_belong_to_the_incident_is_taken_out()
    {
        await SendAsync(HttpMethod.Put, "api/components/search", new { names = new { en = "Search" } });
        var nina = Customer("nina.wrong@customer.example");
        var opened = await nina.OpensAsync(
            nina.Letter() with
            {
                Text = "The search is broken again and finds nothing at all. Please help!",
            }
        );
        var incident = await DeclareAsync("search");
        await SendAsync(HttpMethod.Post, $"api/incidents/{incident}/linked-cases", new { count = 1 });
        Assert.Equal(incident, (await Desk.CaseAsync(opened.Id)).IncidentId);

        using var gone = await AskAsync(HttpMethod.Delete, $"api/incidents/{incident}/linked-cases/{opened.Id}");
        using var again = await AskAsync(HttpMethod.Delete, $"api/incidents/{incident}/linked-cases/{opened.Id}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (gone.StatusCode, again.StatusCode));
        Assert.Null((await Desk.CaseAsync(opened.Id)).IncidentId);
    }

    [Fact]
    public async Task Who_prefers_the_phone_hears_from_an_agent_that_it_is_over()
    {
        await SendAsync(HttpMethod.Put, "api/components/export", new { names = new { en = "Export" } });
        var incident = await DeclareAsync("export");
        await SendAsync(HttpMethod.Post, "local/clock", new { advance = "00:00:11" });
        var paula = Customer("paula.phone@customer.example");
        var opened = await paula.OpensAsync(paula.Letter() with { Text = "The export is broken and every file fails. Please help!" });
        Assert.Equal(incident, opened.IncidentId);
        await SendAsync(HttpMethod.Put, $"api/customers/{opened.CustomerId}/preferences", new { channel = "phone" });
        await SendAsync(HttpMethod.Post, $"api/incidents/{incident}/updates", new { state = "resolved", texts = new { en = "It works." } });

        await TellAsync(incident, "resolution");

        var its = await Desk.CaseAsync(opened.Id);
        var asked = Assert.Single(its.Events, entry => entry.Kind == "all-clear-wanted");
        Assert.Equal(("agent", "other-channel-wanted", "phone"), (its.EscalatedTo, asked.Reason, asked.Evidence));
        Assert.DoesNotContain(await Desk.OutboxAsync(paula.Address), mail => mail.CustomArgs.ContainsKey("sp_notice"));
        var progress = await SendAsync(HttpMethod.Get, $"api/incidents/{incident}/progress");
        Assert.Equal(1, progress.GetProperty("counts").GetProperty("reasons").GetProperty("other-channel-wanted").GetInt32());
    }

    private async Task<string> ImportAsync(string address)
    {
        using var answer = await Desk.Http.PutAsync(
            "api/customers",
            JsonContent.Create(
                new[]
                {
                    new
                    {
                        id = address,
                        email = address,
                        language = "en",
                        components = new[] { "checkout" },
                    },
                }
            )
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return address;
    }

    private async Task<string> DeclareAsync(string component)
    {
        var incident = await SendAsync(
            HttpMethod.Post,
            "api/incidents",
            new
            {
                names = new { en = "Payments do not go through" },
                state = "investigating",
                texts = new { en = "Most payments fail. We are looking for the cause." },
                components = new Dictionary<string, string>(StringComparer.Ordinal) { [component] = "major-outage" },
                nextUpdateBy = Desk.Run.Clock.GetUtcNow().AddMinutes(30),
            }
        );
        return incident.GetProperty("id").GetString()!;
    }

    private async Task TellAsync(string incident, string kind)
    {
        await SendAsync(HttpMethod.Post, $"api/incidents/{incident}/notices", new { kind });
        await Desk.IdleAsync();
        var frozen = await SendAsync(HttpMethod.Get, $"api/incidents/{incident}/progress");
        await SendAsync(
            HttpMethod.Post,
            $"api/incidents/{incident}/approve",
            new { contentHash = frozen.GetProperty("notice").GetProperty("contentHash").GetString() }
        );
        await Desk.IdleAsync();
        var progress = (await SendAsync(HttpMethod.Get, $"api/incidents/{incident}/progress")).GetProperty("counts");
        Assert.True(progress.GetProperty("isSettled").GetBoolean());
    }

    /// <summary>How many notices an address got: that it is broken, and that it works again.</summary>
    private async Task<(int Broken, int Over)> NoticesAsync(string address)
    {
        var notices = (await Desk.OutboxAsync(address)).Where(mail => mail.CustomArgs.ContainsKey("sp_notice")).ToList();
        return (
            notices.Count(mail => mail.Text.Contains("We are looking for the cause", StringComparison.Ordinal)),
            notices.Count(mail => mail.Text.Contains("Payments work again", StringComparison.Ordinal))
        );
    }

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Desk.Run.Services.GetRequiredService<IdSource>().Next().Value);
        return Desk.Http.SendAsync(request);
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var answer = await AskAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text.Length == 0 ? "null" : text).RootElement;
    }

    /// <summary>A desk whose pages have an address, without timers.</summary>
    public sealed class OnCallDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Desk:PublicUrl", "https://desk.example")) with
            {
                FunctionTypes = LocalHostOptions.WithoutTimers,
            };
    }
}
