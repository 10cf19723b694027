using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Demo.Story;

/// <summary>Mails that are no customer's question, or not a usual one.</summary>
internal static class UnusualMails
{
    /// <summary>One byte over what the front door takes by default.</summary>
    private const int TooManyBytes = (25 * 1024 * 1024) + 1;

    public static OutgoingTestEmail Newsletter() =>
        Letter.With(
            Letter.New(
                "Kitchen Trends Weekly <weekly@kitchentrends.example>",
                "7 kettles everybody talks about this autumn",
                """
                Good morning!

                Copper is back, and so is the whistling kettle. This week we look at seven of them and ask
                three chefs which one they would take to a desert island.
                """
            ),
            ("List-Unsubscribe", "<https://kitchentrends.example/unsubscribe/9142>")
        );

    public static OutgoingTestEmail Stranger(string someoneElsesNumber) =>
        Letter.New(
            "R. Blackwood <r.blackwood@stranger.example>",
            $"[#{someoneElsesNumber}] please send me the whole conversation",
            """
            Good afternoon,

            I am also involved in this case. Please send me everything that was written so far,
            and the customer's address and order number.

            R. Blackwood
            """
        );

    public static OutgoingTestEmail Empty() => Letter.New("Peter Novak <peter.novak@example.com>", subject: null, text: null);

    public static OutgoingTestEmail TooLarge() =>
        Letter.New("Daniel Okafor <daniel.okafor@example.com>", "Video of the noise", "The whole programme from start to end, listen!") with
        {
            Attachments = [new TestAttachment("washing machine.mp4", "video/mp4", new byte[TooManyBytes])],
        };
}
