using Azure;
using Azure.Core;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SupportPipeline.AzureSdk.Tests.Pipeline;

namespace SupportPipeline.AzureSdk.Tests.Blobs;

[Collection("Azurite")]
public sealed class BlobPipelineTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Sends_the_whole_stream_again_when_the_service_was_busy()
    {
        var busy = 0;
        var tries = new RecordingPolicy();
        var options = new BlobClientOptions
        {
            Transport = new InterceptingTransport { Answer = _ => busy-- > 0 ? new CannedResponse(503) : null },
        }.WithoutDelay();
        options.AddPolicy(tries, HttpPipelinePosition.PerRetry);
        var container = new BlobContainerClient(azurite.ConnectionString, Unique.Name("retried"), options);
        await container.CreateIfNotExistsAsync();
        var blob = container.GetBlobClient("stream");

        busy = 2;
        await blob.UploadAsync(new MemoryStream("hello"u8.ToArray()), overwrite: true);
        var uploadTries = tries.Tries.Count;

        Assert.Equal("hello", (await blob.DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal(4, uploadTries);
        Assert.Equal(["PUT signed", "PUT signed", "PUT signed", "PUT signed", "GET signed"], tries.Tries);
    }

    [Fact]
    public async Task Goes_on_where_a_download_broke()
    {
        var isFirst = true;
        var transport = new InterceptingTransport
        {
            Received = message =>
            {
                if (message.Request.Method == RequestMethod.Get && isFirst)
                {
                    isFirst = false;
                    message.Response.ContentStream = new BreakingStream(message.Response.ContentStream!, after: 100_000);
                }
            },
        };
        var (blob, content) = await UploadAsync(transport, 300_000);

        var downloaded = (await blob.DownloadContentAsync()).Value.Content.ToArray();

        Assert.Equal(content, downloaded);
        Assert.Equal(2, transport.Requests.Count(request => request.StartsWith("GET ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Does_not_go_on_with_another_version_of_the_blob()
    {
        var transport = new InterceptingTransport
        {
            Received = message =>
            {
                if (message.Request.Method == RequestMethod.Get && message.Response.Status == 200)
                {
                    message.Response.ContentStream = new BreakingStream(message.Response.ContentStream!, after: 100_000);
                }
            },
        };
        var (blob, _) = await UploadAsync(transport, 300_000);
        await using var stream = await blob.OpenReadAsync();
        await blob.UploadAsync(BinaryData.FromBytes(new byte[300_000]), overwrite: true);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal((412, "ConditionNotMet"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task Is_refused_with_a_wrong_key()
    {
        var credential = new StorageSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[64]));
        var container = new BlobServiceClient(azurite.BlobEndpoint, credential).GetBlobContainerClient("any");

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => container.CreateIfNotExistsAsync());

        Assert.Equal(403, failure.Status);
        Assert.Contains(failure.ErrorCode, new[] { "AuthenticationFailed", "AuthorizationFailure" });
    }

    [Fact]
    public async Task Sends_the_token_it_is_given_for_storage()
    {
        string? authorization = null;
        var transport = new InterceptingTransport
        {
            Answer = request =>
            {
                request.Headers.TryGetValue("Authorization", out authorization);
                return new CannedResponse(201, "", ("ETag", "\"0x1\""));
            },
        };
        var service = new BlobServiceClient(
            new Uri("https://account.blob.core.windows.net"),
            new FixedToken(),
            new BlobClientOptions { Transport = transport }
        );

        var blob = service.GetBlobContainerClient("raw-messages").GetBlobClient("a/b c");
        BlobContentInfo uploaded = await blob.UploadAsync(BinaryData.FromString("hello"), overwrite: true);

        Assert.Equal("Bearer a-token", authorization);
        Assert.Equal(["PUT /raw-messages/a/b%20c"], transport.Requests);
        Assert.Equal(new ETag("0x1"), uploaded.ETag);
        Assert.Equal("a/b c", blob.Name);
        Assert.Throws<ArgumentException>(() => new BlobServiceClient(new Uri("http://account.blob.core.windows.net"), new FixedToken()));
    }

    private async Task<(BlobClient Blob, byte[] Content)> UploadAsync(InterceptingTransport transport, int length)
    {
        var container = new BlobContainerClient(azurite.ConnectionString, Unique.Name("broken"), new() { Transport = transport });
        await container.CreateIfNotExistsAsync();
        var content = new byte[length];
        new CountingStream(length).ReadExactly(content);
        var blob = container.GetBlobClient("content");
        await blob.UploadAsync(BinaryData.FromBytes(content));
        return (blob, content);
    }
}
