using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPipeline.Platform;
using SupportPipeline.Social.Spikes;

namespace SupportPipeline.Social.Alerts;

/// <summary>An alert as a mail, a Slack message and a Teams card. What strangers wrote is quoted as text: no markup of theirs counts. Pure.</summary>
internal static class AlertTexts
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>The subject.</summary>
    public static string Subject(MentionAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var what = alert.Kind switch
        {
            AlertKind.CountSpike => "Many mentions",
            AlertKind.NegativeSpike => "Many negative mentions",
            AlertKind.MoodShift => "The mood is turning",
            AlertKind.ViralComplaint => "A complaint that many see",
            _ => "A key account is unhappy",
        };
        var again = alert.Repeats > 0 ? " (still)" : "";
        return alert.Severity == SpikeSeverity.Critical ? $"[Critical] {alert.Brand}: {what}{again}" : $"{alert.Brand}: {what}{again}";
    }

    /// <summary>The text of a mail.</summary>
    public static string Mail(MentionAlert alert) =>
        string.Join("\n", Lines(alert, text => $"“{text}”", url => url)) + $"\n\nAlert {alert.Id}\n";

    /// <summary>A message for a Slack-compatible webhook. <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped, as Slack asks, so that no name calls anybody.</summary>
    public static string Slack(MentionAlert alert)
    {
        var body = string.Join("\n", Lines(alert, text => $"“{SlackText(text)}”", SlackText));
        return new JsonObject
        {
            ["text"] = SlackText(Subject(alert)),
            ["blocks"] = new JsonArray
            {
                Block("header", "plain_text", Cut(Subject(alert), 150)),
                Block("section", "mrkdwn", Cut(body, 3_000)),
            },
        }.ToJsonString(s_json);

        static JsonObject Block(string type, string textType, string text) =>
            new()
            {
                ["type"] = type,
                ["text"] = new JsonObject { ["type"] = textType, ["text"] = text },
            };
    }

    /// <summary>An Adaptive Card for a Teams-compatible webhook. Its markdown is broken by escapes.</summary>
    public static string Teams(MentionAlert alert)
    {
        var body = new JsonArray { Block(Subject(alert), "Medium", "Bolder") };
        foreach (var line in Lines(alert, text => $"“{TeamsText(text)}”", url => url))
        {
            body.Add(Block(line, "Default", "Default"));
        }

        return new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray
            {
                new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["content"] = new JsonObject
                    {
                        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                        ["type"] = "AdaptiveCard",
                        ["version"] = "1.4",
                        ["body"] = body,
                    },
                },
            },
        }.ToJsonString(s_json);

        static JsonObject Block(string text, string size, string weight) =>
            new()
            {
                ["type"] = "TextBlock",
                ["text"] = text,
                ["wrap"] = true,
                ["size"] = size,
                ["weight"] = weight,
            };
    }

    private static IEnumerable<string> Lines(MentionAlert alert, Func<string, string> quote, Func<string, string> link)
    {
        var evidence = alert.Evidence;
        yield return alert.Why;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{alert.From.UtcDateTime:yyyy-MM-dd HH:mm} to {alert.Until.UtcDateTime:HH:mm} UTC: {evidence.Count} mentions by {evidence.Authors} people, seen by about {evidence.Reach:N0}."
        );
        if (evidence.NegativeShare is { } negative)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{negative * 100:0} % of them are negative.");
        }

        yield return $"On {string.Join(", ", evidence.Platforms)}, in {string.Join(", ", evidence.Languages)}.";
        foreach (var group in evidence.Groups)
        {
            var times = group.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{group.Count} times: ") : "";
            yield return $"{times}{quote(group.Text)}{(group.Url is { } url ? " " + link(url.AbsoluteUri) : "")} ({group.MentionId})";
        }
    }

    private static string SlackText(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string TeamsText(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\\' or '*' or '_' or '[' or ']' or '(' or ')' or '#' or '`' or '>' or '<' or '!' or '~' or '|')
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    private static string Cut(string text, int max) => text.Length <= max ? text : StoredText.Clean(text, max - 1) + "…";
}
