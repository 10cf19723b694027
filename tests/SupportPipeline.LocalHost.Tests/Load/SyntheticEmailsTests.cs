using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Load;

namespace SupportPipeline.LocalHost.Tests.Load;

public sealed class SyntheticEmailsTests
{
    private static readonly DateTimeOffset At = new(2026, 8, 3, 9, 30, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<OutgoingTestEmail> Emails =
    [
        .. Enumerable.Range(0, 4000).Select(number => SyntheticEmails.Email(number, "support@desk.example", At)),
    ];

    [Fact]
    public void Are_of_distinct_senders_with_distinct_subjects_and_message_ids()
    {
        Assert.Equal(4000, Emails.Select(email => email.EnvelopeFrom).Distinct().Count());
        Assert.Equal(4000, Emails.Select(email => email.MessageId).Distinct().Count());
        Assert.Equal(4000, Emails.Select(email => email.Header("Subject")!.Raw).Distinct().Count());
    }

    [Fact]
    public void Are_the_same_for_the_same_number()
    {
        var (one, other) = (SyntheticEmails.Email(17, "support@desk.example", At), SyntheticEmails.Email(17, "support@desk.example", At));

        Assert.Equal(one.Headers, other.Headers);
        Assert.Equal(one.Text, other.Text);
    }

    [Fact]
    public void Have_between_200_and_2000_characters() => Assert.All(Emails, email => Assert.InRange(email.Text!.Length, 200, 2000));

    [Fact]
    public void Take_turns_in_four_languages() =>
        Assert.Equal(["Hello,", "您好：", "您好：", "Здравствуйте!", "Hello,"], Emails.Take(5).Select(email => email.Text!.Split('\n')[0]));
}
