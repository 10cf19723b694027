using Azure;
using Azure.Core;
using Azure.Storage;
using Azure.Storage.Queues;
using SupportPipeline.AzureSdk.Tests.Pipeline;

namespace SupportPipeline.AzureSdk.Tests.Queues;

[Collection("Azurite")]
public sealed class QueuePipelineTests(AzuriteFixture azurite)
{
    private const string Busy = "<?xml version=\"1.0\"?><Error><Code>ServerBusy</Code><Message>Later &amp; slower.</Message></Error>";

    [Fact]
    public async Task Tries_again_when_the_service_is_busy_and_signs_each_try()
    {
        var busy = 2;
        var tries = new RecordingPolicy();
        var options = new QueueClientOptions
        {
            Transport = new InterceptingTransport { Answer = _ => busy-- > 0 ? new CannedResponse(503) : null },
        }.WithoutDelay();
        options.AddPolicy(tries, HttpPipelinePosition.PerRetry);
        var queue = new QueueClient(azurite.ConnectionString, Unique.Name("retried"), options);

        var created = await queue.CreateAsync();

        Assert.Equal(201, created.Status);
        Assert.Equal(["PUT signed", "PUT signed", "PUT signed"], tries.Tries);
    }

    [Fact]
    public async Task Gives_up_in_the_end_with_the_code_of_the_body()
    {
        var transport = new InterceptingTransport { Answer = _ => new CannedResponse(503, Busy, ("Content-Type", "application/xml")) };
        var options = new QueueClientOptions { Transport = transport }.WithoutDelay();
        options.Retry.MaxRetries = 2;
        var queue = new QueueClient(azurite.ConnectionString, "busy", options);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => queue.SendMessageAsync("hello"));

        Assert.Equal(503, failure.Status);
        Assert.Equal("ServerBusy", failure.ErrorCode);
        Assert.Contains("Later & slower.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, transport.Requests.Count);
    }

    [Fact]
    public async Task Does_not_try_again_what_the_service_refused()
    {
        var transport = new InterceptingTransport();
        var queue = new QueueClient(azurite.ConnectionString, Unique.Name("missing"), new() { Transport = transport });

        await Assert.ThrowsAsync<RequestFailedException>(() => queue.ReceiveMessagesAsync());

        Assert.Equal([$"GET /devstoreaccount1/{queue.Name}/messages"], transport.Requests);
    }

    [Fact]
    public async Task Is_refused_with_a_wrong_key()
    {
        var credential = new StorageSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[64]));
        var queue = new QueueServiceClient(azurite.QueueEndpoint, credential).GetQueueClient("any");

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => queue.SendMessageAsync("hello"));

        Assert.Equal(403, failure.Status);
        Assert.Contains(failure.ErrorCode, new[] { "AuthenticationFailed", "AuthorizationFailure" });
    }

    [Fact]
    public async Task Sends_the_token_it_is_given_for_storage()
    {
        var token = new FixedToken();
        string? authorization = null;
        var transport = new InterceptingTransport
        {
            Answer = request =>
            {
                request.Headers.TryGetValue("Authorization", out authorization);
                return new CannedResponse(204);
            },
        };
        var service = new QueueServiceClient(
            new Uri("https://account.queue.core.windows.net"),
            token,
            new QueueClientOptions { Transport = transport }
        );

        await service.GetQueueClient("inbound-messages").ClearMessagesAsync();

        Assert.Equal("Bearer a-token", authorization);
        Assert.Equal(["https://storage.azure.com/.default"], token.Scopes);
        Assert.Equal(["DELETE /inbound-messages/messages"], transport.Requests);
        Assert.Equal("account", service.AccountName);
    }

    [Fact]
    public void Does_not_send_tokens_without_HTTPS()
    {
        Assert.Throws<ArgumentException>(() => new QueueServiceClient(new Uri("http://account.queue.core.windows.net"), new FixedToken()));
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        var queue = new QueueClient(azurite.ConnectionString, "any");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            queue.SendMessageAsync("hello", new CancellationToken(canceled: true))
        );
    }
}
