using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Demo.Story;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.Outages.Notices;

namespace SupportPipeline.LocalHost.Demo.Outages;

/// <summary>One thing that happens in an outage.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who does it.</param>
/// <param name="What">What happens.</param>
internal sealed record OutageMoment(DateTimeOffset At, string Who, string What);

/// <summary>How the outage went.</summary>
internal sealed record OutageOutcome(IReadOnlyList<OutageMoment> Moments, IReadOnlyList<Promise> Promises);

/// <summary>The morning after the sample day: the checkout breaks. Played through the front door, from the first mail to the all-clear.</summary>
internal sealed class OutageStory(DemoHost host)
{
    private const string OnCall = "on-call";

    private static readonly (string Mailbox, string Language)[] s_customers =
    [
        ("Hannah Weiss <hannah.weiss@shop.example>", "en"),
        ("Игорь Орлов <igor.orlov@shop.example>", "ru"),
        ("刘洋 <liu.yang@shop.example>", "zh-Hans"),
        ("林怡君 <lin.yijun@shop.example>", "zh-Hant"),
    ];

    private readonly List<OutageMoment> _moments = [];

    public async Task<OutageOutcome> PlayAsync(CancellationToken cancellationToken)
    {
        var morning = new DateTimeOffset(host.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero).AddHours(9);
        await host.MoveClockAsync(morning, cancellationToken);
        await PrepareAsync(cancellationToken);
        var before = (await host.OutboxAsync(cancellationToken)).Count;

        var first = await WriteAsync(
            s_customers[0].Mailbox,
            "Cannot pay",
            "The checkout is broken. I tried three times, every payment fails and nothing works.",
            cancellationToken
        );
        await host.MoveClockAsync(morning.AddMinutes(6), cancellationToken);
        var incident = await DeclareAsync(morning.AddMinutes(40), cancellationToken);
        var linked = await LinkAsync(incident, cancellationToken);
        await TellAsync(incident, cancellationToken);

        await host.MoveClockAsync(morning.AddMinutes(15), cancellationToken);
        var second = await WriteAsync(
            "Анна Белова <anna.belova@shop.example>",
            "Не проходит оплата",
            "Оплата не работает, каждый раз ошибка. Деньги не списываются, заказ не оформить. Что делать?",
            cancellationToken
        );
        var answer = (await host.OutboxAsync(cancellationToken)).LastOrDefault(mail => mail.To == "anna.belova@shop.example");
        Tell(
            "desk",
            answer is null
                ? "says nothing"
                : $"answers her at once with what is known: {DemoText.Shortened(AgentText.Body(answer.Text ?? ""))}"
        );

        await host.MoveClockAsync(morning.AddMinutes(35), cancellationToken);
        await UpdateAsync(incident, "resolved", cancellationToken);
        await TellAsync(incident, cancellationToken);
        var page = await PageAsync(cancellationToken);
        var mails = (await host.OutboxAsync(cancellationToken)).Skip(before).ToList();
        return new(_moments, await PromisesAsync(incident, [first, second], linked, page, mails, cancellationToken));
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await host.AskAsync(
            HttpMethod.Put,
            "components/checkout",
            OnCall,
            JsonContent.Create(
                new
                {
                    names = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["en"] = "Checkout",
                        ["ru"] = "Оплата",
                        ["zh-Hans"] = "付款",
                        ["zh-Hant"] = "付款",
                    },
                }
            ),
            cancellationToken
        );
        await host.AskAsync(
            HttpMethod.Put,
            "customers",
            "admin",
            JsonContent.Create(
                s_customers.Select(customer => new
                {
                    id = Mailbox.TryParse(customer.Mailbox)!.Address,
                    email = Mailbox.TryParse(customer.Mailbox)!.Address,
                    name = Mailbox.TryParse(customer.Mailbox)!.Name,
                    language = customer.Language,
                    components = new[] { "checkout" },
                })
            ),
            cancellationToken
        );
        Tell("night", "four customers who use the checkout were imported, one for each language");
    }

    private async Task<string> WriteAsync(string from, string subject, string text, CancellationToken cancellationToken)
    {
        var mail = InboundEmailBuilder.Complete(Letter.New(from, subject, text), host.Now);
        var answer = await host.PostAsync(mail, cancellationToken);
        await host.SettleAsync(0, cancellationToken);
        Tell("customer", $"{from} writes: {text}");
        return answer.MessageId ?? throw new StoryBrokenException($"was refused: {answer.Reason}.");
    }

    private async Task<string> DeclareAsync(DateTimeOffset nextUpdateBy, CancellationToken cancellationToken)
    {
        var incident = await host.AskAsync(
            HttpMethod.Post,
            "incidents",
            OnCall,
            JsonContent.Create(
                new
                {
                    template = "investigating",
                    components = new { checkout = "major-outage" },
                    nextUpdateBy,
                }
            ),
            cancellationToken
        );
        Tell("on call", "declares an incident from a template, in four languages, and promises the next update within the half hour");
        return incident.GetProperty("id").GetString()!;
    }

    private async Task<int> LinkAsync(string incident, CancellationToken cancellationToken)
    {
        var matching = await host.AskAsync(HttpMethod.Get, $"incidents/{incident}/matching-cases?hours=1", OnCall, null, cancellationToken);
        var count = matching.GetProperty("count").GetInt32();
        await host.AskAsync(
            HttpMethod.Post,
            $"incidents/{incident}/linked-cases",
            OnCall,
            JsonContent.Create(new { count, hours = 1 }),
            cancellationToken
        );
        Tell(
            "on call",
            string.Create(CultureInfo.InvariantCulture, $"is shown {count} case of the last hour that it explains, and links it")
        );
        return count;
    }

    /// <summary>Preview, notice, a second person's word, and everybody hears.</summary>
    private async Task TellAsync(string incident, CancellationToken cancellationToken)
    {
        var preview = await host.AskAsync(
            HttpMethod.Post,
            $"incidents/{incident}/preview",
            OnCall,
            JsonContent.Create(new { }),
            cancellationToken
        );
        var languages = preview
            .GetProperty("languages")
            .EnumerateObject()
            .Select(language => $"{Languages.Name(language.Name)} {language.Value}");
        Tell(
            "on call",
            $"previews the {preview.GetProperty("kind").GetString()} notice: {preview.GetProperty("recipients").GetInt32()} people ({string.Join(", ", languages)})"
        );
        await host.AskAsync(HttpMethod.Post, $"incidents/{incident}/notices", OnCall, JsonContent.Create(new { }), cancellationToken);
        await host.SettleAsync(0, cancellationToken);
        var frozen = await ProgressAsync(incident, cancellationToken);
        await host.AskAsync(
            HttpMethod.Post,
            $"incidents/{incident}/approve",
            "approver",
            JsonContent.Create(new { contentHash = frozen.GetProperty("notice").GetProperty("contentHash").GetString() }),
            cancellationToken
        );
        await host.SettleAsync(0, cancellationToken);
        var sent = (await ProgressAsync(incident, cancellationToken)).GetProperty("sent").GetInt32();
        Tell("approver", string.Create(CultureInfo.InvariantCulture, $"approves what was previewed; {sent} mails go out"));
    }

    private async Task UpdateAsync(string incident, string template, CancellationToken cancellationToken)
    {
        await host.AskAsync(
            HttpMethod.Post,
            $"incidents/{incident}/updates",
            OnCall,
            JsonContent.Create(new { template, nextUpdateBy = (DateTimeOffset?)null }),
            cancellationToken
        );
        Tell("on call", "writes that it is mended, five minutes before the promised time");
    }

    private Task<JsonElement> ProgressAsync(string incident, CancellationToken cancellationToken) =>
        host.AskAsync(HttpMethod.Get, $"incidents/{incident}/progress", OnCall, null, cancellationToken);

    private async Task<string> PageAsync(CancellationToken cancellationToken)
    {
        await host.SettleAsync(0, cancellationToken);
        var summary = await host.AskAsync(HttpMethod.Get, "v2/summary.json", null, null, cancellationToken);
        var says = summary.GetProperty("status").GetProperty("description").GetString()!;
        Tell("everybody", $"reads on the status page: {says}");
        return says;
    }

    private async Task<IReadOnlyList<Promise>> PromisesAsync(
        string incident,
        IReadOnlyList<string> cases,
        int linked,
        string page,
        IReadOnlyList<SinkMail> mails,
        CancellationToken cancellationToken
    )
    {
        var belong = 0;
        foreach (var id in cases)
        {
            belong += (await host.CaseAsync(id, cancellationToken))?.IncidentId == incident ? 1 : 0;
        }

        var notices = mails.Where(mail => mail.CustomArgs.ContainsKey(NoticeMailWriter.NoticeArgument)).ToList();
        var most = notices.GroupBy(mail => (mail.To, mail.CustomArgs[NoticeMailWriter.NoticeArgument])).Max(group => group.Count());
        var over = notices.Where(mail =>
            mail.CustomArgs[NoticeMailWriter.NoticeArgument] == notices[^1].CustomArgs[NoticeMailWriter.NoticeArgument]
        );
        var heard = over.Select(mail => mail.To).Distinct(StringComparer.Ordinal).Count();
        return
        [
            new(
                "Cases about an outage belong to its incident, also those from before it was declared",
                linked == 1 && belong == cases.Count,
                $"{belong} of {cases.Count} cases, {linked} of them found"
            ),
            new("Everybody hears of an outage once", notices.Count == 9 && most == 1, $"{notices.Count} notices, {most} to each at most"),
            new("Everybody who was told or wrote hears that it is over", heard == 5, $"{heard} of 5 people"),
            new("The status page says how it stands", page == "All Systems Operational", page),
        ];
    }

    private void Tell(string who, string what) => _moments.Add(new(host.Now, who, what));
}
