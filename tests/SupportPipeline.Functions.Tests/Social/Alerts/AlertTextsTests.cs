using System.Text.Json;
using SupportPipeline.Social.Spikes;

namespace SupportPipeline.Social.Alerts;

public sealed class AlertTextsTests
{
    private const string Hostile = "<!channel> *bold* [click](https://evil.example) & \"quotes\"";

    private static readonly MentionAlert Alert = new()
    {
        Id = "01kabcdefghjkmnpqrstvwxyz0",
        Kind = AlertKind.NegativeSpike,
        Brand = "acme",
        Severity = SpikeSeverity.Critical,
        At = new(2026, 11, 20, 9, 45, 0, TimeSpan.Zero),
        From = new(2026, 11, 20, 8, 45, 0, TimeSpan.Zero),
        Until = new(2026, 11, 20, 9, 45, 0, TimeSpan.Zero),
        Why = "24 negative mentions in an hour; usually there are about 1.2. By chance that does not happen.",
        Repeats = 1,
        Evidence = new(
            ["acme.01kabcdefghjkmnpqrstvwxyz0"],
            24,
            19,
            0.92,
            48_100,
            [new("acme.01kabcdefghjkmnpqrstvwxyz0", Hostile, new Uri("https://example.social/@anna/1?a=1&b=2"), 11)],
            ["x", "mastodon"],
            ["en", "ru"]
        ),
    };

    [Fact]
    public void A_mail_says_what_happened_and_what_it_rests_on() =>
        Assert.Equal(
            """
            24 negative mentions in an hour; usually there are about 1.2. By chance that does not happen.
            2026-11-20 08:45 to 09:45 UTC: 24 mentions by 19 people, seen by about 48,100.
            92 % of them are negative.
            On x, mastodon, in en, ru.
            11 times: “<!channel> *bold* [click](https://evil.example) & "quotes"” https://example.social/@anna/1?a=1&b=2 (acme.01kabcdefghjkmnpqrstvwxyz0)

            Alert 01kabcdefghjkmnpqrstvwxyz0

            """.ReplaceLineEndings("\n"),
            AlertTexts.Mail(Alert)
        );

    [Fact]
    public void In_Slack_nobody_can_call_the_channel()
    {
        using var message = JsonDocument.Parse(AlertTexts.Slack(Alert));

        var body = message.RootElement.GetProperty("blocks")[1].GetProperty("text").GetProperty("text").GetString();
        Assert.Contains("&lt;!channel&gt; *bold*", body, StringComparison.Ordinal);
        Assert.DoesNotContain('<', body!);
        Assert.Equal("[Critical] acme: Many negative mentions (still)", message.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void In_Teams_markup_of_strangers_is_text()
    {
        using var message = JsonDocument.Parse(AlertTexts.Teams(Alert));

        var card = message.RootElement.GetProperty("attachments")[0].GetProperty("content");
        Assert.Equal("AdaptiveCard", card.GetProperty("type").GetString());
        Assert.Contains(
            @"\[click\]\(https://evil.example\)",
            card.GetProperty("body")[5].GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_too_long_for_Slack_is_cut()
    {
        var groups = Enumerable.Repeat(Alert.Evidence.Groups[0] with { Text = new string('x', 2_000) }, 3).ToList();
        using var message = JsonDocument.Parse(AlertTexts.Slack(Alert with { Evidence = Alert.Evidence with { Groups = groups } }));

        Assert.Equal(3_000, message.RootElement.GetProperty("blocks")[1].GetProperty("text").GetProperty("text").GetString()!.Length);
    }
}
