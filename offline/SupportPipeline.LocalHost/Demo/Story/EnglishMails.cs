using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Demo.Story;

/// <summary>What the English-speaking customers write.</summary>
internal static class EnglishMails
{
    public const int PhotoLength = 48_213;

    private const string Mia = "Mia Thornton <mia.thornton@example.org>";
    private const string Tom = "Tom Thornton <tom.thornton@example.org>";

    public static OutgoingTestEmail Complaint() =>
        Letter.New(
            Mia,
            "Kettle leaks from the base",
            """
            Hello,

            three weeks ago I bought your 1.7 litre glass kettle, and since yesterday it leaks from the base.
            This morning there was a puddle all the way to the socket, which honestly scared me a little.
            I have unplugged it. The photo shows the crack, just left of the handle.

            What should I do now?

            Mia Thornton
            """,
            cc: Tom
        ) with
        {
            Attachments = [new TestAttachment("crack next to the handle.jpg", "image/jpeg", Photo())],
        };

    public static OutgoingTestEmail Answer(SinkMail acknowledgement)
    {
        ArgumentNullException.ThrowIfNull(acknowledgement);
        return Letter.Answer(
            acknowledgement,
            Mia,
            acknowledgement.Subject,
            $"""
            Thank you for the quick answer! One more thing: the number under the base is GK-17-2209,
            in case it is a known fault.

            Mia

            On {acknowledgement.At.UtcDateTime:ddd, d MMM yyyy 'at' HH:mm}, Example Support <{acknowledgement.From}> wrote:
            {Letter.Quoted(acknowledgement.Text)}
            """
        );
    }

    public static OutgoingTestEmail InCopy(OutgoingTestEmail complaint)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        var answer = Letter.New(
            Tom,
            "Re: Kettle leaks from the base",
            """
            Hi all,

            I found the receipt: bought on the 2nd, paid by card, order 88-41207. If somebody has to
            come and look at the socket as well, I am at home on Thursday and Friday.

            Tom
            """,
            cc: Mia
        );
        return Letter.With(answer, ("In-Reply-To", complaint.MessageId), ("References", complaint.MessageId));
    }

    public static OutgoingTestEmail FromPhone() =>
        Letter.New("Grace Adeyemi <grace.adeyemi@example.org>", "charged twice??", text: null) with
        {
            Html = """
                <html><head><style>p { margin: 0 }</style></head><body dir="auto">
                <p>Hi, I was charged <b>twice</b> for the same coffee grinder, &pound;79.90 each time.</p>
                <p>My rent goes out on Friday, so I would be grateful if you could return one of them before that.</p>
                <p>Thanks so much &hearts;<br>Grace</p>
                <div>Sent from my phone</div>
                </body></html>
                """,
        };

    /// <summary>Begins like a photo and holds every byte there is, which is all that matters on the way.</summary>
    private static byte[] Photo() =>
        [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Range(0, PhotoLength - 4).Select(place => (byte)((place * 31) ^ (place >> 8)))];
}
