using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.Replies;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>What can be told of a mail of ours.</summary>
internal static class SentMails
{
    /// <summary>The language it is written in, as its case has it.</summary>
    public static string LanguageOf(SinkMail mail, CaseDocument? itsCase) =>
        itsCase?.Replies.FirstOrDefault(reply => reply.Id == ReplyId(mail))?.Language ?? "unknown";

    /// <summary>The reply of ours that was sent.</summary>
    public static string? ReplyId(SinkMail mail) => mail.CustomArgs.GetValueOrDefault(MailWriter.ReplyArgument);

    public static string? Header(SinkMail mail, string name) =>
        mail.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
