using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SupportPipeline.Social.Connectors.Vk;

public sealed class VkConnectorTests
{
    [Fact]
    public void The_confirmation_of_our_community_is_answered_with_the_configured_string()
    {
        var answered = Assert.IsType<ConnectorVerdict.Answered>(Verify(Recorded.Bytes("Vk/confirmation")));

        var text = Assert.IsType<ContentHttpResult>(answered.Result);
        Assert.Equal(("a1b2c3d4", "text/plain"), (text.ResponseContent, text.ContentType));
    }

    [Theory]
    [InlineData("""{"type":"confirmation","group_id":54321,"secret":"vk-s3cret"}""")]
    [InlineData("""{"type":"confirmation"}""")]
    public void Another_community_is_not_confirmed(string json) =>
        ConnectorReading.AssertRefused(Verify(Encoding.UTF8.GetBytes(json)), 403, "group-wrong");

    [Fact]
    public void Nothing_is_confirmed_while_the_community_or_the_string_is_not_configured()
    {
        var body = Encoding.UTF8.GetBytes("""{"type":"confirmation","group_id":0}""");
        var withoutGroup = new VkConnector(ConnectorReading.Options(options => (options.Vk.Secret, options.Vk.Confirmation) = ("s", "c")));
        var withoutString = new VkConnector(ConnectorReading.Options(options => (options.Vk.Secret, options.Vk.GroupId) = ("s", 12345)));

        ConnectorReading.AssertRefused(withoutGroup.Verify(new HeaderDictionary(), body, ConnectorReading.Now), 403, "group-wrong");
        ConnectorReading.AssertRefused(
            withoutString.Verify(new HeaderDictionary(), Recorded.Bytes("Vk/confirmation"), ConnectorReading.Now),
            403,
            "group-wrong"
        );
    }

    [Fact]
    public void The_secret_comes_in_the_body()
    {
        Assert.IsType<ConnectorVerdict.Passed>(Verify(Recorded.Bytes("Vk/wall-reply-new")));
        ConnectorReading.AssertRefused(
            Verify("""{"type":"wall_reply_new","group_id":12345,"secret":"vk-s3cre"}"""u8.ToArray()),
            401,
            "secret-wrong"
        );
        ConnectorReading.AssertRefused(
            Verify("""{"type":"wall_reply_new","group_id":12345,"secret":["vk-s3cret"]}"""u8.ToArray()),
            401,
            "secret-wrong"
        );
        ConnectorReading.AssertRefused(Verify("""{"type":"wall_reply_new","group_id":12345}"""u8.ToArray()), 401, "secret-wrong");
        ConnectorReading.AssertRefused(Verify("not json"u8.ToArray()), 401, "secret-wrong");
    }

    [Fact]
    public void A_delivery_of_another_community_is_refused() =>
        ConnectorReading.AssertRefused(
            Verify("""{"type":"wall_reply_new","group_id":1,"secret":"vk-s3cret"}"""u8.ToArray()),
            403,
            "group-wrong"
        );

    [Fact]
    public void Accepted_deliveries_are_answered_ok() => Assert.Equal("ok", Connector().Acknowledgement);

    [Fact]
    public void Without_a_secret_it_is_off_unless_unsigned_deliveries_are_allowed()
    {
        var off = new VkConnector(ConnectorReading.Options(options => options.Vk.GroupId = 12345));
        var open = new VkConnector(ConnectorReading.Options(options => options.AllowUnsigned = true));

        Assert.False(off.IsEnabled);
        Assert.True(open.IsEnabled);
        Assert.IsType<ConnectorVerdict.Passed>(
            open.Verify(new HeaderDictionary(), Recorded.Bytes("Vk/wall-reply-new"), ConnectorReading.Now)
        );
    }

    [Fact]
    public void A_delivery_has_a_type_and_a_community()
    {
        var exception = Assert.Throws<FormatException>(() => Connector().ReadText("""{"type":"wall_reply_new","group_id":-1}"""));

        Assert.Equal("A delivery of VK has a 'type' and a 'group_id'.", exception.Message);
    }

    [Theory]
    [MemberData(nameof(ConnectorReading.OddPayloads), MemberType = typeof(ConnectorReading))]
    public void Odd_payloads_break_nothing(string json) => ConnectorReading.AssertSurvives(Connector(), json);

    internal static VkConnector Connector() =>
        new(
            ConnectorReading.Options(options =>
                (options.Vk.Secret, options.Vk.Confirmation, options.Vk.GroupId) = ("vk-s3cret", "a1b2c3d4", 12345)
            )
        );

    private static ConnectorVerdict Verify(byte[] body) => Connector().Verify(new HeaderDictionary(), body, ConnectorReading.Now);
}
