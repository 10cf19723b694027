using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>The API as staff use it, each signed in with one role.</summary>
internal static class StaffDoor
{
    /// <summary>Asks for something.</summary>
    public static async Task<StaffAnswer> AskAsync(
        this Desk desk,
        HttpMethod method,
        string path,
        string? role,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        if (role is not null)
        {
            request.Headers.Add("Cookie", $"local-role={role}");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await desk.Http.SendAsync(request);
        return new(answer.StatusCode, await answer.JsonAsync())
        {
            Writer = answer.Headers.TryGetValues("Mention-Writer", out var writers) ? Assert.Single(writers) : null,
        };
    }

    /// <summary>Does something.</summary>
    public static Task<StaffAnswer> DoAsync(this Desk desk, string path, string role, object body) =>
        desk.AskAsync(HttpMethod.Post, path, role, body);

    /// <summary>Reads something as marketing.</summary>
    public static async Task<JsonElement> ReadAsync(this Desk desk, string path)
    {
        var (status, body) = await desk.AskAsync(HttpMethod.Get, path, "marketing");
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    /// <summary>Posts items to the generic connector that are to be accepted, and waits until they are processed.</summary>
    public static async Task ReceiveAsync(this Desk desk, params object[] items)
    {
        var (status, body) = await desk.SendAsync("generic", JsonSerializer.SerializeToUtf8Bytes(items));
        Assert.Equal((HttpStatusCode.Accepted, items.Length), (status, body.GetProperty("accepted").GetInt32()));
        await desk.IdleAsync();
    }

    /// <summary>The ids of the items of a list.</summary>
    public static IReadOnlyList<string> Ids(this JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => item.Text("id")!)];

    /// <summary>The reason of a problem.</summary>
    public static string? Reason(this JsonElement problem) => problem.Text("reason");
}

/// <summary>What the API answers.</summary>
internal sealed record StaffAnswer(HttpStatusCode Status, JsonElement Body)
{
    /// <summary>Who is writing an answer just now.</summary>
    public string? Writer { get; init; }
}
