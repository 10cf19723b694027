using System.Globalization;
using System.Text.Json.Nodes;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Mentions;

/// <summary>Posts for the connector <c>generic</c>, the same for the same number. Each tenth repeats an earlier one with a word of its own.</summary>
internal static class SyntheticMentions
{
    private static readonly string[] s_feelings =
    [
        "I am really disappointed.",
        "Still waiting, this is the worst service I know!",
        "Thanks for the quick help, great team.",
        "Has anybody else seen this?",
        "Очень разочарован, никто не отвечает.",
        "Спасибо, всё заработало!",
        "太差了，没有人回复。",
        "等了三天都沒有人處理，真的很失望。",
    ];

    /// <summary>The post of a number.</summary>
    public static JsonObject Post(int number, string source, DateTimeOffset at)
    {
        var of = number % 10 == 9 ? number - 9 : number;
        var language = SyntheticLanguage.All[of % SyntheticLanguage.All.Count];
        var what = string.Format(CultureInfo.InvariantCulture, language.Problems[of / 4 % language.Problems.Count], 4_100_000 + of);
        var detail = string.Format(
            CultureInfo.InvariantCulture,
            language.Details[of / 20 % language.Details.Count],
            1 + (of % 27),
            of % 60
        );
        // Everybody tells it with details of their own: the same sentences with another number would rightly count as copies.
        var own = StableHash.Of(string.Create(CultureInfo.InvariantCulture, $"{of}"));
        var text = $"@example {what} {detail} {s_feelings[of / 3 % s_feelings.Length]} {own} {own[16..]}{own[..16]} {StableHash.Of(own)}";
        return new JsonObject
        {
            ["source"] = source,
            ["externalId"] = string.Create(CultureInfo.InvariantCulture, $"load-{number:D8}"),
            ["text"] = of == number ? text : $"RT @author{of}: {text} https://example.com/{number}",
            ["publishedAt"] = at.ToString("O", CultureInfo.InvariantCulture),
            ["author"] = new JsonObject
            {
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"author-{number % 50_000}"),
                ["handle"] = string.Create(CultureInfo.InvariantCulture, $"author{number % 50_000}"),
                ["followers"] = number * 7919L % 20_000,
            },
        };
    }
}
