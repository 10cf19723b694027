using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>What the delivery events of the mail service bring about, through the whole pipeline; every batch comes twice and once backwards.</summary>
public sealed class DeliveryTests(DeliveryTests.ToldDesk fixture) : PipelineTest(fixture), IClassFixture<DeliveryTests.ToldDesk>
{
    [Fact]
    public async Task A_reply_is_delivered()
    {
        var maria = Customer("maria.delivered@customer.example");

        var opened = await maria.OpensAsync(maria.Letter());

        Assert.Equal(("delivered", "delivered-to-recipient"), (opened.OnlyReply.State, opened.OnlyReply.Reason));
        Assert.Equal(["reply-sent", "reply-delivered"], opened.Events.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_reply_whose_answer_was_lost_turns_out_to_be_delivered()
    {
        ExpectInLog("Nobody knows whether reply");
        var maria = Customer("maria.unknown@customer.example");
        await Desk.FailAsync(new { target = "sendgrid", dropAnswer = true });

        var opened = await maria.OpensAsync(maria.Letter());

        Assert.Equal(("delivered", "delivered-to-recipient"), (opened.OnlyReply.State, opened.OnlyReply.Reason));
        Assert.NotNull(opened.OnlyReply.ProviderMessageId);
        Assert.Contains("reply-unknown", opened.Events.Select(entry => entry.Kind));
        await maria.OnlyMailAsync();
    }

    [Theory]
    [InlineData("bounce", "bounced", "address-does-not-exist", "reply-bounced")]
    [InlineData("blocked", "bounced", "blocked-by-recipient", "reply-bounced")]
    [InlineData("dropped", "bounced", "dropped-by-mail-service", "reply-dropped")]
    [InlineData("spamreport", "delivered", "reported-as-spam", "reply-reported-as-spam")]
    public async Task An_address_that_refuses_gets_no_second_reply(string pattern, string state, string reason, string kind)
    {
        var maria = Customer($"{pattern}+maria@customer.example");

        var opened = await maria.OpensAsync(maria.Letter());
        var again = await maria.OpensAsync(maria.Letter() with { Subject = "Another matter" });

        Assert.Equal((state, reason), (opened.OnlyReply.State, opened.OnlyReply.Reason));
        Assert.Single(opened.Events, entry => entry.Kind == kind);
        Assert.Equal(("suppressed", reason), (again.OnlyReply.State, again.OnlyReply.Reason));
        Assert.Equal(["reply-suppressed"], again.Events.Select(entry => entry.Kind));
        await maria.OnlyMailAsync();
    }

    [Fact]
    public async Task A_delay_is_told_and_changes_nothing()
    {
        var maria = Customer("deferred+maria@customer.example");

        var opened = await maria.OpensAsync(maria.Letter());

        Assert.Equal("delivered", opened.OnlyReply.State);
        Assert.Single(opened.Events, entry => entry.Kind == "reply-delayed");
    }

    [Fact]
    public async Task Events_without_the_signature_are_refused()
    {
        using var body = new StringContent("[]");
        using var answer = await Desk.Http.PostAsync("api/webhooks/sendgrid", body);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("signature-wrong", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reason").GetString());
    }

    /// <summary>The desk of these tests.</summary>
    public sealed class ToldDesk : SharedDesk
    {
        private readonly LocalHost.Email.LocalSigningKey _key = new();

        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(
                options with
                {
                    Services = services =>
                    {
                        options.Services?.Invoke(services);
                        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, _key);
                    },
                },
                ("Customers:GroupSeconds", "0"),
                ("Local:DeliveryEvents", "true"),
                ("Local:DeliveryEventDisorder", "true"),
                ("SendGrid:EventVerificationKey", _key.PublicKey)
            );
    }
}
