using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Demo.Outages;
using SupportPipeline.LocalHost.Demo.Social;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Storage;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>Plays the story step by step and compares each step with what it should bring about.</summary>
internal sealed class DemoRun(DemoHost host, AgentDesk? agents = null)
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(60);

    private readonly SoFar _soFar = new();
    private readonly Dictionary<string, IReadOnlyList<string>> _differences = new(StringComparer.Ordinal);
    private int _mails;
    private long _operations;

    /// <summary>Called after each step with what differs from the story.</summary>
    public Action<StepOutcome, IReadOnlyList<string>> Told { get; init; } = static (_, _) => { };

    public async Task<DemoResult> PlayAsync(IReadOnlyList<DemoStep> story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        var day = new DateTimeOffset(host.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        string? broken = null;
        foreach (var step in story)
        {
            try
            {
                await PlayInTimeAsync(step, day + step.At.ToTimeSpan(), cancellationToken);
            }
            catch (StoryBrokenException exception)
            {
                broken = $"{step.Title}: {exception.Message}";
                break;
            }
        }

        var played = new DemoResult(_soFar.Outcomes, _differences, broken, await TakeStockAsync(cancellationToken));
        return agents is null || broken is not null ? played : await GoOnAsync(played, agents, cancellationToken);
    }

    /// <summary>What the day alone cannot show.</summary>
    private async Task<DemoResult> GoOnAsync(DemoResult day, AgentDesk agents, CancellationToken cancellationToken)
    {
        day = day with { Assumed = await AssumeAsync(agents, cancellationToken) };
        try
        {
            day = day with { Outage = await new OutageStory(host).PlayAsync(cancellationToken) };
            return day with { Social = await new SocialStory(host).PlayAsync(cancellationToken) };
        }
        catch (StoryBrokenException exception)
        {
            return day with { Broken = $"{(day.Outage is null ? "The outage" : "The evening after")}: {exception.Message}" };
        }
    }

    private async Task<IReadOnlyList<AgentOutcome>> AssumeAsync(AgentDesk agents, CancellationToken cancellationToken)
    {
        var outcomes = new List<AgentOutcome>();
        foreach (var word in AgentWord.All)
        {
            outcomes.Add(await agents.AskAsync(word, _soFar, cancellationToken));
        }

        return outcomes;
    }

    private async Task PlayInTimeAsync(DemoStep step, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestStep);
        try
        {
            var outcome = await PlayAsync(step, at, patience.Token);
            var differences = StepCheck.Differences(outcome, _soFar);
            _differences[step.Title] = differences;
            _soFar.Add(outcome);
            Told(outcome, differences);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoryBrokenException($"was not done within {LongestStep.TotalSeconds:F0} s.");
        }
    }

    private async Task<StepOutcome> PlayAsync(DemoStep step, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await host.MoveClockAsync(at, cancellationToken);
        await host.ChangeMailServiceAsync(step.MailService, cancellationToken);
        var (operations, refusals) = (host.Operations, host.RefusalsLeft);
        var mail = step.Mail is { } write ? InboundEmailBuilder.Complete(write(_soFar), host.Now) : null;
        var answer = mail is null ? null : await host.PostAsync(mail, cancellationToken);
        if (answer is null or { MessageId: not null })
        {
            await host.SettleAsync(refusals, cancellationToken);
        }

        _operations += Count(host.Operations.Since(operations));
        var outbox = await host.OutboxAsync(cancellationToken);
        var sent = outbox.Skip(_mails).ToList();
        _mails = outbox.Count;
        return new StepOutcome
        {
            Step = step,
            At = at,
            Mail = mail,
            Status = answer?.Status ?? 0,
            Refusal = answer?.Reason,
            MessageId = answer?.MessageId,
            Case = await FindCaseAsync(step, answer?.MessageId, cancellationToken),
            Sent = sent,
        };
    }

    /// <summary>The local host's empty polls and its looks at the lengths of queues are no cost of a mail.</summary>
    private static long Count(StorageOperations operations) =>
        operations
            .Counts.Where(count => count.Key is not (StorageOperationCounter.EmptyQueueGet or "queue properties"))
            .Sum(count => count.Value);

    /// <summary>The case a message opened has its id; else it is in one of those there were before.</summary>
    private async Task<CaseDocument?> FindCaseAsync(DemoStep step, string? messageId, CancellationToken cancellationToken)
    {
        if (messageId is null)
        {
            return step is { Mail: null, Expected.CaseOf: { } name } && _soFar.Of(name).Case is { } before
                ? await host.CaseAsync(before.Id, cancellationToken)
                : null;
        }

        if (await host.CaseAsync(messageId, cancellationToken) is { } opened)
        {
            return opened;
        }

        var at = TimeOrderedId.Parse(messageId).CreatedAt;
        foreach (var id in _soFar.Outcomes.Select(outcome => outcome.Case?.Id).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var known = await host.CaseAsync(id, cancellationToken);
            if (
                known?.Timeline.Any(entry =>
                    entry.Message?.Id == messageId || (entry.Kind == StepOutcome.DuplicateReceived && entry.At == at)
                ) == true
            )
            {
                return known;
            }
        }

        return null;
    }

    private async Task<DemoStock> TakeStockAsync(CancellationToken cancellationToken)
    {
        var listed = await host.CasesAsync(cancellationToken);
        var cases = new List<CaseDocument>();
        foreach (var item in listed)
        {
            cases.Add(
                await host.CaseAsync(item.Id, cancellationToken) ?? throw new InvalidOperationException($"Case {item.Number} has gone.")
            );
        }

        return new DemoStock
        {
            Cases = cases,
            Mails = await host.OutboxAsync(cancellationToken),
            RawMessages = await host.BlobsAsync(StorageNames.RawMessagesContainer, cancellationToken),
            Attachments = await host.BlobsAsync(StorageNames.AttachmentsContainer, cancellationToken),
            Health = await host.HealthAsync(cancellationToken),
            Operations = _operations,
        };
    }
}
