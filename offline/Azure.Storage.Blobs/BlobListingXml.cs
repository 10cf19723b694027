using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>Reads the answer to List Blobs.</summary>
internal static class BlobListingXml
{
    public static Page<BlobItem> Read(Response response)
    {
        var blobs = new List<BlobItem>();
        string nextMarker = null;
        var xml = new XmlScanner(response.Content.ToMemory().Span);
        while (xml.Read())
        {
            if (xml.IsStart("Blob"u8))
            {
                blobs.Add(ReadBlob(ref xml));
            }
            else if (xml.IsStart("NextMarker"u8))
            {
                nextMarker = Text(ref xml);
            }
        }

        return Page<BlobItem>.FromValues(blobs, string.IsNullOrEmpty(nextMarker) ? null : nextMarker, response);
    }

    private static BlobItem ReadBlob(ref XmlScanner xml)
    {
        string name = null;
        string snapshot = null;
        string version = null;
        string latest = null;
        string deleted = null;
        BlobItemProperties properties = new();
        IDictionary<string, string> metadata = null;
        while (xml.ReadChild())
        {
            if (xml.IsStart("Name"u8))
            {
                name = Name(ref xml);
            }
            else if (xml.IsStart("Properties"u8))
            {
                ReadProperties(ref xml, properties);
            }
            else if (xml.IsStart("Metadata"u8))
            {
                metadata = StorageMetadata.Read(ref xml);
            }
            else if (xml.IsStart("Snapshot"u8))
            {
                snapshot = Text(ref xml);
            }
            else if (xml.IsStart("VersionId"u8))
            {
                version = Text(ref xml);
            }
            else if (xml.IsStart("IsCurrentVersion"u8))
            {
                latest = Text(ref xml);
            }
            else if (xml.IsStart("Deleted"u8))
            {
                deleted = Text(ref xml);
            }
            else
            {
                xml.ReadContent();
            }
        }

        return new()
        {
            Name = name,
            Snapshot = snapshot,
            VersionId = version,
            IsLatestVersion = bool.TryParse(latest, out var isLatest) ? isLatest : null,
            Deleted = bool.TryParse(deleted, out var isDeleted) && isDeleted,
            Properties = properties,
            Metadata = metadata ?? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
        };
    }

    private static void ReadProperties(ref XmlScanner xml, BlobItemProperties properties)
    {
        while (xml.ReadChild())
        {
            if (xml.IsStart("Content-Length"u8))
            {
                properties.ContentLength = Utf8Parser.TryParse(xml.ReadContent(), out long length, out _) ? length : null;
            }
            else if (xml.IsStart("Last-Modified"u8))
            {
                properties.LastModified = Date(ref xml);
            }
            else if (xml.IsStart("Creation-Time"u8))
            {
                properties.CreatedOn = Date(ref xml);
            }
            else if (xml.IsStart("Etag"u8))
            {
                properties.ETag = Text(ref xml) is { } tag ? new ETag(tag.Trim('"')) : null;
            }
            else if (xml.IsStart("BlobType"u8))
            {
                properties.BlobType = BlobHeaders.ReadType(Text(ref xml));
            }
            else
            {
                ReadContentHeader(ref xml, properties);
            }
        }
    }

    private static void ReadContentHeader(ref XmlScanner xml, BlobItemProperties properties)
    {
        if (xml.IsStart("Content-Type"u8))
        {
            properties.ContentType = Text(ref xml);
        }
        else if (xml.IsStart("Content-MD5"u8))
        {
            properties.ContentHash = Text(ref xml) is { } hash ? Convert.FromBase64String(hash) : null;
        }
        else if (xml.IsStart("Content-Encoding"u8))
        {
            properties.ContentEncoding = Text(ref xml);
        }
        else if (xml.IsStart("Content-Language"u8))
        {
            properties.ContentLanguage = Text(ref xml);
        }
        else if (xml.IsStart("Content-Disposition"u8))
        {
            properties.ContentDisposition = Text(ref xml);
        }
        else if (xml.IsStart("Cache-Control"u8))
        {
            properties.CacheControl = Text(ref xml);
        }
        else
        {
            xml.ReadContent();
        }
    }

    /// <summary>A name; percent-encoded, and marked so, when XML cannot carry its characters.</summary>
    private static string Name(ref XmlScanner xml)
    {
        var isEncoded = xml.Attributes.IndexOf("Encoded=\"true\""u8) >= 0;
        var name = Encoding.UTF8.GetString(xml.ReadContent());
        return isEncoded ? Uri.UnescapeDataString(name) : name;
    }

    private static string Text(ref XmlScanner xml)
    {
        var content = xml.ReadContent();
        return content.IsEmpty ? null : Encoding.UTF8.GetString(content);
    }

    private static DateTimeOffset? Date(ref XmlScanner xml) =>
        DateTimeOffset.TryParse(Text(ref xml), CultureInfo.InvariantCulture, out var date) ? date : null;
}
