using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Social.Connectors.Telegram;

public sealed class TelegramConnectorTests
{
    private const string Header = "X-Telegram-Bot-Api-Secret-Token";

    [Fact]
    public void The_secret_comes_in_a_header()
    {
        var connector = Connector();

        Assert.IsType<ConnectorVerdict.Passed>(connector.Verify(ConnectorReading.Headers(Header, "tg-s3cret"), [], ConnectorReading.Now));
        ConnectorReading.AssertRefused(
            connector.Verify(ConnectorReading.Headers(Header, "tg-s3cre"), [], ConnectorReading.Now),
            401,
            "secret-wrong"
        );
        ConnectorReading.AssertRefused(
            connector.Verify(ConnectorReading.Headers(Header, "секрет"), [], ConnectorReading.Now),
            401,
            "secret-wrong"
        );
        ConnectorReading.AssertRefused(connector.Verify(new HeaderDictionary(), [], ConnectorReading.Now), 401, "secret-wrong");
    }

    [Fact]
    public void Without_a_secret_it_is_off_unless_unsigned_deliveries_are_allowed()
    {
        Assert.False(new TelegramConnector(ConnectorReading.Options(_ => { })).IsEnabled);
        var open = new TelegramConnector(ConnectorReading.Options(options => options.AllowUnsigned = true));
        Assert.True(open.IsEnabled);
        Assert.IsType<ConnectorVerdict.Passed>(open.Verify(new HeaderDictionary(), [], ConnectorReading.Now));
    }

    [Fact]
    public void There_is_no_handshake() => Assert.Null(Connector().Answer(ConnectorReading.Query(("hub.mode", "subscribe"))));

    [Fact]
    public void A_delivery_is_an_update()
    {
        var exception = Assert.Throws<FormatException>(() => Connector().ReadText("""{"message":{}}"""));

        Assert.Equal("A delivery of Telegram has an 'update_id'.", exception.Message);
    }

    [Theory]
    [InlineData("""{"update_id":1,"callback_query":{"id":"1"}}""")]
    [InlineData("""{"update_id":1,"message_reaction":{"message_id":1}}""")]
    [InlineData("""{"update_id":1,"my_chat_member":{}}""")]
    [InlineData("""{"update_id":1}""")]
    public void Other_updates_say_nothing(string json) =>
        Assert.Equal([new SocialEvent.Ignored(SocialReason.NotAPost)], Connector().ReadText(json));

    [Theory]
    [MemberData(nameof(ConnectorReading.OddPayloads), MemberType = typeof(ConnectorReading))]
    public void Odd_payloads_break_nothing(string json) => ConnectorReading.AssertSurvives(Connector(), json);

    internal static TelegramConnector Connector(params string[] own) =>
        new(
            ConnectorReading.Options(options =>
            {
                options.Telegram.SecretToken = "tg-s3cret";
                options.Telegram.BotName = "HarbourBikesBot";
                options.Telegram.OwnAccounts = own;
            })
        );
}
