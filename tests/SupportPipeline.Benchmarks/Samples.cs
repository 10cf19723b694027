using System.Text;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Benchmarks;

/// <summary>One everyday mail of about 3 KB: an answer with a quotation and a signature.</summary>
internal static class Samples
{
    public const string Headers =
        "Received: from mail.example.org by mx.example.net; Fri, 20 Nov 2026 09:00:00 +0000\r\nFrom: Mia Jones <mia@example.org>\r\n"
        + "To: Example Support <support@desk.example>\r\nSubject: Re: My blender stopped working\r\nDate: Fri, 20 Nov 2026 09:00:00 +0000\r\n"
        + "Message-ID: <m2@mail.example.org>\r\nIn-Reply-To: <m1@desk.example>\r\nReferences: <m0@mail.example.org> <m1@desk.example>\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n";

    public static readonly string Text =
        "Hello,\r\n\r\nthe blender I bought from you last month has stopped working. "
        + string.Concat(Enumerable.Repeat("It makes a noise, smells of burning and then nothing turns any more. ", 12))
        + "\r\n\r\nCould you send me a new one, please?\r\n\r\nOn Thu, 19 Nov 2026 at 10:00, Example Support wrote:\r\n"
        + string.Concat(Enumerable.Repeat("> Thank you for your order, it is on its way to you.\r\n", 15))
        + "\r\n-- \r\nMia Jones\r\n+44 20 7946 0000\r\n";

    public static readonly EmailAddress[] OwnAddresses = [Address("support@desk.example"), Address("sales@desk.example")];

    public static byte[] Payload() =>
        new MultipartBody()
            .Field("headers", Headers)
            .Field("charsets", """{"to":"UTF-8","from":"UTF-8","subject":"UTF-8","text":"utf-8"}""")
            .Field("envelope", """{"to":["support@desk.example"],"from":"mia@example.org"}""")
            .Field("from", "Mia Jones <mia@example.org>")
            .Field("to", "Example Support <support@desk.example>")
            .Field("subject", "Re: My blender stopped working")
            .Field("text", Encoding.UTF8.GetBytes(Text))
            .Build();

    public static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException("A sample address is wrong.");
}
