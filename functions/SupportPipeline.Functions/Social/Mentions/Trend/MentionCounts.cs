namespace SupportPipeline.Social.Mentions.Trend;

/// <summary>
/// What was counted of a quarter of an hour: row <c>t|00</c> to <c>t|95</c> of a brand's day, UTC, by the moment a mention counts for. A mention is counted
/// with the words it came with; later edits and deletions change nothing. Likely spam is counted apart and nowhere else.
/// </summary>
internal sealed record MentionCounts
{
    /// <summary>Every mention, copies too.</summary>
    public int All { get; init; }

    /// <summary>Those that are no copy of an earlier one of the day.</summary>
    public int Firsts { get; init; }

    /// <summary>Those with a negative mood.</summary>
    public int Negative { get; init; }

    /// <summary>Those with a positive mood.</summary>
    public int Positive { get; init; }

    /// <summary>Those whose mood is known: neither <c>unsure</c> nor without words.</summary>
    public int Scored { get; init; }

    /// <summary>Those that complain.</summary>
    public int Complaints { get; init; }

    /// <summary>Likely spam.</summary>
    public int Spam { get; init; }

    /// <summary>About how many people saw them.</summary>
    public long Reach { get; init; }

    /// <summary>By topic.</summary>
    public IReadOnlyDictionary<string, MoodCounts> Topics { get; init; } = MoodCounts.None;

    /// <summary>By platform, its source behind a colon for <c>generic</c>.</summary>
    public IReadOnlyDictionary<string, MoodCounts> Platforms { get; init; } = MoodCounts.None;

    /// <summary>By language.</summary>
    public IReadOnlyDictionary<string, MoodCounts> Languages { get; init; } = MoodCounts.None;

    /// <summary>So many names of each kind are told apart in a quarter of an hour; the rest is <c>other</c>.</summary>
    public const int MaxNames = 40;

    /// <summary>With one more mention.</summary>
    public MentionCounts Plus(Mention mention)
    {
        if (mention.Spam.Value >= SpamHints.Likely)
        {
            return this with { Spam = Spam + 1 };
        }

        var mood = mention.Triage.Sentiment;
        var one = new MoodCounts(1, mood == MoodCounts.NegativeMood ? 1 : 0, mood == MoodCounts.PositiveMood ? 1 : 0);
        var platform = Platform.KebabCase.NameOf(mention.Post.Platform);
        return this with
        {
            All = All + 1,
            Firsts = Firsts + (mention.CopyOf is null ? 1 : 0),
            Negative = Negative + one.Negative,
            Positive = Positive + one.Positive,
            Scored = Scored + (mood == Triage.TriageDocument.Unsure || mention.Post.Text.Length == 0 ? 0 : 1),
            Complaints = Complaints + (mention.Triage.Complaint == true ? 1 : 0),
            Reach = Reach + (mention.Reach ?? 0),
            Topics = With(Topics, mention.Triage.Topic, one),
            Platforms = With(Platforms, mention.Post.Source.Length == 0 ? platform : $"{platform}:{mention.Post.Source}", one),
            Languages = With(Languages, mention.Triage.Language, one),
        };
    }

    /// <summary>Two together.</summary>
    public MentionCounts Plus(MentionCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            All = All + other.All,
            Firsts = Firsts + other.Firsts,
            Negative = Negative + other.Negative,
            Positive = Positive + other.Positive,
            Scored = Scored + other.Scored,
            Complaints = Complaints + other.Complaints,
            Spam = Spam + other.Spam,
            Reach = Reach + other.Reach,
            Topics = other.Topics.Aggregate(Topics, (all, one) => With(all, one.Key, one.Value)),
            Platforms = other.Platforms.Aggregate(Platforms, (all, one) => With(all, one.Key, one.Value)),
            Languages = other.Languages.Aggregate(Languages, (all, one) => With(all, one.Key, one.Value)),
        };
    }

    private static Dictionary<string, MoodCounts> With(IReadOnlyDictionary<string, MoodCounts> all, string name, MoodCounts more)
    {
        var with = new Dictionary<string, MoodCounts>(all, StringComparer.Ordinal);
        var known = with.ContainsKey(name) || with.Count < MaxNames ? name : "other";
        with[known] = with.TryGetValue(known, out var before) ? before.Plus(more) : more;
        return with;
    }
}

/// <summary>Mentions of one kind, and their mood.</summary>
internal sealed record MoodCounts(int All, int Negative, int Positive)
{
    /// <summary>The name of a negative mood.</summary>
    public const string NegativeMood = "negative";

    /// <summary>The name of a positive mood.</summary>
    public const string PositiveMood = "positive";

    /// <summary>Nothing was counted.</summary>
    public static IReadOnlyDictionary<string, MoodCounts> None { get; } = new Dictionary<string, MoodCounts>(StringComparer.Ordinal);

    /// <summary>Two together.</summary>
    public MoodCounts Plus(MoodCounts other) => new(All + other.All, Negative + other.Negative, Positive + other.Positive);
}
