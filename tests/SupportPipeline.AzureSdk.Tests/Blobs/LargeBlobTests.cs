using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SupportPipeline.AzureSdk.Tests.Pipeline;

namespace SupportPipeline.AzureSdk.Tests.Blobs;

[Collection("Azurite")]
public sealed class LargeBlobTests : IAsyncLifetime
{
    private const int Mebibyte = 1 << 20;

    private readonly InterceptingTransport _transport = new();
    private readonly BlobContainerClient _container;

    public LargeBlobTests(AzuriteFixture azurite) =>
        _container = new(azurite.ConnectionString, Unique.Name("large"), new() { Transport = _transport });

    public Task InitializeAsync() => _container.CreateIfNotExistsAsync();

    public Task DisposeAsync() => _container.DeleteIfExistsAsync();

    [Fact]
    public async Task Uploads_a_stream_of_unknown_length_in_blocks()
    {
        var blob = _container.GetBlobClient("stream");
        var content = new CountingStream(10 * Mebibyte + 17);

        await blob.UploadAsync(
            content,
            new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = "message/rfc822" },
                Metadata = new Dictionary<string, string> { ["channel"] = "email" },
                TransferOptions = new() { InitialTransferSize = 4 * Mebibyte, MaximumTransferSize = 4 * Mebibyte },
            }
        );
        await using var downloaded = await blob.OpenReadAsync();

        Assert.Equal(["block", "block", "block", "blocklist"], Operations(blob));
        Assert.Equal(await HashAsync(new CountingStream(10 * Mebibyte + 17)), await HashAsync(downloaded));
        BlobProperties properties = await blob.GetPropertiesAsync();
        Assert.Equal(10 * Mebibyte + 17, properties.ContentLength);
        Assert.Equal("message/rfc822", properties.ContentType);
        Assert.Equal("email", properties.Metadata["channel"]);
    }

    [Fact]
    public async Task Never_reads_further_ahead_than_one_block()
    {
        var content = new CountingStream(10 * Mebibyte);
        var readAhead = new List<long>();
        _transport.Answer = request =>
        {
            readAhead.Add(content.BytesRead);
            return null;
        };

        await _container
            .GetBlobClient("bounded")
            .UploadAsync(
                content,
                new BlobUploadOptions
                {
                    TransferOptions = new()
                    {
                        InitialTransferSize = 4 * Mebibyte,
                        MaximumTransferSize = 4 * Mebibyte,
                        MaximumConcurrency = 1,
                    },
                }
            );

        Assert.Equal([4 * Mebibyte, 8 * Mebibyte, 10 * Mebibyte, 10 * Mebibyte], readAhead);
    }

    [Fact]
    public async Task Uploads_a_short_stream_of_unknown_length_in_one_request()
    {
        var blob = _container.GetBlobClient("short");

        await blob.UploadAsync(new CountingStream(300_000), overwrite: true);

        Assert.Equal(["put"], Operations(blob));
        Assert.Equal(300_000, (await blob.GetPropertiesAsync()).Value.ContentLength);
    }

    [Fact]
    public async Task Uploads_a_stream_of_known_length_in_one_request_from_where_it_stands()
    {
        var blob = _container.GetBlobClient("known");
        using var content = new MemoryStream(new byte[5 * Mebibyte]) { Position = Mebibyte };

        await blob.UploadAsync(content, overwrite: true);

        Assert.Equal(["put"], Operations(blob));
        Assert.Equal(4 * Mebibyte, (await blob.GetPropertiesAsync()).Value.ContentLength);
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task Uploads_in_blocks_of_the_size_asked_for()
    {
        var blob = _container.GetBlobClient("sized");
        var progress = new Sent();

        await blob.UploadAsync(
            new MemoryStream(new byte[250]),
            new BlobUploadOptions
            {
                TransferOptions = new() { InitialTransferSize = 100, MaximumTransferSize = 100 },
                ProgressHandler = progress,
            }
        );

        Assert.Equal(["block", "block", "block", "blocklist"], Operations(blob));
        Assert.Equal(250, progress.Last);
        Assert.Equal(250, (await blob.DownloadContentAsync()).Value.Content.ToMemory().Length);
    }

    [Fact]
    public async Task Refuses_to_overwrite_with_blocks()
    {
        var blob = _container.GetBlobClient("blocks-once");
        await blob.UploadAsync(BinaryData.FromString("first"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(new CountingStream(5 * Mebibyte)));

        Assert.Equal((409, "BlobAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.Equal("first", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    private string[] Operations(BlobClient blob) =>
        [
            .. _transport
                .Requests.Where(request => request.StartsWith($"PUT {blob.Uri.AbsolutePath}", StringComparison.Ordinal))
                .Select(request => request.Split("comp=") is [_, var operation] ? operation.Split('&')[0] : "put"),
        ];

    private static async Task<string> HashAsync(Stream content) => Convert.ToHexString(await SHA256.HashDataAsync(content));

    private sealed class Sent : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }
}
