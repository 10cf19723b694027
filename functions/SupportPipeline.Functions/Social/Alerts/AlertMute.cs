using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Alerts;

/// <summary>Something that nobody wants to be told of for a while. What is left out counts for all.</summary>
internal sealed record AlertMute
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>Of which brand.</summary>
    public string? Brand { get; init; }

    /// <summary>Which kind.</summary>
    public AlertKind? Kind { get; init; }

    /// <summary>Of which author, <c>platform:id</c>.</summary>
    public string? Author { get; init; }

    /// <summary>Of which group of copies.</summary>
    public string? Group { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Why, in the words of who did it.</summary>
    public required string Why { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it silences an alert. One about many mentions is not silenced by author or group: others wrote too.</summary>
    public bool Silences(MentionAlert alert, Mention? mention, DateTimeOffset now) =>
        now < Until
        && (Brand is null || Brand == alert.Brand)
        && (Kind is null || Kind == alert.Kind)
        && (
            Author is null
            || (mention is not null && Author == $"{Platform.KebabCase.NameOf(mention.Post.Platform)}:{mention.Post.Author.Id}")
        )
        && (Group is null || (mention is not null && Group == mention.Group));
}
