using System.Globalization;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Storm;

/// <summary>
/// What customers send, in a shuffled order, so that an answer comes before the mail it answers as often as after it: new matters, further mails
/// on the same matter, the same mail twice, the same mail to two of our addresses, and robots.
/// </summary>
internal static class StormMails
{
    private const string Support = "support@desk.example";
    private const int AfterTheStorm = 900_000;
    private const string Sales = "sales@desk.example";

    // What further mails say moves their case in the lists, so that two at once have something to get wrong.
    private static readonly string[] s_furtherWords =
    [
        "I forgot to say: the part has the number",
        "This is the third time I write and nobody answers. I am furious, this is unacceptable. I want to speak to your manager today about",
        "Thank you, that solved it, everything works now. You can close this:",
        "It is still broken and my whole team cannot work since this morning, this is urgent:",
        "If I do not hear from you I will hand this to my lawyer and tell everybody about it in public:",
    ];

    /// <summary>Plans a number of mails. The same seed gives the same mails.</summary>
    public static IReadOnlyList<OutgoingTestEmail> Plan(int count, int seed, DateTimeOffset at)
    {
        var random = new Random(seed);
        var mails = new List<OutgoingTestEmail>(count + 3);
        for (var number = 0; mails.Count < count; number++)
        {
            mails.AddRange(Matter(number, random.Next(100), at));
        }

        var planned = mails.Take(count).ToArray();
        random.Shuffle(planned);
        return planned;
    }

    /// <summary>A mail of somebody new after the storm.</summary>
    public static OutgoingTestEmail Late(int number, DateTimeOffset at) =>
        InboundEmailBuilder.Complete(SyntheticEmails.Email(AfterTheStorm + number, Support, at), at);

    /// <summary>A customer's answer to a mail of ours.</summary>
    public static OutgoingTestEmail Answer(SinkMail mail, int number, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var replyTo = Mailbox.TryParse(mail.Headers.GetValueOrDefault("Reply-To"))?.Address ?? Support;
        var answer = OutgoingTestEmail.Of(
            new Mailbox(mail.ToName, mail.To),
            new Mailbox(null, replyTo),
            "Re: " + mail.Subject,
            string.Create(CultureInfo.InvariantCulture, $"Hello,\n\none more detail on this: the label says LX-{number}.\n"),
            string.Create(CultureInfo.InvariantCulture, $"<storm-answer-{number}@load.example>"),
            at
        );
        return Referring(answer, mail.Headers.GetValueOrDefault("Message-ID") ?? "");
    }

    private static IEnumerable<OutgoingTestEmail> Matter(int number, int dice, DateTimeOffset at)
    {
        var opening = InboundEmailBuilder.Complete(SyntheticEmails.Email(number, Support, at), at);
        yield return opening;
        if (dice < 14)
        {
            var further = Further(opening, number, 1, at);
            yield return further;
            if (dice < 5)
            {
                yield return Further(further, number, 2, at);
            }
        }
        else if (dice < 20)
        {
            yield return opening;
        }
        else if (dice < 26)
        {
            yield return opening with
            {
                EnvelopeTo = [Sales],
            };
        }
        else if (dice < 30)
        {
            yield return Robot(opening, number, at);
        }
    }

    private static OutgoingTestEmail Further(OutgoingTestEmail before, int number, int which, DateTimeOffset at)
    {
        var mail = OutgoingTestEmail.Of(
            new Mailbox(null, before.EnvelopeFrom),
            new Mailbox(null, Support),
            "Re: " + before.Header("Subject")!.Value,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Hello again,\n\nI forgot to say: part {which} of it has the number LX-{number}.\n"
            ),
            string.Create(CultureInfo.InvariantCulture, $"<storm-further-{which}-{number:D7}@load.example>"),
            at
        );
        return InboundEmailBuilder.Complete(Referring(mail, before.MessageId), at);
    }

    private static OutgoingTestEmail Robot(OutgoingTestEmail opening, int number, DateTimeOffset at)
    {
        var mail = OutgoingTestEmail.Of(
            new Mailbox(null, opening.EnvelopeFrom),
            new Mailbox(null, Support),
            "Automatic reply",
            "I am out of the office until Monday.",
            string.Create(CultureInfo.InvariantCulture, $"<storm-robot-{number:D7}@load.example>"),
            at
        );
        return InboundEmailBuilder.Complete(
            mail with
            {
                Headers = [.. mail.Headers, new TestHeader("Auto-Submitted", "auto-replied")],
            },
            at
        );
    }

    private static OutgoingTestEmail Referring(OutgoingTestEmail mail, string messageId) =>
        mail with
        {
            Headers = [.. mail.Headers, new TestHeader("In-Reply-To", messageId), new TestHeader("References", messageId)],
        };
}
