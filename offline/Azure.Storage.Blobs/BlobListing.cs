using System.Globalization;
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>The pages of List Blobs.</summary>
internal sealed class BlobListing(StorageEndpoint endpoint, Uri uri, GetBlobsOptions options, CancellationToken cancellationToken)
    : AsyncPageable<BlobItem>(cancellationToken)
{
    private static readonly (BlobTraits Trait, string Name)[] Traits =
    [
        (BlobTraits.CopyStatus, "copy"),
        (BlobTraits.Metadata, "metadata"),
        (BlobTraits.Tags, "tags"),
        (BlobTraits.ImmutabilityPolicy, "immutabilitypolicy"),
        (BlobTraits.LegalHold, "legalhold"),
    ];

    private static readonly (BlobStates State, string Name)[] States =
    [
        (BlobStates.Snapshots, "snapshots"),
        (BlobStates.Uncommitted, "uncommittedblobs"),
        (BlobStates.Deleted, "deleted"),
        (BlobStates.Version, "versions"),
        (BlobStates.DeletedWithVersions, "deletedwithversions"),
    ];

    private readonly string _include = string.Join(
        ',',
        Traits
            .Where(trait => options.Traits.HasFlag(trait.Trait))
            .Select(trait => trait.Name)
            .Concat(States.Where(state => options.States.HasFlag(state.State)).Select(state => state.Name))
    );

    public override async IAsyncEnumerable<Page<BlobItem>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        var marker = continuationToken;
        do
        {
            var page = await GetPageAsync(marker, pageSizeHint).ConfigureAwait(false);
            marker = page.ContinuationToken;
            yield return page;
        } while (marker is not null);
    }

    private async Task<Page<BlobItem>> GetPageAsync(string marker, int? pageSize)
    {
        using var message = endpoint.CreateMessage(RequestMethod.Get, uri);
        var address = message.Request.Uri;
        address.AppendQuery("restype", "container", escapeValue: false);
        address.AppendQuery("comp", "list", escapeValue: false);
        AppendQuery(address, "prefix", options.Prefix);
        AppendQuery(address, "marker", marker);
        AppendQuery(address, "maxresults", pageSize?.ToString(CultureInfo.InvariantCulture));
        AppendQuery(address, "include", _include);
        var response = await endpoint.SendAsync(message, CancellationToken).ConfigureAwait(false);
        return BlobListingXml.Read(response);
    }

    private static void AppendQuery(RequestUriBuilder address, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            address.AppendQuery(name, value, escapeValue: true);
        }
    }
}
