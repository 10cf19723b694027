using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Demo.Outages;
using SupportPipeline.LocalHost.Demo.Social;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>How the sample day went.</summary>
/// <param name="Outcomes">What came of each step.</param>
/// <param name="Differences">By the title of the step, what differs from the story.</param>
/// <param name="Broken">Why the story could not be told to its end.</param>
/// <param name="Stock">What there is in the evening.</param>
internal sealed record DemoResult(
    IReadOnlyList<StepOutcome> Outcomes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Differences,
    string? Broken,
    DemoStock Stock
)
{
    public IReadOnlyList<Promise> Promises => [.. Demo.Promises.Of(this), .. Outage?.Promises ?? [], .. Social?.Promises ?? []];

    /// <summary>The outage of the morning after; null when the day broke off.</summary>
    public OutageOutcome? Outage { get; init; }

    /// <summary>How complaints built up in public; null when the story broke before.</summary>
    public SocialOutcome? Social { get; init; }

    /// <summary>What would come of agents' words, about cases of this day.</summary>
    public IReadOnlyList<AgentOutcome> Assumed { get; init; } = [];

    /// <summary>The messages as they stand in their cases.</summary>
    public IReadOnlyList<MessageDocument> Messages => [.. Outcomes.Select(outcome => outcome.Message).OfType<MessageDocument>()];

    /// <summary>The mails the front door took.</summary>
    public IReadOnlyList<StepOutcome> Accepted => [.. Outcomes.Where(outcome => outcome.MessageId is not null)];

    /// <summary>Everything that is not as the story says; empty when the day went well.</summary>
    public IReadOnlyList<string> Problems =>
        [
            .. Differences.SelectMany(step => step.Value.Select(difference => $"{step.Key}: {difference}")),
            .. Broken is null ? [] : new[] { Broken },
            .. Assumed.Where(outcome => outcome.Difference is not null).Select(outcome => $"{outcome.Word.Title}: {outcome.Difference}"),
            .. Promises.Where(promise => !promise.IsKept).Select(promise => $"not kept: {promise.Text}"),
        ];

    public int ExitCode => Problems.Count == 0 ? 0 : 1;
}

/// <summary>What there is at the end of the day.</summary>
internal sealed record DemoStock
{
    public required IReadOnlyList<CaseDocument> Cases { get; init; }

    public required IReadOnlyList<SinkMail> Mails { get; init; }

    /// <summary>The payloads that were kept, by blob name.</summary>
    public required IReadOnlyDictionary<string, BinaryData> RawMessages { get; init; }

    /// <summary>The attachments that were kept, by blob name.</summary>
    public required IReadOnlyDictionary<string, BinaryData> Attachments { get; init; }

    public required HostHealth Health { get; init; }

    /// <summary>The requests to storage that the steps needed, empty polls left out.</summary>
    public required long Operations { get; init; }
}
