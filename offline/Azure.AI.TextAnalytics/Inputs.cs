namespace Azure.AI.TextAnalytics;

/// <summary>One document of a call.</summary>
public class TextAnalyticsInput
{
    internal TextAnalyticsInput(string id, string text)
    {
        Id = id;
        Text = text;
    }

    /// <summary>Unique in its call; the result carries it.</summary>
    public string Id { get; }

    /// <summary>At most 5,120 text elements.</summary>
    public string Text { get; }
}

/// <summary>A document whose language may be known.</summary>
public class TextDocumentInput : TextAnalyticsInput
{
    public TextDocumentInput(string id, string text)
        : base(id, text) { }

    /// <summary>Language tag; null means <see cref="TextAnalyticsClientOptions.DefaultLanguage"/>.</summary>
    public string Language { get; set; }
}

/// <summary>A document whose language is asked for.</summary>
public class DetectLanguageInput : TextAnalyticsInput
{
    /// <summary>No country hint at all.</summary>
    public const string None = "";

    public DetectLanguageInput(string id, string text)
        : base(id, text) { }

    /// <summary>Two-letter country the text comes from; null means <see cref="TextAnalyticsClientOptions.DefaultCountryHint"/>.</summary>
    public string CountryHint { get; set; }
}
