using System.Diagnostics;

namespace SupportPipeline.Platform;

public sealed class AddressTrimmingTests
{
    [Theory]
    [InlineData("https://api.telegram.org/bot1:secret/sendMessage", "https://api.telegram.org")]
    [InlineData("https://hooks.slack.com/services/T/B/secret?x=1", "https://hooks.slack.com")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/Cases()", "http://127.0.0.1:10002")]
    [InlineData("nonsense", null)]
    public void Only_who_was_asked_is_left_of_an_address(string address, string? left)
    {
        using var processor = new AddressTrimming();
        using var span = new Activity("POST").SetTag("url.full", address).SetTag("server.address", "somebody");

        processor.OnEnd(span);

        Assert.Equal((left, "somebody"), (span.GetTagItem("url.full"), span.GetTagItem("server.address")));
    }
}
