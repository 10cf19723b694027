using System.Text;
using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Marketing at work on the mentions of brands of their own, so that tests that share a storage account do not meet.</summary>
internal sealed class DeskScene : IAsyncDisposable
{
    private static int s_brands;

    private DeskScene(string storage)
    {
        var number = Interlocked.Increment(ref s_brands);
        (Brand, OtherBrand) = ($"desk-{number}", $"desk-{number}-other");
        Services = Pipeline.Create(
            storage,
            Clock,
            services => services.AddSingleton<HttpPipelinePolicy>(Operations),
            ("Social:Brands:0:Name", Brand),
            ("Social:Brands:1:Name", OtherBrand),
            ("WEBSITE_AUTH_ENABLED", "true")
        );
    }

    public string Brand { get; }

    public string OtherBrand { get; }

    public FixedClock Clock { get; } = new();

    public CountingPolicy Operations { get; } = new();

    public ServiceProvider Services { get; }

    public TableClient Mentions => Services.GetRequiredService<TableServiceClient>().GetTableClient(StorageNames.MentionsTable);

    public static async Task<DeskScene> OpenAsync(string storage)
    {
        var scene = new DeskScene(storage);
        await scene.Services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        return scene;
    }

    /// <summary>A mention of a moment; what makes it unique is its key.</summary>
    public Mention Mention(string key, TimeSpan ago = default, string? brand = null)
    {
        var at = Clock.Now - ago;
        return new()
        {
            Id = MentionId.Create(brand ?? Brand, at, key, "test"),
            Post = new()
            {
                Platform = SocialPlatform.Mastodon,
                ExternalId = key,
                Text = $"Words of {key}",
                Author = new($"author-of-{key}") { Handle = $"@{key}", Name = $"Name of {key}" },
                Url = new($"https://social.example/{key}"),
                ReplyFacts = Receiving.SampleMentions.ReplyFacts,
            },
            ReceivedAt = at,
            Triage = TriageDocument.Of(Triages.Plain),
            Score = new(10, ["negative 0.10"]),
            Group = $"group-of-{key}",
        };
    }

    public async Task<Mention> AddAsync(Mention mention)
    {
        await Mentions.AddEntityAsync(MentionRows.From(mention));
        return mention;
    }

    public Task<Mention> AddAsync(string key, TimeSpan ago = default, string? brand = null) => AddAsync(Mention(key, ago, brand));

    /// <summary>Stores many mentions of one day.</summary>
    public async Task AddAsync(IEnumerable<Mention> mentions)
    {
        foreach (var chunk in mentions.Chunk(100))
        {
            await Mentions.SubmitTransactionAsync(
                chunk.Select(one => new TableTransactionAction(TableTransactionActionType.Add, MentionRows.From(one)))
            );
        }
    }

    public async Task<Mention> LoadAsync(MentionId id) =>
        (await Services.GetRequiredService<MentionStore>().LoadAsync(id, CancellationToken.None))!.Mention;

    public async Task<MentionHistory> HistoryAsync(MentionId id) =>
        (await Services.GetRequiredService<MentionStore>().LoadHistoryAsync(id, CancellationToken.None))!;

    /// <summary>Asks for a page of the stream.</summary>
    public Task<(int Status, JsonElement Body)> ListAsync(string query, string? role = "Marketing")
    {
        var request = StaffRequest.Of(Services, role);
        request.QueryString = new("?" + query);
        return CallAsync(request, reading => new ListMentions(reading).RunAsync(request, CancellationToken.None));
    }

    /// <summary>The keys of the mentions of a page, and its cursor.</summary>
    public async Task<(List<string> Keys, string? Next)> PageAsync(string query)
    {
        var (status, body) = await ListAsync(query);
        Assert.Equal(200, status);
        var keys = body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("url").GetString()!.Split('/')[^1]);
        return ([.. keys], body.GetProperty("next").GetString());
    }

    public async Task<(int Status, JsonElement Body, HttpRequest Request)> ReadAsync(string id)
    {
        var request = StaffRequest.Of(Services, "Marketing");
        var (status, body) = await CallAsync(request, reading => new ReadMention(reading).RunAsync(request, id, CancellationToken.None));
        return (status, body, request);
    }

    /// <summary>A request of one of marketing.</summary>
    public HttpRequest Request(object body, string by = "ann@desk.example", string? key = null, string? ifMatch = null, string query = "")
    {
        var request = StaffRequest.Of(Services, null, JsonSerializer.Serialize(body), ifMatch);
        var principal = $$"""{"claims":[{"typ":"roles","val":"Marketing"},{"typ":"preferred_username","val":"{{by}}"}]}""";
        request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(principal));
        request.Method = "POST";
        request.QueryString = new(query);
        if (key is not null)
        {
            request.Headers["Idempotency-Key"] = key;
        }

        return request;
    }

    /// <summary>Does something to a mention.</summary>
    /// <param name="act">The last part of the route.</param>
    /// <param name="id">The mention.</param>
    /// <param name="request">What <see cref="Request"/> made.</param>
    public async Task<(int Status, JsonElement Body)> ActAsync(string act, MentionId id, HttpRequest request)
    {
        var desk = Services.GetRequiredService<MentionDesk>();
        var (text, none) = (id.ToString(), CancellationToken.None);
        request.Path = $"/api/mentions/{text}/{act}";
        var result = await (
            act switch
            {
                "assign" => new AssignMention(desk).RunAsync(request, text, none),
                "ignore" => new IgnoreMention(desk).RunAsync(request, text, none),
                "reopen" => new ReopenMention(desk).RunAsync(request, text, none),
                "not-spam" => new MarkMentionNotSpam(desk).RunAsync(request, text, none),
                "note" => new NoteMention(desk).RunAsync(request, text, none),
                "writing" => new MarkMentionWriting(desk).RunAsync(request, text, none),
                _ => throw new ArgumentOutOfRangeException(nameof(act)),
            }
        );
        return await StaffRequest.AnswerAsync(request, result);
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private async Task<(int Status, JsonElement Body)> CallAsync(HttpRequest request, Func<MentionReading, Task<IResult>> call) =>
        await StaffRequest.AnswerAsync(request, await call(Services.GetRequiredService<MentionReading>()));
}
