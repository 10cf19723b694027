using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>Why an address gets no mail, and until when.</summary>
internal sealed record Suppression
{
    /// <summary>A value of <see cref="ReasonCode"/>.</summary>
    public required string Code { get; init; }

    /// <summary>When what led to it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it ends by itself; null when only a person can lift it.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The enhanced status code, when there is one.</summary>
    public string? Status { get; init; }

    /// <summary>What the server or the mail service said.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether it holds at a moment.</summary>
    public bool HoldsAt(DateTimeOffset at) => Until is null || at < Until;

    /// <summary>The one of two that lasts longer; of two that never end, the earlier.</summary>
    public static Suppression Longer(Suppression one, Suppression other) =>
        (one.Until, other.Until) switch
        {
            (null, null) => one.At <= other.At ? one : other,
            (null, _) => one,
            (_, null) => other,
            var (first, second) => first >= second ? one : other,
        };
}
