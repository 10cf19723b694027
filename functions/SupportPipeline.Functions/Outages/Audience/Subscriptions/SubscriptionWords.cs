namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>The words around a subscription, in one language: those of the confirmation mail and those of the pages.</summary>
internal sealed record SubscriptionWords
{
    /// <summary>The subject of the confirmation; <c>{desk}</c> is filled in.</summary>
    public required string MailSubject { get; init; }

    /// <summary>The confirmation; <c>{desk}</c>, <c>{about}</c> and <c>{link}</c> are filled in.</summary>
    public required string MailText { get; init; }

    /// <summary>Between the names of components.</summary>
    public required string Comma { get; init; }

    /// <summary>The page of a confirmation.</summary>
    public required string ConfirmTitle { get; init; }

    /// <summary>The page of a choice.</summary>
    public required string ManageTitle { get; init; }

    /// <summary>What is to be chosen.</summary>
    public required string Lead { get; init; }

    /// <summary>Above the choice.</summary>
    public required string Legend { get; init; }

    /// <summary>Everything.</summary>
    public required string Everything { get; init; }

    /// <summary>Only what is ticked.</summary>
    public required string Only { get; init; }

    /// <summary>On the button of a confirmation.</summary>
    public required string Confirm { get; init; }

    /// <summary>On the button of a choice.</summary>
    public required string Save { get; init; }

    /// <summary>On the button that ends notices.</summary>
    public required string Stop { get; init; }

    /// <summary>Once it is confirmed.</summary>
    public required string ConfirmedTitle { get; init; }

    /// <summary>What that means.</summary>
    public required string Confirmed { get; init; }

    /// <summary>Once a choice is saved.</summary>
    public required string SavedTitle { get; init; }

    /// <summary>What that means.</summary>
    public required string Saved { get; init; }

    /// <summary>The page that ends notices.</summary>
    public required string StopTitle { get; init; }

    /// <summary>What the button does.</summary>
    public required string StopQuestion { get; init; }

    /// <summary>Once notices are ended.</summary>
    public required string StoppedTitle { get; init; }

    /// <summary>What that means.</summary>
    public required string Stopped { get; init; }

    /// <summary>Somebody asked for notices.</summary>
    public required string SignedUpTitle { get; init; }

    /// <summary>What happens now; true for every address.</summary>
    public required string SignedUp { get; init; }

    /// <summary>The form cannot be used.</summary>
    public required string InvalidTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string Invalid { get; init; }

    /// <summary>A confirmation came too late.</summary>
    public required string GoneTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string Gone { get; init; }

    /// <summary>The link is not one of ours.</summary>
    public required string UnknownTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string Unknown { get; init; }

    /// <summary>The words in a language.</summary>
    public static SubscriptionWords In(string language) =>
        language switch
        {
            "zh-Hans" => SubscriptionPhrases.ChineseSimplified,
            "zh-Hant" => SubscriptionPhrases.ChineseTraditional,
            "ru" => SubscriptionPhrases.Russian,
            _ => SubscriptionPhrases.English,
        };

    /// <summary>The subject of the confirmation.</summary>
    public string Subject(string desk) => MailSubject.Replace("{desk}", desk, StringComparison.Ordinal);

    /// <summary>The text of the confirmation.</summary>
    public string Mail(string desk, string about, string link) =>
        MailText
            .Replace("{link}", link, StringComparison.Ordinal)
            .Replace("{about}", about, StringComparison.Ordinal)
            .Replace("{desk}", desk, StringComparison.Ordinal);
}
