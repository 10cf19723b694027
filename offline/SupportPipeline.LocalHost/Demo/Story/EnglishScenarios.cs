using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Demo.Story;

/// <summary>What English-speaking customers write who need one of the playbook's scenarios.</summary>
internal static class EnglishScenarios
{
    public static OutgoingTestEmail Outage() =>
        Letter.New(
            "Helen Marsh <helen.marsh@florist.example>",
            "Payment page is down",
            """
            Hello,

            your payment page has been down since about seven this morning. Every card gives error 502, on the website
            and in the app, and both of my colleagues see the same. Is this known?

            Helen Marsh
            """
        );

    public static OutgoingTestEmail Request() =>
        Letter.New(
            "Joanna Fielding <joanna.fielding@example.org>",
            "Delivery on Sunday evening?",
            """
            Hello,

            could you please make an exception and deliver order 88-70311 on Sunday evening, after eight?
            I work shifts and nobody is at home before. I would like to request this if it is possible at all.

            Joanna
            """
        );

    public static OutgoingTestEmail UnknownFeature() =>
        Letter.New(
            "Arthur Bell <arthur.bell@example.org>",
            "Where is \"Harvest Mode\"?",
            """
            Hello,

            how do I switch on "Harvest Mode" in the app? A friend told me about it, and I would like to try it this weekend.

            Arthur
            """
        );

    public static OutgoingTestEmail Unsubscribe() =>
        Letter.New(
            "Carol Whitmore <carol.whitmore@example.com>",
            "Unsubscribe me, please",
            """
            Please take me off your mailing list. I do not want any more emails from you.

            Carol Whitmore
            """
        );

    public static OutgoingTestEmail SelfHarm() =>
        Letter.New(
            "Ben Calloway <ben.calloway@example.org>",
            "Still locked out",
            """
            I have asked four times now and nobody helps. I lost my job last month, and I don't want to live anymore.

            Ben
            """
        );

    /// <summary>No topic stands out, which is what makes it hard.</summary>
    public static OutgoingTestEmail EverythingAtOnce() =>
        Letter.New(
            "Simon Pryce <simon.pryce@example.org>",
            "Everything at once",
            """
            Hello,

            in one week: the invoice, the parcel, my password, a lamp that broke, and the vase that is out of stock.
            Where do I begin?

            Simon
            """
        );
}
