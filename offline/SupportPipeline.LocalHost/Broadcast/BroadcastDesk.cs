using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SupportPipeline.LocalHost.Broadcast;

/// <summary>
/// What on-call staff do in a broadcast, through the front door. A request without an answer is sent again: each of them is made to be.
/// </summary>
/// <param name="http">Asks.</param>
/// <param name="address">Where the function app is at this moment.</param>
internal sealed class BroadcastDesk(HttpClient http, Func<Uri> address)
{
    private const string Component = "checkout";
    private const string OnCall = "local-role=on-call";
    private const string Approver = "local-role=approver";

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Hands the customers over.</summary>
    public Task ImportAsync(BroadcastAddresses addresses, CancellationToken cancellationToken) =>
        AskAsync(
            HttpMethod.Put,
            "api/customers",
            () => new BroadcastImport(addresses) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } },
            OnCall,
            cancellationToken
        );

    /// <summary>Declares that it is broken.</summary>
    /// <returns>The incident.</returns>
    public async Task<string> DeclareAsync(CancellationToken cancellationToken)
    {
        await AskAsync(
            HttpMethod.Put,
            $"api/components/{Component}",
            () => JsonContent.Create(new { names = new { en = "Checkout" } }),
            OnCall,
            cancellationToken
        );
        var nextUpdateBy = TimeProvider.System.GetUtcNow().AddMinutes(30);
        var incident = await PostAsync(
            "api/incidents",
            new
            {
                names = new { en = "Payments do not go through" },
                state = "investigating",
                texts = new { en = "Since a few minutes most payments fail. We are looking for the cause, and nothing is charged twice." },
                components = new Dictionary<string, string>(StringComparer.Ordinal) { [Component] = "major-outage" },
                nextUpdateBy,
            },
            OnCall,
            cancellationToken
        );
        return incident.GetProperty("id").GetString()!;
    }

    /// <summary>Makes the notice and waits until its audience is frozen.</summary>
    public async Task<JsonElement> FreezeAsync(string incident, CancellationToken cancellationToken)
    {
        await PostAsync($"api/incidents/{incident}/notices", new { }, OnCall, cancellationToken);
        while (true)
        {
            var notice = (await ProgressAsync(incident, cancellationToken)).GetProperty("notice");
            if (notice.GetProperty("state").GetString() == "awaiting-approval")
            {
                return notice;
            }

            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>The second person's word.</summary>
    public Task ApproveAsync(string incident, JsonElement notice, CancellationToken cancellationToken) =>
        PostAsync(
            $"api/incidents/{incident}/approve",
            new { notice = notice.GetProperty("id").GetString(), contentHash = notice.GetProperty("contentHash").GetString() },
            Approver,
            cancellationToken
        );

    /// <summary>Waits until nobody is left to be told and nobody is unknown.</summary>
    /// <returns>How the recipients stand, by state.</returns>
    public async Task<IReadOnlyDictionary<string, int>> SettleAsync(string incident, CancellationToken cancellationToken)
    {
        while (true)
        {
            var counts = (await ProgressAsync(incident, cancellationToken)).GetProperty("counts");
            if (counts.GetProperty("isSettled").GetBoolean() && counts.GetProperty("unknown").GetInt32() == 0)
            {
                return counts
                    .EnumerateObject()
                    .Where(count => count.Value.ValueKind == JsonValueKind.Number)
                    .ToDictionary(count => count.Name, count => count.Value.GetInt32(), StringComparer.Ordinal);
            }

            await Task.Delay(LookEvery * 5, TimeProvider.System, cancellationToken);
        }
    }

    private Task<JsonElement> ProgressAsync(string incident, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Get, $"api/incidents/{incident}/progress", static () => null, OnCall, cancellationToken);

    private Task<JsonElement> PostAsync<T>(string path, T body, string cookie, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, path, () => JsonContent.Create(body), cookie, cancellationToken);

    private async Task<JsonElement> AskAsync(
        HttpMethod method,
        string path,
        Func<HttpContent?> content,
        string cookie,
        CancellationToken cancellationToken
    )
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(address(), path)) { Content = content() };
                request.Headers.Add("Idempotency-Key", "broadcast");
                request.Headers.Add("Cookie", cookie);
                using var answer = await http.SendAsync(request, cancellationToken);
                var text = await answer.Content.ReadAsStringAsync(cancellationToken);
                if ((int)answer.StatusCode < 500)
                {
                    return answer.IsSuccessStatusCode
                        ? JsonDocument.Parse(text.Length == 0 ? "null" : text).RootElement
                        : throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {text}");
                }
            }
            catch (HttpRequestException) when (TimeProvider.System.GetElapsedTime(since) < Patience)
            {
                // The host was killed; another one is there, or will be.
            }

            if (TimeProvider.System.GetElapsedTime(since) > Patience)
            {
                throw new InvalidOperationException($"{method} {path}: no answer.");
            }

            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
        }
    }
}
