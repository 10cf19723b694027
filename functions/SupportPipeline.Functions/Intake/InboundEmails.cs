using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>Gives other features the emails that were received: normalised, and their attachments kept.</summary>
public sealed class InboundEmails(RawMessageStore rawMessages, Desk desk, Organisation organisation, IOptions<IntakeOptions> options)
{
    private const int MaxFileNameLength = 200;
    private const int MaxContentTypeLength = 100;

    /// <summary>Fetches and normalises one email. Dispose the result: it holds the payload for <see cref="KeepAttachmentsAsync"/>.</summary>
    internal async Task<FetchedEmail> FetchAsync(
        MessageReceived pointer,
        Func<string, bool> isOwnMessageId,
        CancellationToken cancellationToken
    )
    {
        var (payload, contentType) = await rawMessages.FetchAsync(pointer.RawBlob, cancellationToken);
        try
        {
            if (pointer.Channel == SocialMessage.Channel)
            {
                var message =
                    await JsonSerializer.DeserializeAsync(payload.OpenRead(), SocialMessageJson.Default.SocialMessage, cancellationToken)
                    ?? throw new FormatException("A kept mention is empty.");
                return new(message.ToEmail(TimeOrderedId.Parse(pointer.MessageId)), payload, "");
            }

            var boundary = InboundParseReader.Boundary(contentType) ?? throw new FormatException("A kept payload has lost its boundary.");
            var form = await InboundParseReader.ReadAsync(
                payload.OpenRead(),
                boundary,
                options.Value.MaxFieldBytes,
                null,
                cancellationToken
            );
            var email = EmailNormalizer.Normalize(
                TimeOrderedId.Parse(pointer.MessageId),
                form,
                options.Value,
                desk.OwnAddresses,
                isOwnMessageId
            );
            return new(ColleagueForwards.Apply(email, organisation), payload, boundary);
        }
        catch
        {
            await payload.DisposeAsync();
            throw;
        }
    }

    /// <summary>Streams the attachments of an email to blobs.</summary>
    internal async Task<IReadOnlyList<StoredAttachment>> KeepAttachmentsAsync(FetchedEmail fetched, CancellationToken cancellationToken)
    {
        if (fetched.Email.Attachments.Count == 0)
        {
            return [];
        }

        var kept = new List<StoredAttachment>();
        await InboundParseReader.ReadAsync(
            fetched.Payload.OpenRead(),
            fetched.Boundary,
            options.Value.MaxFieldBytes,
            async (number, part, content, cancellation) =>
            {
                var blob = await rawMessages.KeepAttachmentAsync(fetched.Email.Id, number, content, cancellation);
                kept.Add(
                    new(
                        StoredText.CleanLine(part.FileName, MaxFileNameLength),
                        StoredText.CleanLine(part.ContentType, MaxContentTypeLength),
                        fetched.Email.Attachments[number - 1].Length,
                        blob
                    )
                );
            },
            cancellationToken
        );
        return kept;
    }

    /// <summary>Deletes everything that was kept of an email. Deleting it again changes nothing.</summary>
    internal async Task DeleteAsync(
        string rawBlob,
        string? textBlob,
        IReadOnlyList<StoredAttachment> attachments,
        CancellationToken cancellationToken
    )
    {
        await rawMessages.DeleteAsync(rawBlob, cancellationToken);
        var blobs = attachments.Select(attachment => attachment.Blob);
        foreach (var blob in textBlob is null ? blobs : blobs.Append(textBlob))
        {
            await rawMessages.DeleteAttachmentAsync(blob, cancellationToken);
        }
    }

    /// <summary>Keeps a text that is too long for a table row.</summary>
    /// <returns>The blob's name.</returns>
    internal Task<string> KeepLongTextAsync(InboundEmail email, CancellationToken cancellationToken) =>
        rawMessages.KeepTextAsync(email.Id, email.Text, cancellationToken);
}

/// <summary>An email and the payload it was read from.</summary>
internal sealed record FetchedEmail(InboundEmail Email, PayloadBuffer Payload, string Boundary) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Payload.DisposeAsync();
}

/// <summary>One attachment that was kept.</summary>
/// <param name="FileName">The name the sender gave it, cleaned; not safe as a path.</param>
/// <param name="ContentType">The media type the sender gave it.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Blob">The blob's name in the attachments container.</param>
internal sealed record StoredAttachment(string FileName, string ContentType, long Length, string Blob);
