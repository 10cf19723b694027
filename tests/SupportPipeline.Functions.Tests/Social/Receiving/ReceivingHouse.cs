using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;
using SupportPipeline.Social.Connectors;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Trend;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Receiving;

/// <summary>A process that receives mentions of a brand of its own, so that tests that share a storage account do not meet.</summary>
internal sealed class ReceivingHouse : IAsyncDisposable
{
    private static int s_brands;

    private readonly ServiceProvider _services;

    private ReceivingHouse(string storage, FixedClock? clock, string? brand, (string Name, string? Value)[] settings)
    {
        Brand = brand ?? $"brand-{Interlocked.Increment(ref s_brands)}";
        Clock = clock ?? new FixedClock();
        _services = Pipeline.Create(
            storage,
            Clock,
            services =>
                services
                    .AddSingleton<HttpPipelinePolicy>(Operations)
                    .AddSingleton<HttpPipelinePolicy>(LostAnswers)
                    .AddSingleton<ISocialConnector, ListConnector>(),
            [("Social:Brands:0:Name", Brand), ("Social:Alerts:MaxPerHour", "1000"), .. settings]
        );
    }

    public string Brand { get; }

    public FixedClock Clock { get; }

    public CountingPolicy Operations { get; } = new();

    public LostAnswersPolicy LostAnswers { get; } = new();

    public IServiceProvider Services => _services;

    public static async Task<ReceivingHouse> OpenAsync(
        string storage,
        FixedClock? clock = null,
        string? brand = null,
        params (string Name, string? Value)[] settings
    )
    {
        var house = new ReceivingHouse(storage, clock, brand, settings);
        await house._services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        return house;
    }

    /// <summary>A post of this brand.</summary>
    public ListedPost Post(string id, string text) => new(Brand, id, text);

    /// <summary>Keeps a delivery as the front door does; what it announced is for the test to process.</summary>
    public async Task<MentionsReceived> KeepAsync(params ListedPost[] posts)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(posts, JsonSerializerOptions.Web);
        var kept = await _services.GetRequiredService<IMentionIntake>().KeepAsync("list", payload, CancellationToken.None);
        return new($"{kept.ReceivedAt.UtcDateTime:yyyy'/'MM'/'dd}/{kept.Id}");
    }

    public Task<Outcome> ProcessAsync(MentionsReceived pointer) =>
        _services.GetRequiredService<MentionProcessor>().ProcessAsync(pointer, CancellationToken.None);

    public async Task<Outcome> ReceiveAsync(params ListedPost[] posts) => await ProcessAsync(await KeepAsync(posts));

    /// <summary>The mention of a post; null when there is none.</summary>
    public async Task<Mention?> FindAsync(string externalId)
    {
        var key = MentionIds.KeyOf(SocialPlatform.Generic, Brand, externalId);
        var claim = await _services.GetRequiredService<MentionIds>().FindAsync(key, CancellationToken.None);
        return claim?.Id is { } id
            ? (await _services.GetRequiredService<MentionStore>().LoadAsync(id, CancellationToken.None))?.Mention
            : null;
    }

    public async Task<IReadOnlyList<string>> EntriesAsync(MentionId id) =>
        [
            .. (await _services.GetRequiredService<MentionStore>().LoadHistoryAsync(id, CancellationToken.None))!.Entries.Select(entry =>
                entry.Kind
            ),
        ];

    /// <summary>Every row of the brand's days with a prefix.</summary>
    public async Task<List<TableEntity>> RowsAsync(string prefix)
    {
        var table = _services.GetRequiredService<TableServiceClient>().GetTableClient(StorageNames.MentionsTable);
        var rows = new List<TableEntity>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey ge {Brand + "|"} and PartitionKey lt {Brand + "}"}")
            )
        )
        {
            if (row.RowKey.StartsWith(prefix, StringComparison.Ordinal))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    public async Task<MentionCounts> CountsAsync() =>
        (await RowsAsync(MentionRows.Count)).Select(MentionCountRows.ToCounts).Aggregate(new MentionCounts(), (all, one) => all.Plus(one));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
