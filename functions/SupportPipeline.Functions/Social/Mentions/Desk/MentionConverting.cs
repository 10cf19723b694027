using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>
/// Makes a mention a message of a case, by the way every message goes: the author's record, their open case or a new one, triage and plan. It is done at
/// once, so that the answer names the case; the same message waits in the queue in case this process dies over it.
/// </summary>
public sealed class MentionConverting(
    MentionDesk desk,
    MentionWork work,
    SocialMessages messages,
    MessageProcessor processor,
    IOptions<ReceivingOptions> options
)
{
    /// <summary>Answers <see cref="ConvertMention"/>.</summary>
    internal async Task<IResult> ConvertAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(request, MentionRequestJson.Default.MentionNoteRequest, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (
            !MentionId.TryParse(id, out var mentionId)
            || await work.ChangeAsync(
                mentionId,
                history => MentionActs.Guard(history, who!) ?? MentionActs.Convert(history, asked!, who!),
                cancellationToken
            )
                is not { } result
        )
        {
            return MentionReading.NoMention();
        }

        var mention = result.History.Mention;
        if (result.Verdict is not MentionVerdict.Refuse && mention.CaseId is null)
        {
            var pointer = await messages.ReceiveAsync(
                MentionSender.MessageIdOf(mention),
                MentionSender.MessageOf(mention),
                TimeSpan.FromSeconds(options.Value.ConversionRetrySeconds),
                cancellationToken
            );
            await processor.ProcessAsync(pointer, cancellationToken);
            result = (await work.ChangeAsync(mentionId, _ => new MentionVerdict.Nothing(), cancellationToken))!.Value;
        }

        return await desk.AnswerAsync(request, result, who!, cancellationToken);
    }
}
