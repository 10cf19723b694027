namespace SupportPipeline.Intake;

/// <summary>The attachments that are read and not only kept: a delivery report, and the mail or the headers it is about (RFC 3462, RFC 6533).</summary>
internal static class ReportParts
{
    /// <summary>Bytes read of each: a report is short, and of a mail only its headers matter.</summary>
    internal const int MaxBytes = 64 * 1024;

    /// <summary>Parts read of one mail; a report has two.</summary>
    internal const int MaxParts = 6;

    private static readonly string[] StatusTypes = ["message/delivery-status", "message/global-delivery-status"];

    private static readonly string[] OriginalTypes =
    [
        "message/rfc822",
        "text/rfc822-headers",
        "message/rfc822-headers",
        "message/global",
        "message/global-headers",
    ];

    /// <summary>Whether the part says what became of a mail.</summary>
    internal static bool IsStatus(AttachmentPart part) => part.Report is not null && Is(part.ContentType, StatusTypes);

    /// <summary>Whether the part is a mail, or the headers of one.</summary>
    internal static bool IsOriginal(AttachmentPart part) => part.Report is not null && Is(part.ContentType, OriginalTypes);

    /// <summary>Whether a part of this type is read.</summary>
    internal static bool IsRead(string contentType) => Is(contentType, StatusTypes) || Is(contentType, OriginalTypes);

    /// <summary>Reads the beginning of a part; the rest stays in the stream.</summary>
    internal static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBytes];
        var length = await content.ReadAtLeastAsync(buffer, MaxBytes, throwOnEndOfStream: false, cancellationToken);
        return buffer[..length];
    }

    private static bool Is(string contentType, string[] types) =>
        types.Contains(HeaderToken.First(contentType), StringComparer.OrdinalIgnoreCase);
}
