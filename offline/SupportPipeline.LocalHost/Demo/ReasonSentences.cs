using System.Collections.Frozen;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>Reason codes in plain sentences.</summary>
internal static class ReasonSentences
{
    private static readonly FrozenDictionary<string, string> s_sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ReasonCode.NoThreadFound] = "nothing in the mail points to a case there is",
        [ReasonCode.ReplyAddress] = "it was sent to the signed reply address of this case",
        [ReasonCode.References] = "it answers a mail of this case",
        [ReasonCode.SubjectTag] = "its subject carries the number of this case",
        [ReasonCode.SenderNotInCase] = "it names a case its sender takes no part in, so it stays outside",
        [ReasonCode.DuplicateMessage] = "the very same mail has come before",
        [ReasonCode.SameMessageOtherAddress] = "the same mail has come through another of our addresses",
        [ReasonCode.AlreadyRecorded] = "it is in the case already; its queue message came again",
        [ReasonCode.CaseNotStoredYet] = "its case is being stored at this moment",
        [ReasonCode.FirstMessage] = "it is the first message of the case",
        [ReasonCode.CaseAlreadyAcknowledged] = "only the first message of a case is acknowledged",
        [ReasonCode.SenderUnknown] = "it has no address that could be answered",
        [ReasonCode.CaseCapReached] = "the case has had as many automatic replies as one may have",
        [ReasonCode.AddressCapReached] = "the address has had as many automatic replies as it may have in a day",
        [ReasonCode.AutomaticRepliesOff] = "automatic replies are switched off",
        [ReasonCode.TemplateIncomplete] = "something needed for the text is missing; a person has to look",
        [ReasonCode.AcceptedByMailService] = "SendGrid has taken it",
        [ReasonCode.RefusedByMailService] = "SendGrid refuses it for what is in it; a person has to look",
        [ReasonCode.MailServiceUnavailable] = "SendGrid is down; it will be tried again",
        [ReasonCode.OutcomeUnknown] = "nobody can know whether SendGrid took it, so it is not sent again",
        [ReasonCode.DeliveryInProgress] = "it is being sent at this moment",
        [ReasonCode.NothingToSend] = "there is nothing left to send",
        [ReasonCode.DeliveryGivenUp] = "SendGrid was down for too long; a person has to look",
        [ReasonCode.MalformedPayload] = "the request broke off; what could be read is here",
        [ReasonCode.UnknownCharset] = "it names a character set nobody knows",
        [ReasonCode.EmptyBody] = "the mail has no text at all",
        [ReasonCode.FieldTruncated] = "a part is too long to be shown whole",
        [ReasonCode.RecipientsTruncated] = "it has too many recipients to list them all",
        [ReasonCode.HeadersMissing] = "it has no headers",
        [ReasonCode.MessageIdMissing] = "it has no Message-ID; its content stands in for one",
        [AutomaticMailReason.OutOfOffice] = "an absence notice is no question, and an answer to it could go round for ever",
        [AutomaticMailReason.ListUnsubscribe] = "it is list mail or a newsletter: one can unsubscribe from it",
        [AutomaticMailReason.MailingList] = "it came through a mailing list",
        [AutomaticMailReason.Precedence] = "it calls itself bulk mail",
        [AutomaticMailReason.AutoSubmitted] = "it says that a machine sent it",
        [AutomaticMailReason.NullEnvelopeSender] = "its envelope has no sender, so nobody may be answered",
        [AutomaticMailReason.NoReplySender] = "its sender reads no answers",
        [AutomaticMailReason.DeliveryReport] = "it reports that a mail could not be delivered",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Knows(string reason) => s_sentences.ContainsKey(reason);

    /// <summary>The sentence of a reason code; of one that never occurs on the sample day perhaps only the code itself.</summary>
    public static string Of(string reason) => s_sentences.GetValueOrDefault(reason, reason.Replace('-', ' '));
}
