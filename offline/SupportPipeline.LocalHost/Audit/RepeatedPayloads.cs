using Azure;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>
/// Explains payloads without any other trace. A process may die between keeping a payload and queueing its message: the sender has no 2xx then and
/// sends the mail again, under a new id. Such a payload says, word for word, what another message says.
/// </summary>
internal sealed class RepeatedPayloads(InboundEmails emails, ThreadStore threads)
{
    /// <summary>The message that came instead; null when there is none.</summary>
    public async Task<PayloadRepeated?> FindTwinAsync(PayloadKept payload, CancellationToken cancellationToken)
    {
        if (!TimeOrderedId.TryParse(payload.Message, out var id))
        {
            return null;
        }

        try
        {
            var pointer = new MessageReceived(payload.Message, "email", payload.Blob);
            await using var fetched = await emails.FetchAsync(pointer, static _ => false, cancellationToken);
            var claim = await threads.FindClaimAsync(MessagePlacing.Key(fetched.Email), id, cancellationToken);
            return claim is ThreadClaim.Duplicate twin ? new(payload.Message, twin.FirstMessageId.Value, twin.CaseId.Value) : null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or RequestFailedException { Status: 404 })
        {
            return null;
        }
    }
}
