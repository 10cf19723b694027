using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>
/// Reads an Inbound Parse request as a stream: fields into memory up to a limit, attachments past the caller's eyes, never into memory.
/// A payload that breaks off or is not well-formed gives what could be read, with the reason noted on the form.
/// The payload must be local (memory or a temporary file): an <see cref="IOException"/> is taken as bad content, not as a bad connection.
/// </summary>
internal static class InboundParseReader
{
    private const int MaxPartHeaders = 64;
    private const int MaxPartHeaderBytes = 64 * 1024;
    private const int MaxParts = 2_000;

    /// <summary>RFC 2046, 5.1.1. The multipart reader throws when a boundary does not fit into its buffer.</summary>
    private const int MaxBoundaryLength = 70;

    /// <summary>The boundary of a <c>multipart/form-data</c> content type; null when it is another type, has none, or one that is too long.</summary>
    public static string? Boundary(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundaryLength } boundary
            ? boundary
            : null;

    /// <summary>Reads everything.</summary>
    /// <param name="payload">The body as received.</param>
    /// <param name="boundary">See <see cref="Boundary"/>.</param>
    /// <param name="maxFieldBytes">Longer fields are cut there.</param>
    /// <param name="onAttachment">Given each attachment's number (from 1), part and content; must read what it wants before it returns. Null: contents are skipped, but for the beginning of <see cref="ReportParts"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<InboundParseForm> ReadAsync(
        Stream payload,
        string boundary,
        int maxFieldBytes,
        Func<int, AttachmentPart, Stream, CancellationToken, Task>? onAttachment,
        CancellationToken cancellationToken
    )
    {
        var form = new InboundParseForm();
        var reader = new MultipartReader(boundary, payload) { HeadersCountLimit = MaxPartHeaders, HeadersLengthLimit = MaxPartHeaderBytes };
        var parts = 0;
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (++parts > MaxParts)
                {
                    form.Note(ReasonCode.MalformedPayload);
                    break;
                }

                await ReadPartAsync(section, form, maxFieldBytes, onAttachment, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            form.Note(ReasonCode.MalformedPayload);
        }

        return form;
    }

    private static async Task ReadPartAsync(
        MultipartSection section,
        InboundParseForm form,
        int maxFieldBytes,
        Func<int, AttachmentPart, Stream, CancellationToken, Task>? onAttachment,
        CancellationToken cancellationToken
    )
    {
        if (
            !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name
        )
        {
            form.Note(ReasonCode.MalformedPayload);
            return;
        }

        var fileName =
            HeaderUtilities.RemoveQuotes(disposition.FileNameStar).Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
        if (fileName is null)
        {
            form.Add(name, await ReadFieldAsync(section.Body, form, maxFieldBytes, cancellationToken));
            return;
        }

        var part = new AttachmentPart(name, fileName, section.ContentType ?? "application/octet-stream", 0);
        await using var counted = new CountingStream(section.Body);
        if (onAttachment is not null)
        {
            await GiveAsync(onAttachment, form.Attachments.Count + 1, part, counted, cancellationToken);
        }
        else if (ReportParts.IsRead(part.ContentType) && form.Attachments.Count(known => known.Report is not null) < ReportParts.MaxParts)
        {
            part = part with { Report = await ReportParts.ReadAsync(counted, cancellationToken) };
        }

        await counted.CopyToAsync(Stream.Null, cancellationToken);
        form.Attachments.Add(part with { Length = counted.Count });
    }

    /// <summary>What fails beyond the payload, in storing the attachment, is not the sender's fault and must not look like it: the message comes again.</summary>
    private static async Task GiveAsync(
        Func<int, AttachmentPart, Stream, CancellationToken, Task> onAttachment,
        int number,
        AttachmentPart part,
        CountingStream content,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await onAttachment(number, part, content, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException && !content.HasFailed)
        {
            throw new InvalidOperationException($"Attachment {number} could not be kept.", exception);
        }
    }

    private static async Task<byte[]> ReadFieldAsync(Stream body, InboundParseForm form, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 2, maxBytes + 1));
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                var read = await ReadOrEndAsync(body, buffer.AsMemory(length), form, cancellationToken);
                length += read;
                if (read == 0 || length > maxBytes)
                {
                    break;
                }
            }

            var field = buffer.AsSpan(0, Math.Min(length, maxBytes)).ToArray();
            if (length > maxBytes)
            {
                form.Note(ReasonCode.FieldTruncated);
                while (await ReadOrEndAsync(body, buffer, form, cancellationToken) > 0)
                {
                    // What is beyond the limit is read past.
                }
            }

            return field;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A payload that breaks off inside a field still gives the field's beginning: half a complaint is worth more than none.</summary>
    private static async Task<int> ReadOrEndAsync(
        Stream body,
        Memory<byte> buffer,
        InboundParseForm form,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException)
        {
            form.Note(ReasonCode.MalformedPayload);
            return 0;
        }
    }
}
