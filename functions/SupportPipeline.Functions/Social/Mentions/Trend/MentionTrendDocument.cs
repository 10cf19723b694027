namespace SupportPipeline.Social.Mentions.Trend;

/// <summary>How mentions came in over time. Likely spam is counted apart.</summary>
internal sealed record MentionTrendDocument
{
    /// <summary>From such a number of mentions with a known mood on, their mood says something.</summary>
    public const int Enough = 10;

    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }

    /// <summary><c>hour</c> or <c>day</c>, UTC.</summary>
    public required string By { get; init; }
    public required TrendPointDocument Total { get; init; }

    /// <summary>Every hour or day, also those without mentions.</summary>
    public required IReadOnlyList<TrendPointDocument> Points { get; init; }

    /// <summary>Below this many mentions with a known mood no net sentiment is given.</summary>
    public int EnoughMentions { get; init; } = Enough;
}

/// <summary>One hour or day.</summary>
/// <param name="At">When it begins.</param>
/// <param name="All">Mentions, copies too.</param>
/// <param name="Firsts">Those that are no copies.</param>
/// <param name="Negative">Those with a negative mood.</param>
/// <param name="Positive">Those with a positive mood.</param>
/// <param name="Scored">Those whose mood is known.</param>
/// <param name="Complaints">Those that complain.</param>
/// <param name="Spam">Likely spam, counted nowhere else.</param>
/// <param name="Reach">About how many people saw them.</param>
/// <param name="NetSentiment">Positive less negative in a hundred of all, -100 to 100; null when there is not enough data.</param>
/// <param name="Note"><c>not-enough-data</c> when it is so.</param>
internal sealed record TrendPointDocument(
    DateTimeOffset At,
    int All,
    int Firsts,
    int Negative,
    int Positive,
    int Scored,
    int Complaints,
    int Spam,
    long Reach,
    double? NetSentiment,
    string? Note
)
{
    /// <summary>What is said where numbers would only look like something.</summary>
    public const string NotEnough = "not-enough-data";

    /// <summary>The counts of an hour or day.</summary>
    public static TrendPointDocument Of(DateTimeOffset at, MentionCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var isEnough = counts.Scored >= MentionTrendDocument.Enough;
        return new(
            at,
            counts.All,
            counts.Firsts,
            counts.Negative,
            counts.Positive,
            counts.Scored,
            counts.Complaints,
            counts.Spam,
            counts.Reach,
            isEnough ? Math.Round(100d * (counts.Positive - counts.Negative) / counts.All, 1) : null,
            isEnough ? null : NotEnough
        );
    }
}

/// <summary>How the moods are shared out.</summary>
internal sealed record MentionMoodsDocument
{
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }

    /// <summary><c>topic</c>, <c>platform</c> or <c>language</c>.</summary>
    public required string By { get; init; }

    /// <summary>The most mentioned first.</summary>
    public required IReadOnlyList<MoodShareDocument> Items { get; init; }

    /// <summary>Below this many mentions no shares are given.</summary>
    public int EnoughMentions { get; init; } = MentionTrendDocument.Enough;
}

/// <summary>The mood of what is said about a topic, on a platform or in a language.</summary>
/// <param name="Name">Which; of <c>generic</c> the source stands behind a colon.</param>
/// <param name="All">Mentions.</param>
/// <param name="Negative">Those with a negative mood.</param>
/// <param name="Positive">Those with a positive mood.</param>
/// <param name="Neither">Neutral ones, and those whose mood is not known.</param>
/// <param name="NegativeShare">The negative ones, 0 to 1; null when there is not enough data.</param>
/// <param name="PositiveShare">The positive ones, 0 to 1; null when there is not enough data.</param>
/// <param name="Note"><c>not-enough-data</c> when it is so.</param>
internal sealed record MoodShareDocument(
    string Name,
    int All,
    int Negative,
    int Positive,
    int Neither,
    double? NegativeShare,
    double? PositiveShare,
    string? Note
)
{
    /// <summary>The share of one name.</summary>
    public static MoodShareDocument Of(string name, MoodCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var isEnough = counts.All >= MentionTrendDocument.Enough;
        return new(
            name,
            counts.All,
            counts.Negative,
            counts.Positive,
            counts.All - counts.Negative - counts.Positive,
            isEnough ? Math.Round((double)counts.Negative / counts.All, 3) : null,
            isEnough ? Math.Round((double)counts.Positive / counts.All, 3) : null,
            isEnough ? null : TrendPointDocument.NotEnough
        );
    }
}
