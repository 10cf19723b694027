using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SupportPipeline.AzureSdk.Tests.Blobs;

[Collection("Azurite")]
public sealed class BlobTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly BlobContainerClient _container = new(azurite.ConnectionString, Unique.Name("blobs"));

    public Task InitializeAsync() => _container.CreateIfNotExistsAsync();

    public Task DisposeAsync() => _container.DeleteIfExistsAsync();

    [Fact]
    public async Task Keeps_content_headers_and_metadata()
    {
        var blob = _container.GetBlobClient("2026/11/a b+ü.eml");
        BlobContentInfo uploaded = await blob.UploadAsync(
            BinaryData.FromString("Grüße"),
            new BlobUploadOptions
            {
                HttpHeaders = new()
                {
                    ContentType = "text/plain; charset=utf-8",
                    ContentLanguage = "de",
                    ContentDisposition = "attachment",
                    CacheControl = "no-store",
                },
                Metadata = new Dictionary<string, string> { ["channel"] = "email" },
            }
        );

        BlobDownloadResult downloaded = await blob.DownloadContentAsync();
        BlobProperties properties = await blob.GetPropertiesAsync();

        Assert.Equal("Grüße", downloaded.Content.ToString());
        Assert.Equal(7, downloaded.Details.ContentLength);
        Assert.Equal(7, properties.ContentLength);
        Assert.Equal("text/plain; charset=utf-8", downloaded.Details.ContentType);
        Assert.Equal("text/plain; charset=utf-8", properties.ContentType);
        Assert.Equal("de", properties.ContentLanguage);
        Assert.Equal("attachment", properties.ContentDisposition);
        Assert.Equal("no-store", properties.CacheControl);
        Assert.Equal("email", downloaded.Details.Metadata["channel"]);
        Assert.Equal("email", properties.Metadata["Channel"]);
        Assert.Equal(BlobType.Block, properties.BlobType);
        Assert.Equal(uploaded.ETag, downloaded.Details.ETag);
        Assert.Equal(uploaded.ETag, properties.ETag);
        Assert.Equal(uploaded.LastModified, properties.LastModified);
    }

    [Fact]
    public async Task Keeps_an_empty_blob()
    {
        var blob = _container.GetBlobClient("empty");
        await blob.UploadAsync(new MemoryStream());

        BlobDownloadResult downloaded = await blob.DownloadContentAsync();

        Assert.Equal(0, downloaded.Content.ToMemory().Length);
    }

    [Fact]
    public async Task Refuses_to_overwrite_unless_told_to()
    {
        var blob = _container.GetBlobClient("once");
        await blob.UploadAsync(BinaryData.FromString("first"));

        var refusals = new[]
        {
            await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(BinaryData.FromString("second"))),
            await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(new MemoryStream([1]), overwrite: false)),
            await Assert.ThrowsAsync<RequestFailedException>(() =>
                blob.UploadAsync(BinaryData.FromString("second"), new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } })
            ),
        };

        Assert.All(refusals, refusal => Assert.Equal(409, refusal.Status));
        Assert.All(refusals, refusal => Assert.Equal(BlobErrorCode.BlobAlreadyExists, (BlobErrorCode)refusal.ErrorCode!));
        Assert.Equal("first", (await blob.DownloadContentAsync()).Value.Content.ToString());
        await blob.UploadAsync(BinaryData.FromString("third"), overwrite: true);
        Assert.Equal("third", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task Replaces_only_the_version_that_was_read()
    {
        var blob = _container.GetBlobClient("versioned");
        BlobContentInfo first = await blob.UploadAsync(BinaryData.FromString("first"));
        var condition = new BlobUploadOptions { Conditions = new() { IfMatch = first.ETag } };
        await blob.UploadAsync(BinaryData.FromString("second"), condition);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(BinaryData.FromString("third"), condition));

        Assert.Equal(412, failure.Status);
        Assert.Equal("ConditionNotMet", failure.ErrorCode);
        Assert.Equal("second", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task Says_when_a_blob_or_its_container_is_missing()
    {
        var blob = _container.GetBlobClient("missing");
        var elsewhere = new BlobClient(azurite.ConnectionString, Unique.Name("nowhere"), "missing");

        var content = await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadContentAsync());
        var streaming = await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadStreamingAsync());
        var reading = await Assert.ThrowsAsync<RequestFailedException>(() => blob.OpenReadAsync());
        var properties = await Assert.ThrowsAsync<RequestFailedException>(() => blob.GetPropertiesAsync());
        var upload = await Assert.ThrowsAsync<RequestFailedException>(() => elsewhere.UploadAsync(BinaryData.FromString("x")));

        Assert.All([content, streaming, reading, properties], failure => Assert.Equal(404, failure.Status));
        Assert.All([content, streaming, reading, properties], failure => Assert.Equal("BlobNotFound", failure.ErrorCode));
        Assert.Equal((404, "ContainerNotFound"), (upload.Status, upload.ErrorCode));
        Assert.False(await blob.ExistsAsync());
        Assert.False(await elsewhere.ExistsAsync());
    }

    [Fact]
    public async Task Deletes_a_blob_once()
    {
        var blob = _container.GetBlobClient("deleted");
        await blob.UploadAsync(BinaryData.FromString("x"));

        Assert.True(await blob.ExistsAsync());
        Assert.True(await blob.DeleteIfExistsAsync());
        Assert.False(await blob.DeleteIfExistsAsync());
        Assert.False(await blob.ExistsAsync());
    }

    [Fact]
    public async Task Downloads_a_range()
    {
        var blob = _container.GetBlobClient("range");
        await blob.UploadAsync(BinaryData.FromString("0123456789"));

        using BlobDownloadStreamingResult part = await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(2, 3) });
        using var reader = new StreamReader(part.Content);
        await using var rest = await blob.OpenReadAsync(position: 7);
        using var restReader = new StreamReader(rest);

        Assert.Equal("234", await reader.ReadToEndAsync());
        Assert.Equal("bytes 2-4/10", part.Details.ContentRange);
        Assert.Equal(10, rest.Length);
        Assert.Equal("789", await restReader.ReadToEndAsync());
    }
}
