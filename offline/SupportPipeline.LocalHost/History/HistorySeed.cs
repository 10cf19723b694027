using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.LocalHost.History;

/// <summary>
/// Stores a history of cases through the product's own stores, without their mails: each is a copy of a real case under its own ids. Every tenth
/// case is of a customer who has many, numbered from 0; a third of the cases is open.
/// </summary>
internal sealed class HistorySeed(IServiceProvider services, int regulars)
{
    private const int AtOnce = 64;

    private readonly CaseStore _cases = services.GetRequiredService<CaseStore>();
    private readonly CaseViewStore _views = services.GetRequiredService<CaseViewStore>();
    private readonly ThreadStore _threads = services.GetRequiredService<ThreadStore>();
    private readonly SendLedger _ledger = services.GetRequiredService<SendLedger>();
    private readonly CaseNumberSequence _numbers = services.GetRequiredService<CaseNumberSequence>();

    /// <summary>Called with how many are stored.</summary>
    public Action<int> Progress { get; init; } = static _ => { };

    /// <summary>Stores so many cases like a case that went through the pipeline.</summary>
    public Task StoreAsync(TimeOrderedId like, int count, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var stored = 0;
        return Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (number, ct) =>
            {
                var model = await ModelAsync(like, ct);
                await StoreAsync(model, number, until - TimeSpan.FromSeconds(30.0 * (count - number)), ct);
                Progress(Interlocked.Increment(ref stored));
            }
        );
    }

    private readonly ConcurrentDictionary<TimeOrderedId, Task<CaseHistory?>> _models = new();

    private async Task<CaseHistory> ModelAsync(TimeOrderedId like, CancellationToken cancellationToken) =>
        await _models.GetOrAdd(like, id => _cases.LoadHistoryAsync(id, cancellationToken))
        ?? throw new InvalidOperationException($"There is no case {like}.");

    private async Task StoreAsync(CaseHistory model, int number, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var random = new Random(number);
        var bytes = new byte[10];
        random.NextBytes(bytes);
        var id = TimeOrderedId.Create(at, bytes);
        var sender = SyntheticEmails.SenderOf(number % 10 == 0 ? number / 10 % regulars : regulars + number);
        _ = EmailAddress.TryParse(sender, out var address);
        var state = number % 3 == 0 ? CaseState.Open : CaseState.Closed;
        var snapshot = model.Case with
        {
            Id = id,
            Number = await _numbers.NextAsync(cancellationToken),
            State = state,
            Urgency = 1 + random.Next(4),
            CustomerAddress = sender,
            Participants = [address.Hash],
            LastMessageAt = at,
            FollowUps = [],
        };
        var external = string.Create(CultureInfo.InvariantCulture, $"seed-{number}@history.example");
        var message = model.Messages[0] with { Id = id, FromAddress = sender, ExternalId = external };
        var reply = model.Replies[0].Reply;
        reply = reply with { Id = $"{reply.Scenario}-{id}", CaseId = id, CauseId = id, To = address, CreatedAt = at, SentAt = at };
        await _threads.ClaimAsync(new(external, "seed", StableHash.Of(external)), id, id, cancellationToken);
        await _cases.CommitAsync(new(snapshot, null, null) { Message = message, Replies = [reply] }, cancellationToken);
        await Task.WhenAll(_views.UpdateAsync(snapshot, null, cancellationToken), _ledger.ClaimAsync(reply, cancellationToken));
    }
}
