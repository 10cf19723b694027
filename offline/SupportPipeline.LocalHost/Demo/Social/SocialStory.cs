using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportPipeline.LocalHost.Demo.Social;

/// <summary>One thing that happens in public.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who does it.</param>
/// <param name="What">What happens.</param>
internal sealed record SocialMoment(DateTimeOffset At, string Who, string What);

/// <summary>How it went.</summary>
internal sealed record SocialOutcome(IReadOnlyList<SocialMoment> Moments, IReadOnlyList<Promise> Promises);

/// <summary>The evening after: complaints build up in public. Marketing is told, answers where everybody can read it, and hands one over to the desk.</summary>
internal sealed class SocialStory(DemoHost host)
{
    private const string Marketing = "marketing";
    private const int Reposts = 12;

    private static readonly string[] s_complaints =
    [
        "The app logs me out every five minutes since the update. So frustrating!",
        "Third time today I have to sign in again. Does nobody test this?",
        "Your new version is a disaster, I lost my whole basket.",
        "Is anyone else unable to stay signed in? This is annoying.",
        "Updated this morning, broken ever since. Not happy at all.",
        "После обновления приложение выкидывает каждые пять минут. Ужас!",
        "Обновили, называется: корзина пропала, войти не могу. Очень плохо.",
        "Третий раз за день ввожу пароль. Вы вообще проверяете обновления?",
        "更新之后一直被退出登录，太烦人了！",
        "新版本把我的购物车清空了，真的很失望。",
        "更新後一直被登出，真的很誇張！",
        "購物車不見了，客服也沒回，非常失望。",
    ];

    private readonly List<SocialMoment> _moments = [];

    public async Task<SocialOutcome> PlayAsync(CancellationToken cancellationToken)
    {
        var evening = new DateTimeOffset(host.Now.UtcDateTime.Date, TimeSpan.Zero).AddHours(18);
        await host.MoveClockAsync(evening, cancellationToken);
        await PassOnAsync(
            [Post(900, "Loving the new colours of the app, well done!"), Post(901, "Do you ship to Norway?")],
            cancellationToken
        );
        Tell("public", "two people write about the shop, one of them pleased");

        await host.MoveClockAsync(evening.AddMinutes(20), cancellationToken);
        await PassOnAsync([.. s_complaints.Select((text, number) => Post(number, text))], cancellationToken);
        await PassOnAsync(
            [
                .. Enumerable
                    .Range(100, Reposts)
                    .Select(number => Post(number, $"RT @author0: {s_complaints[0]} https://example.com/{number}")),
            ],
            cancellationToken
        );
        Tell("public", $"{s_complaints.Length} people complain about the update in four languages, {Reposts} repeat the first of them");
        await LoudAsync(cancellationToken);

        var alerts = await AlertsAsync(evening.AddMinutes(32), cancellationToken);
        var stream = (await host.AskAsync(HttpMethod.Get, "mentions?limit=100", Marketing, null, cancellationToken)).GetProperty("items");
        var first = stream.EnumerateArray().First(item => item.GetProperty("text").GetString() == s_complaints[0]);
        var copies = first.GetProperty("copies").GetInt32();
        Tell(
            "marketing",
            string.Create(CultureInfo.InvariantCulture, $"sees {stream.GetArrayLength()} mentions; one stands for {copies} copies of it")
        );

        var loud = stream.EnumerateArray().First(item => item.GetProperty("platform").GetString() == "x");
        var answered = await AnswerAsync(loud, cancellationToken);
        var caseId = await ConvertAsync(first.GetProperty("id").GetString()!, cancellationToken);
        return new(
            _moments,
            [
                new(
                    "Public complaints stand in the stream once, their copies under the first",
                    stream.GetArrayLength() == 15 && copies == Reposts,
                    $"{stream.GetArrayLength()} mentions, {copies} copies under one"
                ),
                new(
                    "Marketing hears of a storm while it builds up, once",
                    alerts == 3,
                    $"{alerts} alerts: one that many repeat, one of somebody many follow, and the storm"
                ),
                new("A second person approves what is said in public, and it is posted once", answered == 1, $"{answered} answer on X"),
                new(
                    "A public complaint becomes a case with one click",
                    caseId is not null,
                    caseId is null ? "no case" : "a case of its author"
                ),
            ]
        );
    }

