using Azure.Core;

namespace SupportPipeline.LocalHost.Storage;

/// <summary>The name of what a request asks of storage.</summary>
internal static class StorageOperation
{
    public static string Of(Request request, StorageAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var uri = request.Uri;
        var path = uri.Path ?? "";
        var query = uri.Query ?? "";
        return addresses.ServiceOf(uri) switch
        {
            "queue" => Queue(request.Method.Method, path, query),
            "table" => Table(request.Method.Method, path),
            "blob" => Blob(request.Method.Method, query),
            _ => "other",
        };
    }

    private static string Queue(string method, string path, string query) =>
        (method, path.EndsWith("/messages", StringComparison.Ordinal), path.Contains("/messages/", StringComparison.Ordinal)) switch
        {
            ("POST", true, _) => "queue put",
            ("GET", true, _) => Has(query, "peekonly") ? "queue peek" : StorageOperationCounter.QueueGet,
            ("DELETE", true, _) => "queue clear",
            ("PUT", _, true) => "queue update",
            ("DELETE", _, true) => "queue delete",
            ("PUT", _, _) => "queue create",
            ("GET", _, _) or ("HEAD", _, _) => Has(query, "comp=list") ? "queue list" : "queue properties",
            _ => "queue other",
        };

    private static string Table(string method, string path) =>
        method switch
        {
            "POST" when path.EndsWith("$batch", StringComparison.Ordinal) => "table batch",
            "POST" when path.EndsWith("/Tables", StringComparison.Ordinal) => "table create",
            "POST" => "table insert",
            "GET" => path.EndsWith("()", StringComparison.Ordinal) || !path.EndsWith(')') ? "table query" : "table get",
            "PUT" => "table replace",
            "PATCH" or "MERGE" => "table merge",
            "DELETE" => "table delete",
            _ => "table other",
        };

    private static string Blob(string method, string query) =>
        method switch
        {
            "PUT" when Has(query, "restype=container") => "blob create container",
            "PUT" when Has(query, "comp=block") => "blob put block",
            "PUT" => Has(query, "comp=") ? "blob update" : "blob put",
            "GET" => Has(query, "comp=list") ? "blob list" : "blob get",
            "HEAD" => "blob properties",
            "DELETE" => "blob delete",
            _ => "blob other",
        };

    private static bool Has(string query, string part) => query.Contains(part, StringComparison.OrdinalIgnoreCase);
}
