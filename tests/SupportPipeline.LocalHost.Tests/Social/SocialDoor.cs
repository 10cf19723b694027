using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportPipeline.Platform;
using Desk = SupportPipeline.LocalHost.Tests.Pipeline.Scenario.Desk;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>The front door for platforms, and what marketing reads of what came in.</summary>
internal static class SocialDoor
{
    /// <summary>A payload in the shape that a platform documents; folder and name, for example <c>Meta/facebook-feed</c>.</summary>
    public static byte[] Recorded(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Social", "Connectors", $"{name}.json"));

    /// <summary>Posts a delivery.</summary>
    public static async Task<HttpResponseMessage> DeliverAsync(
        this Desk desk,
        string connector,
        byte[] body,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/inbound/social/{connector}")
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await desk.Http.SendAsync(request);
    }

    /// <summary>Posts a delivery.</summary>
    /// <returns>The status and the JSON that is answered; nothing when there is none.</returns>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        this Desk desk,
        string connector,
        byte[] body,
        params (string Name, string Value)[] headers
    )
    {
        using var answer = await desk.DeliverAsync(connector, body, headers);
        return (answer.StatusCode, await answer.JsonAsync());
    }

    /// <summary>As <see cref="SendAsync(Desk, string, byte[], ValueTuple{string, string}[])"/>, of a text.</summary>
    public static Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        this Desk desk,
        string connector,
        string body,
        params (string Name, string Value)[] headers
    ) => desk.SendAsync(connector, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Posts a delivery that is to be accepted, and waits until it is processed.</summary>
    /// <returns>The body of the answer.</returns>
    public static async Task<string> AcceptAsync(
        this Desk desk,
        string connector,
        byte[] body,
        params (string Name, string Value)[] headers
    )
    {
        using var answer = await desk.DeliverAsync(connector, body, headers);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await desk.IdleAsync();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Posts a delivery that is to be refused, and checks that nothing of it was kept.</summary>
    public static async Task RefuseAsync(
        this Desk desk,
        string connector,
        byte[] body,
        (HttpStatusCode Status, string Reason) expected,
        params (string Name, string Value)[] headers
    )
    {
        var before = await desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer);

        using var answer = await desk.DeliverAsync(connector, body, headers);

        var reason = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reason").GetString();
        Assert.Equal(expected, (answer.StatusCode, reason));
        await desk.IdleAsync();
        Assert.Equal(before, await desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer));
    }

    /// <summary>The mentions of an author once nothing is left to be done, deleted ones too, newest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> MentionsOfAsync(this Desk desk, string author, string platform = "")
    {
        await desk.IdleAsync();
        var all = new List<JsonElement>();
        var next = "";
        do
        {
            var query = $"platform={platform}&author={Uri.EscapeDataString(author)}&includeDeleted=true&limit=100&cursor={next}";
            var page = await desk.Http.GetFromJsonAsync<JsonElement>($"api/mentions?{query}");
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString();
        } while (next is not null);

        return all;
    }

    /// <summary>The only mention of an author.</summary>
    public static async Task<JsonElement> MentionOfAsync(this Desk desk, string author, string platform = "") =>
        Assert.Single(await desk.MentionsOfAsync(author, platform));

    /// <summary>The only mention of an author, with everything that is shown of it.</summary>
    public static async Task<JsonElement> DetailsOfAsync(this Desk desk, string author) =>
        await desk.Http.GetFromJsonAsync<JsonElement>($"api/mentions/{(await desk.MentionOfAsync(author)).Text("id")}");

    /// <summary>The JSON of an answer; nothing when it has no body.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>A field that is text or null.</summary>
    public static string? Text(this JsonElement mention, string name) =>
        mention.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
}
