using SupportPipeline.Intake;

namespace SupportPipeline.Functions.Tests.Intake;

public sealed class MailboxTests
{
    [Fact]
    public void Shows_nobody_in_a_log()
    {
        var mailbox = MailboxList.Parse("Jo Smith <jo@example.com>", 1, out _)[0];

        Assert.Equal(mailbox.Address.ToString(), mailbox.ToString());
        Assert.DoesNotContain("Jo", $"{mailbox}", StringComparison.OrdinalIgnoreCase);
    }
}
