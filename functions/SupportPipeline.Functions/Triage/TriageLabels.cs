namespace SupportPipeline.Triage;

/// <summary>How the customer feels, from the customer's own words.</summary>
public enum Sentiment
{
    /// <summary>Neither glad nor unhappy.</summary>
    Neutral,

    /// <summary>Glad.</summary>
    Positive,

    /// <summary>Unhappy.</summary>
    Negative,

    /// <summary>Clearly both.</summary>
    Mixed,
}

/// <summary>What the customer wants from us.</summary>
public enum Intent
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Says that something does not work for them, or for everybody, right now.</summary>
    OutageReport,

    /// <summary>Says that an expectation was not met, and asks for nothing else in particular.</summary>
    Complaint,

    /// <summary>Wants to know something.</summary>
    Question,

    /// <summary>Wants to know how something is done.</summary>
    HowTo,

    /// <summary>Wants something that we may not offer.</summary>
    Request,

    /// <summary>Wants to end a contract, an order or an account.</summary>
    Cancel,

    /// <summary>Wants money back.</summary>
    Refund,

    /// <summary>Says that something was good.</summary>
    Praise,

    /// <summary>Says that the matter is solved.</summary>
    ConfirmsSolved,

    /// <summary>Says that what we did has not solved it.</summary>
    NotSolved,

    /// <summary>Wants no more mail from us.</summary>
    Unsubscribe,
}

/// <summary>What the message is about.</summary>
public enum Topic
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Something we made or sold does not work as it should.</summary>
    ProductDefect,

    /// <summary>Prices, invoices, payments, refunds.</summary>
    Billing,

    /// <summary>Something on its way, late, lost, wrong or damaged.</summary>
    Delivery,

    /// <summary>How people treated the customer, or how long they took.</summary>
    ServiceQuality,

    /// <summary>Signing in, personal data, settings, contracts.</summary>
    Account,

    /// <summary>Whether something can be had or reached: out of stock, down, booked out.</summary>
    Availability,
}

/// <summary>The way in which somebody complains.</summary>
public enum Style
{
    /// <summary>None of the others.</summary>
    None,

    /// <summary>Expresses the feeling, not the problem.</summary>
    Aggressive,

    /// <summary>Emotional, and tells everyone.</summary>
    Expressive,

    /// <summary>Neutral wording, quietly leaving.</summary>
    Passive,

    /// <summary>Brings ideas.</summary>
    Constructive,
}

/// <summary>How the customer treats us.</summary>
public enum Conduct
{
    /// <summary>As people should.</summary>
    Civil,

    /// <summary>Bad language that is aimed at nobody.</summary>
    Vulgar,

    /// <summary>Insults aimed at staff.</summary>
    Abusive,
}

/// <summary>Whether somebody is threatened.</summary>
public enum Threat
{
    /// <summary>Nobody is.</summary>
    None,

    /// <summary>With courts, lawyers or regulators.</summary>
    Legal,

    /// <summary>With violence against people or property.</summary>
    Physical,

    /// <summary>The customer may harm themselves.</summary>
    SelfHarm,
}

/// <summary>How sentiment moved across a case.</summary>
public enum SentimentTrend
{
    /// <summary>It did not, or there is only one message.</summary>
    Steady,

    /// <summary>For the better.</summary>
    Improving,

    /// <summary>For the worse.</summary>
    Worsening,
}
