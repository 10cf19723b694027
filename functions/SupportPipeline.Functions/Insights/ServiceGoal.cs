namespace SupportPipeline.Insights;

/// <summary>What is measured against a goal.</summary>
public enum ServiceMetric
{
    /// <summary>From the customer's first message to the first answer by a person.</summary>
    FirstReply,

    /// <summary>From a later message that nobody has answered to the answer by a person.</summary>
    NextReply,

    /// <summary>From the first message to the solution, without the time we wait for the customer.</summary>
    Solution,
}

/// <summary>How a goal stands.</summary>
public enum GoalState
{
    /// <summary>The clock runs and there is time left.</summary>
    Running,

    /// <summary>The clock stands still: we wait for the customer.</summary>
    Paused,

    /// <summary>Done within the time.</summary>
    Met,

    /// <summary>The time has passed, done or not.</summary>
    Breached,
}

/// <summary>One goal of a case, computed from its timeline with the calendar as it is now.</summary>
/// <param name="Metric">What is measured.</param>
/// <param name="StartedAt">When the clock started.</param>
/// <param name="EndedAt">When it was done; null while it is not.</param>
/// <param name="Elapsed">Counted time so far: working time unless the goal runs around the clock.</param>
/// <param name="Target">The time allowed.</param>
/// <param name="DueAt">When the time will have passed; null while the clock stands still or is over.</param>
/// <param name="Urgency">The urgency whose goal it is.</param>
/// <param name="State">How it stands.</param>
internal sealed record ServiceGoal(
    ServiceMetric Metric,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    TimeSpan Elapsed,
    TimeSpan Target,
    DateTimeOffset? DueAt,
    int Urgency,
    GoalState State
);