    private async Task LoudAsync(CancellationToken cancellationToken)
    {
        // As X sends it.
        var post = new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["event_uuid"] = "-7",
                ["event_type"] = "post.mention.create",
                ["filter"] = new JsonObject { ["user_id"] = "1" },
                ["payload"] = new JsonObject
                {
                    ["id"] = "1990000000000000001",
                    ["text"] = "@example Since the update my basket is gone and nobody answers. Worst shop ever, I am furious!",
                    ["author_id"] = "77",
                    ["created_at"] = host.Now.ToString("O", CultureInfo.InvariantCulture),
                    ["lang"] = "en",
                    ["entities"] = new JsonObject
                    {
                        ["mentions"] = new JsonArray
                        {
                            new JsonObject { ["id"] = "1", ["username"] = "example" },
                        },
                    },
                },
            },
            ["includes"] = new JsonObject
            {
                ["users"] = new JsonArray
                {
                    new JsonObject
                    {
                        ["id"] = "77",
                        ["username"] = "mila_reviews",
                        ["public_metrics"] = new JsonObject { ["followers_count"] = 48_000 },
                    },
                },
            },
        };
        await host.AskAsync(HttpMethod.Post, "inbound/social/x", null, JsonContent.Create(post), cancellationToken);
        await host.SettleAsync(0, cancellationToken);
        Tell("public", "somebody with 48,000 followers writes to the account: my basket is gone and nobody answers");
    }

    private async Task<int> AlertsAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        await host.MoveClockAsync(at, cancellationToken);
        await host.LookForSpikesAsync(cancellationToken);
        await host.LookForSpikesAsync(cancellationToken);
        var alerts = (await host.AskAsync(HttpMethod.Get, "social/alerts", Marketing, null, cancellationToken)).GetProperty("items");
        foreach (var alert in alerts.EnumerateArray().Reverse())
        {
            Tell("desk", $"alerts marketing: {alert.GetProperty("why").GetString()}");
        }

        return alerts.GetArrayLength();
    }

    private async Task<int> AnswerAsync(JsonElement mention, CancellationToken cancellationToken)
    {
        var id = mention.GetProperty("id").GetString()!;
        var suggestion = await host.AskAsync(HttpMethod.Get, $"mentions/{id}/reply/suggestion", Marketing, null, cancellationToken);
        var text = suggestion.GetProperty("text").GetString();
        var draft = await host.AskAsync(
            HttpMethod.Post,
            $"mentions/{id}/reply",
            Marketing,
            JsonContent.Create(new { text }),
            cancellationToken
        );
        var reply = draft.GetProperty("reply").GetProperty("id").GetString();
        Tell(
            "marketing",
            string.Create(
                CultureInfo.InvariantCulture,
                $"takes the suggested answer ({draft.GetProperty("length").GetInt32()} of {draft.GetProperty("limit").GetInt32()} characters as X counts): {DemoText.Shortened(text ?? "")}"
            )
        );
        await host.AskAsync(
            HttpMethod.Post,
            $"mentions/{id}/replies/{reply}/approve",
            "approver",
            JsonContent.Create(new { text }),
            cancellationToken
        );
        await host.SettleAsync(0, cancellationToken);
        var posts = await host.PostsAsync(cancellationToken);
        Tell("approver", $"reads it and approves; X has {posts} answer");
        return posts;
    }

    private async Task<string?> ConvertAsync(string id, CancellationToken cancellationToken)
    {
        await host.AskAsync(HttpMethod.Post, $"mentions/{id}/case", Marketing, JsonContent.Create(new { }), cancellationToken);
        await host.SettleAsync(0, cancellationToken);
        var mention = await host.AskAsync(HttpMethod.Get, $"mentions/{id}", Marketing, null, cancellationToken);
        var caseId = mention.GetProperty("mention").TryGetProperty("caseId", out var found) ? found.GetString() : null;
        Tell(
            "marketing",
            caseId is null ? "makes no case of the first complaint" : "makes a case of the first complaint, and the desk goes on in private"
        );
        return caseId;
    }

    private async Task PassOnAsync(JsonArray posts, CancellationToken cancellationToken)
    {
        await host.AskAsync(HttpMethod.Post, "inbound/social/generic", null, JsonContent.Create(posts), cancellationToken);
        await host.SettleAsync(0, cancellationToken);
    }

    private JsonObject Post(int number, string text) =>
        new()
        {
            ["source"] = "zapier:forum",
            ["externalId"] = $"post-{number}",
            ["text"] = text,
            ["publishedAt"] = host.Now.ToString("O", CultureInfo.InvariantCulture),
            ["author"] = new JsonObject
            {
                ["id"] = $"author{number}",
                ["handle"] = $"author{number}",
                ["followers"] = 100 + number,
            },
        };

    private void Tell(string who, string what) => _moments.Add(new(host.Now, who, what));
}
