using System.Text.Json.Serialization;

namespace SupportPipeline.Social.Connectors.Generic;

/// <summary>What became of each item of a delivery.</summary>
/// <param name="Items">The items in their order.</param>
/// <param name="Accepted">How many are new, or delete a post.</param>
/// <param name="Duplicate">How many were received before; what is new in them is taken over.</param>
/// <param name="Rejected">How many cannot be used.</param>
internal sealed record GenericAnswer(IReadOnlyList<GenericItemAnswer> Items, int Accepted, int Duplicate, int Rejected)
{
    /// <summary>Says what became of each item.</summary>
    /// <param name="events">What was read, one for each item.</param>
    /// <param name="isKnown">For each, whether the same post had been received before.</param>
    public static GenericAnswer Of(IReadOnlyList<SocialEvent> events, IReadOnlyList<bool> isKnown)
    {
        ArgumentNullException.ThrowIfNull(events);
        var items = events.Select((one, index) => GenericItemAnswer.Of(index, one, isKnown[index])).ToList();
        return new(items, Count(GenericItemAnswer.Accepted), Count(GenericItemAnswer.Duplicate), Count(GenericItemAnswer.Rejected));

        int Count(string status) => items.Count(item => item.Status == status);
    }
}

/// <summary>What became of an item.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="ExternalId">Its id; null where it has none.</param>
/// <param name="Status"><c>accepted</c>, <c>duplicate</c> or <c>rejected</c>.</param>
/// <param name="Reason">A value of <see cref="SocialReason"/>; null when it was accepted.</param>
/// <param name="Detail">What is wrong, for people; begins with the name of the field.</param>
internal sealed record GenericItemAnswer(int Index, string? ExternalId, string Status, string? Reason, string? Detail)
{
    /// <summary>It is new, or it deletes a post.</summary>
    public const string Accepted = "accepted";

    /// <summary>It was received before.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>It cannot be used.</summary>
    public const string Rejected = "rejected";

    /// <summary>The answer for one item.</summary>
    public static GenericItemAnswer Of(int index, SocialEvent one, bool isKnown) =>
        one switch
        {
            SocialEvent.Posted { Post.ExternalId: var id } when isKnown => new(index, id, Duplicate, SocialReason.MentionKnown, null),
            SocialEvent.Posted { Post.ExternalId: var id } => new(index, id, Accepted, null, null),
            SocialEvent.Deleted { ExternalId: var id } => new(index, id, Accepted, null, null),
            SocialEvent.Refused refused => new(index, refused.ExternalId, Rejected, refused.Reason, refused.Detail),
            SocialEvent.Ignored ignored => new(index, null, Rejected, ignored.Reason, "It was written by an account of ours."),
            _ => throw new NotSupportedException($"There is no answer for {one.GetType().Name}."),
        };
}

/// <summary>The JSON of answers.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GenericAnswer))]
internal sealed partial class GenericJson : JsonSerializerContext;
