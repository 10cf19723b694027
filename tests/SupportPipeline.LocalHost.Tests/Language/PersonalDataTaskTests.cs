using SupportPipeline.LocalHost.Language;

namespace SupportPipeline.LocalHost.Tests.Language;

public sealed class PersonalDataTaskTests
{
    [Theory]
    [InlineData("Write to jo.doe+shop@mail.example.com.", "Email jo.doe+shop@mail.example.com")]
    [InlineData("Call +44 20 7946 0958 or (020) 7946-0958", "PhoneNumber +44 20 7946 0958|PhoneNumber 020) 7946-0958")]
    [InlineData("See https://shop.example/o?id=1, please", "URL https://shop.example/o?id=1")]
    [InlineData("at www.shop.example!", "URL www.shop.example")]
    [InlineData("Card 4111 1111 1111 1111 was charged", "CreditCardNumber 4111 1111 1111 1111")]
    [InlineData("Order 4111 1111 1111 1112 is missing", "")]
    [InlineData("Order 12345 of 2026-11-22", "")]
    [InlineData("Mail jo@a.example or call 5551234567", "Email jo@a.example|PhoneNumber 5551234567")]
    [InlineData("Nothing here", "")]
    public void What_has_a_form_of_its_own_is_found(string text, string expected)
    {
        var answer = PersonalDataTask.Answer(text);

        var found = answer["entities"]!.AsArray();
        Assert.Equal(expected, string.Join('|', found.Select(one => $"{one!["category"]} {one["text"]}")));
        Assert.All(found, one => Assert.Equal((string?)one!["text"], text.Substring((int)one["offset"]!, (int)one["length"]!)));
        Assert.Equal(text.Length, ((string?)answer["redactedText"])!.Length);
        Assert.Equal(found.Sum(one => (int)one!["length"]!), ((string?)answer["redactedText"])!.Count(character => character == '*'));
    }
}
