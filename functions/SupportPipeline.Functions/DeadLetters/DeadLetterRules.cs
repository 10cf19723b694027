namespace SupportPipeline.DeadLetters;

/// <summary>What may still be done with a dead letter. Pure.</summary>
internal static class DeadLetterRules
{
    /// <summary>Somebody is putting it back at this moment.</summary>
    public const string BeingReplayed = "being-replayed";

    /// <summary>It was put back before.</summary>
    public const string AlreadyReplayed = "already-replayed";

    /// <summary>It was discarded before.</summary>
    public const string AlreadyDiscarded = "already-discarded";

    /// <summary>Why nothing can be done; null when it can.</summary>
    public static string? Refusal(DeadLetter letter, DateTimeOffset now, TimeSpan claimTime) =>
        letter.State switch
        {
            DeadLetterState.Replayed => AlreadyReplayed,
            DeadLetterState.Discarded => AlreadyDiscarded,
            _ => letter.ClaimedAt + claimTime > now ? BeingReplayed : null,
        };
}

/// <summary>How an act ended.</summary>
/// <param name="Letter">The dead letter as it stands; null when there is none.</param>
/// <param name="Refusal">Why it was not done; null when it was.</param>
internal sealed record DeadLetterResult(DeadLetter? Letter, string? Refusal)
{
    public static readonly DeadLetterResult Missing = new(null, null);
}

/// <summary>Which dead letters to put back.</summary>
/// <param name="Ids">Those named; null chooses by what follows.</param>
/// <param name="Queue">Those of a queue.</param>
/// <param name="Reason">Only those with this reason; null takes every reason.</param>
/// <param name="Limit">How many at most.</param>
internal sealed record DeadLetterSelection(IReadOnlyList<DeadLetterId>? Ids, string? Queue, string? Reason, int Limit);

/// <summary>The answer to a bulk replay.</summary>
/// <param name="Replayed">The ids of those that were put back.</param>
/// <param name="Left">The ids of those that were not: unknown, or dealt with before.</param>
internal sealed record DeadLetterBulk(IReadOnlyList<string> Replayed, IReadOnlyList<string> Left);
