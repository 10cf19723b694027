using System.Net.Http.Json;

namespace SupportPipeline.LocalHost.Load;

/// <summary>What <c>GET /local/health</c> says, as far as the load command looks at it.</summary>
internal sealed record HostHealth(bool Ready, bool Idle, IReadOnlyDictionary<string, int>? Poison)
{
    public static async Task<HostHealth> ReadAsync(HttpClient client, CancellationToken cancellationToken) =>
        await client.GetFromJsonAsync<HostHealth>("/local/health", cancellationToken)
        ?? throw new InvalidOperationException("/local/health answered null.");
}
