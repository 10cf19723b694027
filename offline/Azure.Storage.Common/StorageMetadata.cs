using System.Text;
using Azure.Core;

namespace Azure.Storage;

/// <summary>Metadata: <c>x-ms-meta-</c> headers.</summary>
internal static class StorageMetadata
{
    private const string Prefix = "x-ms-meta-";

    public static void Write(Request request, IDictionary<string, string> metadata)
    {
        if (metadata is null)
        {
            return;
        }

        foreach (var (name, value) in metadata)
        {
            request.Headers.Add(Prefix + name, value);
        }
    }

    public static IDictionary<string, string> Read(Response response)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers)
        {
            if (header.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                metadata[header.Name[Prefix.Length..]] = header.Value;
            }
        }

        return metadata;
    }

    /// <summary>Reads a <c>Metadata</c> element of a listing, from its beginning to its end.</summary>
    public static IDictionary<string, string> Read(ref XmlScanner xml)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (xml.ReadChild())
        {
            var name = Encoding.UTF8.GetString(xml.Name);
            metadata[name] = Encoding.UTF8.GetString(xml.ReadContent());
        }

        return metadata;
    }
}
