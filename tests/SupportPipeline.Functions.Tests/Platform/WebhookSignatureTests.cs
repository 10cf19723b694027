using System.Text;

namespace SupportPipeline.Platform;

public sealed class WebhookSignatureTests
{
    private const string Key =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";
    private const string Signature = "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";
    private const string Timestamp = "1600112502";
    private const string Body =
        """[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]"""
        + "\r\n";

    [Fact]
    public void Accepts_the_vendor_test_vector() => Assert.True(Verify(Timestamp, Body, Signature));

    [Theory]
    [InlineData("1600112503", Body, Signature)]
    [InlineData(Timestamp, "[]", Signature)]
    [InlineData(Timestamp, Body, "")]
    [InlineData(Timestamp, Body, "not base64!")]
    [InlineData(Timestamp, Body, "bm90IGEgc2lnbmF0dXJl")]
    [InlineData("", Body, Signature)]
    public void Refuses_everything_else_without_an_exception(string timestamp, string body, string signature) =>
        Assert.False(Verify(timestamp, body, signature));

    [Fact]
    public void The_trailing_line_break_belongs_to_the_body() => Assert.False(Verify(Timestamp, Body.TrimEnd(), Signature));

    [Fact]
    public void A_signature_longer_than_any_is_refused() => Assert.False(Verify(Timestamp, Body, Convert.ToBase64String(new byte[5_000])));

    [Theory]
    [InlineData("rubbish")]
    [InlineData("AAAA")]
    public void A_key_that_is_none_is_named_at_once(string key)
    {
        var exception = Assert.Throws<FormatException>(() => new WebhookSignature(key));

        Assert.Equal("The verification key is not a base64 SubjectPublicKeyInfo.", exception.Message);
    }

    private static bool Verify(string timestamp, string body, string signature)
    {
        using var verifier = new WebhookSignature(Key);
        using var hash = WebhookSignature.StartHash(timestamp);
        hash.AppendData(Encoding.UTF8.GetBytes(body));
        return verifier.Verify(hash, signature);
    }
}
