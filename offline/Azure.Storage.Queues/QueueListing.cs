using System.Text;
using Azure.Core;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

/// <summary>The pages of List Queues.</summary>
internal sealed class QueueListing(
    StorageEndpoint endpoint,
    Uri uri,
    QueueTraits traits,
    string prefix,
    CancellationToken cancellationToken
) : AsyncPageable<QueueItem>(cancellationToken)
{
    public override async IAsyncEnumerable<Page<QueueItem>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        var marker = continuationToken;
        do
        {
            var page = await GetPageAsync(marker, pageSizeHint).ConfigureAwait(false);
            marker = page.ContinuationToken;
            yield return page;
        } while (!string.IsNullOrEmpty(marker));
    }

    private async Task<Page<QueueItem>> GetPageAsync(string marker, int? pageSize)
    {
        using var message = endpoint.CreateMessage(RequestMethod.Get, uri);
        var address = message.Request.Uri;
        address.AppendQuery("comp", "list", escapeValue: false);
        AppendQuery(address, "prefix", prefix);
        AppendQuery(address, "marker", marker);
        AppendQuery(address, "maxresults", pageSize?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        AppendQuery(address, "include", traits.HasFlag(QueueTraits.Metadata) ? "metadata" : null);
        var response = await endpoint.SendAsync(message, CancellationToken).ConfigureAwait(false);
        return Parse(response);
    }

    private static void AppendQuery(RequestUriBuilder address, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            address.AppendQuery(name, value, escapeValue: true);
        }
    }

    private static Page<QueueItem> Parse(Response response)
    {
        var queues = new List<QueueItem>();
        string nextMarker = null;
        var xml = new XmlScanner(response.Content.ToMemory().Span);
        while (xml.Read())
        {
            if (xml.IsStart("Queue"u8))
            {
                queues.Add(ParseQueue(ref xml));
            }
            else if (xml.IsStart("NextMarker"u8))
            {
                nextMarker = Encoding.UTF8.GetString(xml.ReadContent());
            }
        }

        return Page<QueueItem>.FromValues(queues, string.IsNullOrEmpty(nextMarker) ? null : nextMarker, response);
    }

    private static QueueItem ParseQueue(ref XmlScanner xml)
    {
        string name = null;
        IDictionary<string, string> metadata = null;
        while (xml.ReadChild())
        {
            if (xml.IsStart("Name"u8))
            {
                name = Encoding.UTF8.GetString(xml.ReadContent());
            }
            else if (xml.IsStart("Metadata"u8))
            {
                metadata = StorageMetadata.Read(ref xml);
            }
            else
            {
                xml.ReadContent();
            }
        }

        return QueuesModelFactory.QueueItem(name, metadata);
    }
}
