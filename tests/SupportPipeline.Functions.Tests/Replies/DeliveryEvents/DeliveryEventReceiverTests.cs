using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies.DeliveryEvents;

[Collection("Azurite")]
public sealed class DeliveryEventReceiverTests : IAsyncLifetime
{
    private const string Timestamp = "1600112502";
    private const string Body = """[{"event":"delivered","timestamp":1600112492}]""" + "\r\n";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ServiceProvider _services;

    public DeliveryEventReceiverTests(AzuriteFixture azurite) =>
        _services = Pipeline.Create(
            azurite.ConnectionString,
            settings:
            [
                ("SendGrid:EventVerificationKey", Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo())),
                ("SendGrid:MaxEventBytes", "1024"),
            ]
        );

    private QueueClient Queue => _services.GetRequiredService<QueueServiceClient>().GetQueueClient(StorageNames.DeliveryEventsQueue);

    private BlobContainerClient Blobs =>
        _services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.DeliveryEventsContainer);

    public async Task InitializeAsync()
    {
        await _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        await Queue.ClearMessagesAsync();
    }

    public async Task DisposeAsync()
    {
        _key.Dispose();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_request_is_kept_byte_for_byte_and_queued()
    {
        Assert.Equal((200, null), await PostAsync(Body));

        var message = Assert.Single((await Queue.ReceiveMessagesAsync(32)).Value);
        var pointer = QueueSender.Read(
            message.Body.ToString(),
            QueueMessageNames.DeliveryEventsReceived,
            QueueJson.Default.DeliveryEventsReceived
        );
        var kept = (await Blobs.GetBlobClient(pointer.Blob).DownloadContentAsync()).Value;
        Assert.Equal(Body, kept.Content.ToString());
        Assert.Equal("application/json", kept.Details.ContentType);
    }

    [Theory]
    [InlineData("unsigned")]
    [InlineData("garbage")]
    [InlineData("without its line end")]
    [InlineData("of another moment")]
    public async Task A_request_that_is_not_signed_as_it_stands_is_refused_and_not_kept(string how)
    {
        var (status, reason) = how switch
        {
            "unsigned" => await PostAsync(Body, _ => null),
            "garbage" => await PostAsync(Body, _ => "not base64 at all"),
            "without its line end" => await PostAsync(Body, _ => Sign(Timestamp, Body.TrimEnd())),
            _ => await PostAsync(Body, _ => Sign("1600112503", Body)),
        };

        Assert.Equal((401, "signature-wrong"), (status, reason));
        Assert.Empty((await Queue.ReceiveMessagesAsync(32)).Value);
    }

    [Fact]
    public async Task A_request_over_the_limit_is_refused()
    {
        Assert.Equal((413, "request-too-large"), await PostAsync(new string(' ', 1024) + "[]"));
        Assert.Equal((413, "request-too-large"), await PostAsync(new string(' ', 1024) + "[]", hasLength: false));
        Assert.Empty((await Queue.ReceiveMessagesAsync(32)).Value);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{")]
    [InlineData("")]
    public async Task What_is_no_array_is_kept_for_a_person_and_refused(string body)
    {
        var before = await RejectedAsync();

        Assert.Equal((400, "malformed-payload"), await PostAsync(body));

        Assert.Equal(before + 1, await RejectedAsync());
        Assert.Empty((await Queue.ReceiveMessagesAsync(32)).Value);
    }

    [Fact]
    public async Task While_storage_is_down_the_sender_is_asked_to_come_again()
    {
        await using var services = Pipeline.Create(
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;QueueEndpoint=http://127.0.0.1:9/devstoreaccount1;TableEndpoint=http://127.0.0.1:9/devstoreaccount1;",
            TimeProvider.System
        );
        using var receiver = services.GetRequiredService<DeliveryEventReceiver>();
        var request = Request(Body, hasLength: true);

        var answer = await receiver.ReceiveAsync(request, CancellationToken.None);

        Assert.Equal(503, ((IStatusCodeHttpResult)answer).StatusCode);
        Assert.Equal("30", request.HttpContext.Response.Headers.RetryAfter);
    }

    private async Task<(int? Status, string? Reason)> PostAsync(string body, Func<string, string?>? sign = null, bool hasLength = true)
    {
        var request = Request(body, hasLength);
        request.Headers[WebhookSignature.TimestampHeader] = Timestamp;
        request.Headers[WebhookSignature.SignatureHeader] = sign is null ? Sign(Timestamp, body) : sign(body);
        var answer = await _services.GetRequiredService<DeliveryEventReceiver>().ReceiveAsync(request, CancellationToken.None);
        var reason = answer is Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult problem
            ? (string?)problem.ProblemDetails.Extensions["reason"]
            : null;
        return (((IStatusCodeHttpResult)answer).StatusCode, reason);
    }

    private static HttpRequest Request(string body, bool hasLength)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = new DefaultHttpContext().Request;
        (request.Body, request.ContentLength, request.ContentType) = (
            new MemoryStream(bytes),
            hasLength ? bytes.Length : null,
            "application/json"
        );
        return request;
    }

    private string Sign(string timestamp, string body) =>
        Convert.ToBase64String(
            _key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        );

    private async Task<int> RejectedAsync()
    {
        var count = 0;
        await foreach (var blob in Blobs.GetBlobsAsync())
        {
            count += blob.Name.StartsWith("rejected/", StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }
}
