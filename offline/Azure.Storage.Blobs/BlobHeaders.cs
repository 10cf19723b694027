using System.Globalization;
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>Headers of the blob service, written and read.</summary>
internal static class BlobHeaders
{
    public static void Write(Request request, BlobRequestConditions conditions)
    {
        if (conditions is null)
        {
            return;
        }

        Write(request, "If-Match", conditions.IfMatch?.ToString("H"));
        Write(request, "If-None-Match", conditions.IfNoneMatch?.ToString("H"));
        Write(request, "If-Modified-Since", conditions.IfModifiedSince?.ToString("R", CultureInfo.InvariantCulture));
        Write(request, "If-Unmodified-Since", conditions.IfUnmodifiedSince?.ToString("R", CultureInfo.InvariantCulture));
        Write(request, "x-ms-if-tags", conditions.TagConditions);
        Write(request, "x-ms-lease-id", conditions.LeaseId);
    }

    public static void Write(Request request, BlobHttpHeaders headers)
    {
        if (headers is null)
        {
            return;
        }

        Write(request, "x-ms-blob-content-type", headers.ContentType);
        Write(request, "x-ms-blob-content-encoding", headers.ContentEncoding);
        Write(request, "x-ms-blob-content-language", headers.ContentLanguage);
        Write(request, "x-ms-blob-content-disposition", headers.ContentDisposition);
        Write(request, "x-ms-blob-cache-control", headers.CacheControl);
        Write(request, "x-ms-blob-content-md5", headers.ContentHash is null ? null : Convert.ToBase64String(headers.ContentHash));
    }

    public static BlobContentInfo ReadContentInfo(Response response) =>
        new()
        {
            ETag = response.Headers.ETag.GetValueOrDefault(),
            LastModified = ReadDate(response, "Last-Modified"),
            ContentHash = ReadHash(response),
            VersionId = Read(response, "x-ms-version-id"),
            EncryptionKeySha256 = Read(response, "x-ms-encryption-key-sha256"),
            EncryptionScope = Read(response, "x-ms-encryption-scope"),
        };

    public static BlobContainerInfo ReadContainerInfo(Response response) =>
        new() { ETag = response.Headers.ETag.GetValueOrDefault(), LastModified = ReadDate(response, "Last-Modified") };

    public static BlobDownloadDetails ReadDetails(Response response) =>
        new()
        {
            BlobType = ReadType(Read(response, "x-ms-blob-type")),
            ContentLength = ReadLength(response),
            ContentRange = Read(response, "Content-Range"),
            ContentType = Read(response, "Content-Type"),
            ContentHash = ReadHash(response),
            ContentEncoding = Read(response, "Content-Encoding"),
            ContentLanguage = Read(response, "Content-Language"),
            ContentDisposition = Read(response, "Content-Disposition"),
            CacheControl = Read(response, "Cache-Control"),
            ETag = response.Headers.ETag.GetValueOrDefault(),
            LastModified = ReadDate(response, "Last-Modified"),
            CreatedOn = ReadDate(response, "x-ms-creation-time"),
            VersionId = Read(response, "x-ms-version-id"),
            Metadata = StorageMetadata.Read(response),
        };

    public static BlobProperties ReadProperties(Response response) =>
        new()
        {
            BlobType = ReadType(Read(response, "x-ms-blob-type")),
            ContentLength = ReadLength(response),
            ContentType = Read(response, "Content-Type"),
            ContentHash = ReadHash(response),
            ContentEncoding = Read(response, "Content-Encoding"),
            ContentLanguage = Read(response, "Content-Language"),
            ContentDisposition = Read(response, "Content-Disposition"),
            CacheControl = Read(response, "Cache-Control"),
            ETag = response.Headers.ETag.GetValueOrDefault(),
            LastModified = ReadDate(response, "Last-Modified"),
            CreatedOn = ReadDate(response, "x-ms-creation-time"),
            VersionId = Read(response, "x-ms-version-id"),
            Metadata = StorageMetadata.Read(response),
        };

    public static BlobType ReadType(string value) =>
        value switch
        {
            "PageBlob" => BlobType.Page,
            "AppendBlob" => BlobType.Append,
            _ => BlobType.Block,
        };

    private static void Write(Request request, string name, string value)
    {
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }
    }

    private static string Read(Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    private static long ReadLength(Response response) =>
        long.TryParse(Read(response, "Content-Length"), CultureInfo.InvariantCulture, out var length) ? length : 0;

    private static byte[] ReadHash(Response response) => Read(response, "Content-MD5") is { } hash ? Convert.FromBase64String(hash) : null;

    private static DateTimeOffset ReadDate(Response response, string name) =>
        DateTimeOffset.TryParse(Read(response, name), CultureInfo.InvariantCulture, out var date) ? date : default;
}
