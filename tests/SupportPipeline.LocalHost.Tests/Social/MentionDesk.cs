using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>What platforms send to the front door, and what marketing sees of it.</summary>
internal static class MentionDesk
{
    /// <summary>Sends a delivery.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
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

        using var answer = await desk.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    /// <summary>As <see cref="SendAsync(Desk, string, byte[], ValueTuple{string, string}[])"/>, of a text.</summary>
    public static Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        this Desk desk,
        string connector,
        string body,
        params (string Name, string Value)[] headers
    ) => desk.SendAsync(connector, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>The mentions of an author once nothing is left to be done, deleted ones too.</summary>
    public static async Task<IReadOnlyList<JsonElement>> MentionsOfAsync(this Desk desk, string author)
    {
        await desk.IdleAsync();
        var page = await desk.Http.GetFromJsonAsync<JsonElement>($"api/mentions?includeDeleted=true&author={Uri.EscapeDataString(author)}");
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    /// <summary>The only mention of an author, with everything that is shown of it.</summary>
    public static async Task<JsonElement> DetailsOfAsync(this Desk desk, string author)
    {
        var id = Assert.Single(await desk.MentionsOfAsync(author)).GetProperty("id").GetString();
        return await desk.Http.GetFromJsonAsync<JsonElement>($"api/mentions/{id}");
    }

    /// <summary>The only mention of an author.</summary>
    public static async Task<JsonElement> MentionOfAsync(this Desk desk, string author) =>
        (await desk.DetailsOfAsync(author)).GetProperty("mention");
}
