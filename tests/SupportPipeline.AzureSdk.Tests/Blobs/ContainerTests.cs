using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SupportPipeline.AzureSdk.Tests.Blobs;

[Collection("Azurite")]
public sealed class ContainerTests(AzuriteFixture azurite)
{
    private readonly BlobServiceClient _service = new(azurite.ConnectionString);

    [Fact]
    public void Names_the_container_the_blob_and_their_addresses()
    {
        var container = _service.GetBlobContainerClient("raw-messages");
        var blob = container.GetBlobClient("2026/11/a b+ü.eml");

        Assert.Equal("devstoreaccount1", _service.AccountName);
        Assert.Equal("raw-messages", container.Name);
        Assert.Equal("raw-messages", blob.BlobContainerName);
        Assert.Equal("2026/11/a b+ü.eml", blob.Name);
        Assert.Equal(_service.Uri.AbsoluteUri + "/raw-messages/2026/11/a%20b%2B%C3%BC.eml", blob.Uri.AbsoluteUri);
        Assert.Equal("c/d", new BlobClient(azurite.ConnectionString, "raw-messages", "c/d").Name);
    }

    [Fact]
    public async Task Creates_a_container_unless_it_exists_and_deletes_it_once()
    {
        var container = _service.GetBlobContainerClient(Unique.Name("container"));

        Assert.False(await container.ExistsAsync());
        var first = await container.CreateIfNotExistsAsync();
        var second = await container.CreateIfNotExistsAsync(PublicAccessType.None, null, CancellationToken.None);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => container.CreateAsync());

        Assert.Equal(201, first.GetRawResponse().Status);
        Assert.NotEqual(default, first.Value.ETag);
        Assert.Null(second);
        Assert.Equal("ContainerAlreadyExists", failure.ErrorCode);
        Assert.True(await container.ExistsAsync());
        Assert.True(await container.DeleteIfExistsAsync());
        Assert.False(await container.DeleteIfExistsAsync());
    }

    [Fact]
    public async Task Lists_blobs_by_prefix_page_after_page()
    {
        BlobContainerClient container = await _service.CreateBlobContainerAsync(Unique.Name("listed"));
        string[] names = ["a/1", "a/2", "a/3 & <4>", "a/5", "b/1"];
        foreach (var name in names)
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(name));
        }

        var pages = new List<Page<BlobItem>>();
        await foreach (
            var page in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "a/", CancellationToken.None).AsPages(pageSizeHint: 3)
        )
        {
            pages.Add(page);
        }

        Assert.Equal([3, 1], pages.Select(page => page.Values.Count));
        Assert.Equal(names[..4], pages.SelectMany(page => page.Values).Select(blob => blob.Name));
        Assert.Equal(5, await container.GetBlobsAsync().CountAsync());
    }

    [Fact]
    public async Task Lists_what_the_upload_said()
    {
        BlobContainerClient container = await _service.CreateBlobContainerAsync(Unique.Name("listed"));
        BlobContentInfo uploaded = await container
            .GetBlobClient("mail.eml")
            .UploadAsync(
                BinaryData.FromString("hello"),
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = "message/rfc822" },
                    Metadata = new Dictionary<string, string> { ["channel"] = "email & more" },
                }
            );

        var blob = await container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }).SingleAsync();

        Assert.Equal("mail.eml", blob.Name);
        Assert.Equal(5, blob.Properties.ContentLength);
        Assert.Equal("message/rfc822", blob.Properties.ContentType);
        Assert.Equal(BlobType.Block, blob.Properties.BlobType);
        Assert.Equal(uploaded.ETag, blob.Properties.ETag);
        Assert.Equal(uploaded.LastModified, blob.Properties.LastModified);
        Assert.Equal("email & more", blob.Metadata["channel"]);
    }
}
