using SupportPipeline.Playbook;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>Where a text goes.</summary>
public enum CourtesyChannel
{
    /// <summary>To one person.</summary>
    Email,

    /// <summary>Where everyone can read it.</summary>
    Public,
}

/// <summary>How the customer who gets a text feels.</summary>
public enum CustomerMood
{
    /// <summary>Not unhappy, or not known.</summary>
    Calm,

    /// <summary>Unhappy.</summary>
    Negative,

    /// <summary>So unhappy that soothing comes before solving.</summary>
    VeryAngry,
}

/// <summary>A text that is about to go out, and what has to be known to judge it.</summary>
public sealed record CourtesyText
{
    /// <summary>The text, without its subject.</summary>
    public required string Text { get; init; }

    /// <summary>The language it is meant to be in: <c>en</c>, <c>zh-Hans</c>, <c>zh-Hant</c> or <c>ru</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Where it goes.</summary>
    public CourtesyChannel Channel { get; init; }

    /// <summary>Whose row of the playbook applies; null when it is not known, then only the general rules do.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>The customer's name when it is known and can be greeted by.</summary>
    public string? CustomerName { get; init; }

    /// <summary>How the customer feels; the scenario <see cref="Playbook.Scenario.VeryAngry"/> says so by itself.</summary>
    public CustomerMood Mood { get; init; }

    /// <summary>What the customer wrote and the text repeats: it is not ours, so nothing in it is held against the text.</summary>
    public IReadOnlyList<string> CustomerWords { get; init; } = [];

    /// <summary>The customer's own addresses and telephone numbers, which may stand in an email.</summary>
    public IReadOnlyList<string> CustomerContacts { get; init; } = [];

    /// <summary>The desk's own addresses and telephone numbers, which may stand anywhere.</summary>
    public IReadOnlyList<string> DeskContacts { get; init; } = [];

    /// <summary>The organisation's words that customers are not to be bothered with, in this language.</summary>
    public IReadOnlyList<string> Jargon { get; init; } = [];

    /// <summary>The most characters; null for the channel's own limit: 2,500 in an email, 280 in public, where wide characters count twice.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The limit that holds.</summary>
    internal int LengthLimit => MaxLength ?? (Channel == CourtesyChannel.Public ? PublicLength.Limit : 2_500);

    /// <summary>Whether soothing comes first.</summary>
    internal bool IsForAngryCustomer => Mood == CustomerMood.VeryAngry || Scenario == Playbook.Scenario.VeryAngry;
}
