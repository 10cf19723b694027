using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

public sealed class SubscriptionWordsTests
{
    public static TheoryData<string> Languages => [.. Organisation.KnownLanguages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_all_its_words_and_fills_its_mail(string language)
    {
        var words = SubscriptionWords.In(language);
        var texts = typeof(SubscriptionWords)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(string))
            .Select(property => (string)property.GetValue(words)!)
            .ToList();
        var mail = words.Mail("Example Support", "Checkout", "https://desk.example/x");

        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Contains("\nhttps://desk.example/x\n", mail, StringComparison.Ordinal);
        Assert.Contains("Checkout", mail, StringComparison.Ordinal);
        Assert.Contains("24", mail, StringComparison.Ordinal);
        Assert.DoesNotContain('{', mail + words.Subject("Example Support"));
        Assert.True(language == "en" || words != SubscriptionPhrases.English);
    }
}
