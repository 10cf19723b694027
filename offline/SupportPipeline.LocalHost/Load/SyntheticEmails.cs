using System.Globalization;
using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Load;

/// <summary>
/// Mails of distinct customers, the same for the same number: sender, subject and Message-ID are never those of another number, so
/// sending a number again is a redelivery and not a new mail. Languages take turns.
/// </summary>
internal static class SyntheticEmails
{
    public static string SenderOf(int number) => string.Create(CultureInfo.InvariantCulture, $"customer{number:D7}@load.example");

    public static OutgoingTestEmail Email(int number, string supportAddress, DateTimeOffset at)
    {
        var language = SyntheticLanguage.All[number % SyntheticLanguage.All.Count];
        var name = language.Names[number / SyntheticLanguage.All.Count % language.Names.Count];
        var subject = string.Format(CultureInfo.InvariantCulture, language.Subjects[number % language.Subjects.Count], Order(number));
        var messageId = string.Create(CultureInfo.InvariantCulture, $"<load-{number:D7}@load.example>");
        return OutgoingTestEmail.Of(
            new Mailbox(name, SenderOf(number)),
            new Mailbox(null, supportAddress),
            subject,
            Body(number, language, name),
            messageId,
            at
        );
    }

    private static int Order(int number) => 4_100_000 + number;

    /// <summary>200 to 2000 characters: a greeting, what happened, as many details as the length asks for, a closing.</summary>
    private static string Body(int number, SyntheticLanguage language, string name)
    {
        var length = 200 + (number * 7919L % 1700);
        var head = string.Format(CultureInfo.InvariantCulture, language.Problems[number % language.Problems.Count], Order(number));
        var body = $"{language.Greeting}\n\n{head}";
        var tail = $"\n\n{language.Closing}\n{name}\n";
        for (var i = number; body.Length + tail.Length < length; i++)
        {
            var detail = string.Format(CultureInfo.InvariantCulture, language.Details[i % language.Details.Count], 1 + (i % 27), i % 60);
            body += (i % 4 == 3 ? "\n\n" : language.SentenceGap) + detail;
        }

        return body + tail;
    }
}
