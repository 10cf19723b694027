using SupportPipeline.Customers;
using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>A mention as the API lists it. Texts and names are outside content and no markup.</summary>
internal sealed record MentionDocument
{
    public required string Id { get; init; }
    public required string Brand { get; init; }
    public required string Platform { get; init; }

    /// <summary>Which source of <c>generic</c>; null for the others.</summary>
    public string? Source { get; init; }
    public required string Kind { get; init; }
    public required string Audience { get; init; }
    public required string Text { get; init; }
    public Uri? Url { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required MentionAuthorDocument Author { get; init; }
    public required string Language { get; init; }
    public required string Mood { get; init; }
    public required string Topic { get; init; }

    /// <summary>Null when unsure.</summary>
    public bool? Complaint { get; init; }
    public required int Score { get; init; }
    public required IReadOnlyList<string> ScoreParts { get; init; }
    public required MentionSpamDocument Spam { get; init; }

    /// <summary>Null where the platform says nothing to tell from.</summary>
    public long? Reach { get; init; }
    public long? ReachWithCopies { get; init; }
    public required int Copies { get; init; }

    /// <summary>The mention this is a copy of.</summary>
    public string? CopyOf { get; init; }
    public required string State { get; init; }
    public string? Assignee { get; init; }
    public string? IgnoredBecause { get; init; }
    public string? CaseId { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who is writing an answer just now.</summary>
    public MentionWriter? Writer { get; init; }

    /// <summary>The <c>ETag</c> without quotes.</summary>
    public required int Version { get; init; }

    /// <summary>As the API shows a mention.</summary>
    public static MentionDocument Of(Mention mention, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var post = mention.Post;
        return new()
        {
            Id = mention.Id.ToString(),
            Brand = mention.Id.Brand,
            Platform = KebabCase.NameOf(post.Platform),
            Source = post.Source.Length == 0 ? null : post.Source,
            Kind = KebabCase.NameOf(post.Kind),
            Audience = KebabCase.NameOf(post.Audience),
            Text = post.Text,
            Url = post.Url,
            At = mention.Id.At,
            ReceivedAt = mention.ReceivedAt,
            Author = MentionAuthorDocument.Of(post),
            Language = mention.Triage.Language,
            Mood = mention.Triage.Sentiment,
            Topic = mention.Triage.Topic,
            Complaint = mention.Triage.Complaint,
            Score = mention.Score.Value,
            ScoreParts = mention.Score.Parts,
            Spam = new(mention.Spam.Value, mention.Spam.Value >= SpamHints.Likely, mention.Spam.Reasons),
            Reach = mention.Reach,
            ReachWithCopies = mention.ReachWithCopies,
            Copies = mention.Copies,
            CopyOf = mention.CopyOf?.ToString(),
            State = KebabCase.NameOf(mention.State),
            Assignee = mention.Assignee,
            IgnoredBecause = mention.IgnoredBecause,
            CaseId = mention.CaseId,
            EditedAt = mention.EditedAt,
            DeletedAt = mention.DeletedAt,
            AnsweredAt = mention.AnsweredAt,
            Writer = mention.Writer?.Until > now ? mention.Writer : null,
            Version = mention.Version,
        };
    }
}

/// <summary>Who wrote a mention.</summary>
internal sealed record MentionAuthorDocument(
    string Id,
    string? Handle,
    string? Name,
    long? Followers,
    bool IsVerified,
    bool IsBot,
    string CustomerId
)
{
    /// <summary>The author of a post, with the customer's record that belongs to the account; there need not be one yet.</summary>
    public static MentionAuthorDocument Of(SocialPost post)
    {
        var author = post.Author;
        return new(
            author.Id,
            author.Handle,
            author.Name,
            author.Followers,
            author.IsVerified,
            author.IsBot,
            CustomerIds.Of(KebabCase.NameOf(post.Platform), MentionSender.AccountOf(post))
        );
    }
}

/// <summary>How likely a mention is spam or a machine's, with reasons.</summary>
internal sealed record MentionSpamDocument(double Value, bool IsLikely, IReadOnlyList<string> Reasons);

/// <summary>Everything about a mention.</summary>
internal sealed record MentionDetailDocument
{
    public required MentionDocument Mention { get; init; }

    /// <summary>What was understood, with the words it rests on.</summary>
    public required TriageDocument Triage { get; init; }
    public required PostMetrics Metrics { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public int? Rating { get; init; }
    public string? InReplyTo { get; init; }
    public string? ConversationId { get; init; }

    /// <summary>The newest copies of the day.</summary>
    public required IReadOnlyList<MentionDocument> CopyList { get; init; }

    /// <summary>What else its author said that day.</summary>
    public required IReadOnlyList<MentionDocument> SameAuthor { get; init; }
    public required IReadOnlyList<MentionEntryDocument> Timeline { get; init; }
    public required IReadOnlyList<MentionReplyDocument> Replies { get; init; }

    /// <summary>What can be done with it now, and why not.</summary>
    public required IReadOnlyList<MentionActDocument> Acts { get; init; }
}

/// <summary>Something that happened to a mention.</summary>
internal sealed record MentionEntryDocument(DateTimeOffset At, string Kind, string? Reason, string? By, string? Note)
{
    public static MentionEntryDocument Of(MentionEntry entry) => new(entry.At, entry.Kind, entry.Reason, entry.By, entry.Note);
}

/// <summary>An answer to a mention.</summary>
internal sealed record MentionReplyDocument(
    string Id,
    string State,
    bool IsPrivate,
    string Text,
    string? By,
    DateTimeOffset At,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    DateTimeOffset? SentAt,
    string? ExternalId,
    string? Reason,
    string? Detail
)
{
    public static MentionReplyDocument Of(Replies.PublicReply reply) =>
        new(
            reply.Id,
            KebabCase.NameOf(reply.State),
            reply.IsPrivate,
            reply.Text,
            reply.By,
            reply.At,
            reply.ApprovedBy,
            reply.ApprovedAt,
            reply.SentAt,
            reply.ExternalId,
            reply.Reason,
            reply.Detail
        );
}

/// <summary>Whether something can be done with a mention.</summary>
/// <param name="Act">The last part of its route.</param>
/// <param name="IsPossible">Whether it can.</param>
/// <param name="Why">Why not, for people.</param>
internal sealed record MentionActDocument(string Act, bool IsPossible, string? Why);
