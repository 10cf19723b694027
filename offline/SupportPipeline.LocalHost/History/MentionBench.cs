using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.Platform;
using SupportPipeline.Social;
using SupportPipeline.Social.Brands;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Receiving;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.History;

/// <summary>Measures the newest page of mentions, today's trend and the next mention with few mentions of today stored and with many.</summary>
internal sealed class MentionBench(LocalHostRun run, HttpClient http)
{
    private const int Times = 20;
    private const int Together = 2_000;

    private int _posts;

    /// <summary>Measures with <paramref name="few"/> mentions and with <paramref name="many"/>.</summary>
    /// <param name="few">How many first.</param>
    /// <param name="many">How many then.</param>
    /// <param name="tell">Told what is going on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<(MentionSize Few, MentionSize Many)> MeasureAsync(
        int few,
        int many,
        Action<string> tell,
        CancellationToken cancellationToken
    )
    {
        await using var run = await LocalHostRun.StartAsync(
            new LocalHostOptions { FunctionTypes = LocalHostOptions.WithoutTimers },
            cancellationToken
        );
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler) { BaseAddress = run.BaseAddress };
        var bench = new MentionBench(run, http);
        await bench.StoreAsync(0, few, tell, cancellationToken);
        await bench.LookAsync(few, cancellationToken);
        var before = await bench.LookAsync(few, cancellationToken);
        await bench.StoreAsync(few, many, tell, cancellationToken);
        return (before, await bench.LookAsync(many, cancellationToken));
    }

    private async Task<MentionSize> LookAsync(int stored, CancellationToken cancellationToken)
    {
        var today = run.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(
            stored,
            await GetAsync("api/mentions?limit=50", cancellationToken),
            await GetAsync($"api/mentions/trend?from={today}", cancellationToken),
            await Measured.OfAsync(
                Times,
                run.StorageOperations,
                _ => PostAsync(cancellationToken),
                () => run.WaitUntilIdleAsync(cancellationToken)
            )
        );
    }

    private Task<Measured> GetAsync(string path, CancellationToken cancellationToken) =>
        Measured.OfAsync(Times, run.StorageOperations, async _ => await http.GetByteArrayAsync(path, cancellationToken));

    private async Task PostAsync(CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _posts);
        var post =
            $$"""{"source":"history","externalId":"next-{{number}}","text":"Something new, {{StableHash.Of($"{number}")}}, does not work"}""";
        using var content = new StringContent(post, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("api/inbound/social/generic", UriKind.Relative), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Stores mentions of today through the product's own ledger, without their deliveries; each tenth is a copy.</summary>
    private async Task StoreAsync(int from, int until, Action<string> tell, CancellationToken cancellationToken)
    {
        var ledger = run.Services.GetRequiredService<MentionLedger>();
        var brand = run.Services.GetRequiredService<SocialBrands>().Names[0];
        var triage = TriageDocument.Of(
            run.Services.GetRequiredService<EmbeddedAnalyzer>().Analyze("The app stops whenever I open my order, this is annoying.")
        );
        var now = run.Clock.GetUtcNow();
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var step = (now - midnight) / until;
        foreach (var numbers in Enumerable.Range(from, until - from).Chunk(Together))
        {
            await ledger.AddAsync(
                [.. numbers.Select(number => Make(brand, number, midnight + (step * number), triage))],
                cancellationToken
            );
            if (numbers[^1] / 50_000 != numbers[0] / 50_000)
            {
                tell($"{numbers[^1]} mentions stored");
            }
        }
    }

    private static Mention Make(string brand, int number, DateTimeOffset at, TriageDocument triage)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)))[..16];
        var post = new SocialPost
        {
            Platform = SocialPlatform.Generic,
            Source = "history",
            ExternalId = id,
            Text = $"The app stops whenever I open my order {id}, this is annoying.",
            Author = new($"author-{number % 10_000}") { Followers = number % 5_000 },
        };
        return MentionDrafting.Draft(MentionId.Create(brand, at, id, "history"), post, triage, at, at) with { Group = id };
    }
}

/// <summary>What was measured with one number of mentions.</summary>
/// <param name="Stored">How many mentions of today are stored.</param>
/// <param name="Page">The newest 50.</param>
/// <param name="Trend">Today's trend.</param>
/// <param name="Next">The next mention, from its post until it is stored.</param>
internal sealed record MentionSize(int Stored, Measured Page, Measured Trend, Measured Next);
