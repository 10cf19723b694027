using System.Text.Json.Nodes;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.LocalHost.Tests.Email;

namespace SupportPipeline.LocalHost.Tests.Sink;

public sealed class DeliveryEventsTests
{
    [Fact]
    public async Task Posts_processed_and_delivered_for_an_accepted_mail_in_a_signed_batch()
    {
        await using var server = await FrontDoorServer.StartAsync(deliveryEvents: true);

        server.Mails.Accept([Mail()]);

        var received = await server.First.Task;
        Assert.Equal("webhooks/sendgrid", received.Route);
        Assert.True(server.IsSigned(received));
        Assert.EndsWith("]\r\n", received.Text, StringComparison.Ordinal);
        var events = JsonNode.Parse(received.Text)!.AsArray();
        Assert.Equal(["processed", "delivered"], events.Select(e => (string?)e!["event"]));
        Assert.All(
            events,
            e =>
            {
                Assert.Equal("anna@customer.example", (string?)e!["email"]);
                Assert.Equal("c1", (string?)e["sp_case"]);
                Assert.Equal("m1", ((string?)e["sg_message_id"])!.Split(".recvd")[0]);
            }
        );
        Assert.Equal(2, events.Select(e => (string?)e!["sg_event_id"]).Distinct().Count());
    }

    [Fact]
    public async Task Posts_a_batch_again_that_was_not_taken()
    {
        await using var server = await FrontDoorServer.StartAsync(deliveryEvents: true);
        server.Answers.Enqueue((503, string.Empty));

        server.Mails.Accept([Mail()]);

        var received = await server.First.Task;
        Assert.Equal(2, server.All.Count);
        Assert.Equal(server.All[0].Text, received.Text);
    }

    [Theory]
    [InlineData("bounce+1@customer.example", "processed bounce:5.1.1")]
    [InlineData("blocked+1@customer.example", "processed bounce:5.7.1")]
    [InlineData("dropped+1@customer.example", "dropped:5.0.0")]
    [InlineData("deferred+1@customer.example", "processed deferred delivered")]
    [InlineData("spamreport+1@customer.example", "processed delivered spamreport")]
    [InlineData("unsubscribe+1@customer.example", "processed delivered unsubscribe")]
    [InlineData("Bounce+1@customer.example", "processed bounce:5.1.1")]
    [InlineData("bounce@customer.example", "processed delivered")]
    [InlineData("anna+bounce@customer.example", "processed delivered")]
    public void What_becomes_of_a_mail_stands_in_its_address(string address, string expected)
    {
        var batch = JsonNode.Parse(DeliveryEventBatch.Write([Mail() with { To = address }], backwards: false).Span)!.AsArray();

        Assert.Equal(expected, string.Join(' ', batch.Select(e => $"{e!["event"]}{(e["status"] is { } status ? ":" + status : "")}")));
    }

    [Fact]
    public void An_event_has_the_same_id_and_time_whenever_it_is_posted()
    {
        var first = JsonNode.Parse(DeliveryEventBatch.Write([Mail()], backwards: false).Span)!.AsArray();
        var second = JsonNode.Parse(DeliveryEventBatch.Write([Mail()], backwards: true).Span)!.AsArray();

        Assert.Equal(first.Select(e => e!.ToJsonString()), second.Select(e => e!.ToJsonString()).Reverse());
    }

    [Fact]
    public void A_run_that_was_killed_knows_whose_events_were_posted()
    {
        var data = Directory.CreateTempSubdirectory("events").FullName;
        new DeliveryEventProgress(data).Advance(7);

        Assert.Equal(7, new DeliveryEventProgress(data).Posted);
        Assert.Equal(0, new DeliveryEventProgress().Posted);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Posts_nothing_unless_it_is_asked_to()
    {
        await using var server = await FrontDoorServer.StartAsync(deliveryEvents: false);

        Assert.False(server.PostsDeliveryEvents);
    }

    private static SinkMail Mail() =>
        new()
        {
            To = "anna@customer.example",
            Kind = "to",
            From = "support@desk.example",
            Subject = "Hello",
            CustomArgs = new Dictionary<string, string> { ["sp_case"] = "c1", ["email"] = "not.hers@customer.example" },
            At = SinkServer.Now,
            MessageId = "m1",
        };
}
