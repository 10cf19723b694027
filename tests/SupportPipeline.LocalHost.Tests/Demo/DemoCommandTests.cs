using SupportPipeline.LocalHost.Demo;

namespace SupportPipeline.LocalHost.Tests.Demo;

public sealed class DemoCommandTests(PlayedDay played) : IClassFixture<PlayedDay>
{
    [Fact]
    public void Everything_happens_as_the_story_says()
    {
        Assert.Equal([], played.Day.Problems);
        Assert.Equal(0, played.Day.ExitCode);
    }

    [Fact]
    public void Twelve_of_thirteen_mails_are_accepted_and_make_eight_cases_and_seven_acknowledgements()
    {
        var day = played.Day;

        Assert.Equal(14, day.Outcomes.Count);
        Assert.Equal((13, 12), (day.Outcomes.Count(outcome => outcome.Mail is not null), day.Accepted.Count));
        Assert.Equal((8, 7), (day.Stock.Cases.Count, day.Stock.Mails.Count));
        Assert.Equal(12, day.Stock.RawMessages.Count);
        Assert.Equal(9, day.Promises.Count);
    }

    [Fact]
    public void The_figures_of_the_day_add_up()
    {
        var figures = DemoSummaryText.Lines(played.Day).SkipLast(1).ToList();

        Assert.Equal(
            [
                ("received", "13 mails, 1 of them refused at the front door (413 attachment-too-large)"),
                ("cases", "8"),
                ("acknowledged", "7 (English 4, Russian 1, Simplified Chinese 1, Traditional Chinese 1)"),
                ("not answered", "2: only the first message of a case is acknowledged [case-already-acknowledged]"),
                ("not answered", "1: an absence notice is no question, and an answer to it could go round for ever [out-of-office]"),
                ("not answered", "1: it is list mail or a newsletter: one can unsubscribe from it [list-unsubscribe]"),
                ("duplicates", "1"),
                ("replies that had to wait", "1, 0 of them still waiting"),
            ],
            figures
        );
    }

    [Fact]
    public void A_file_gets_no_control_characters_and_no_padding()
    {
        Assert.DoesNotContain(played.Output, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain(" \n", played.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_reply_of_each_language_is_told_in_full()
    {
        Assert.Contains("Thank you for writing to us.", played.Output, StringComparison.Ordinal);
        Assert.Contains("Спасибо, что написали нам.", played.Output, StringComparison.Ordinal);
        Assert.Contains("祝您顺利！", played.Output, StringComparison.Ordinal);
        Assert.Contains("敬祝 順心", played.Output, StringComparison.Ordinal);
        Assert.EndsWith("Everything happened as the story says.\n", played.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_promise_fails_the_day_and_is_named()
    {
        var day = played.Day with { Stock = played.Day.Stock with { Mails = [.. played.Day.Stock.Mails, played.Day.Stock.Mails[0]] } };

        Assert.Equal(["not kept: Each customer who opened a case was answered, and only once"], day.Problems);
        Assert.Equal(1, day.ExitCode);
    }

    [Fact]
    public void A_story_that_breaks_off_fails_the_day_and_says_why()
    {
        var day = played.Day with { Broken = "The customer replies: there is no acknowledgement." };

        Assert.Equal(["The customer replies: there is no acknowledgement."], day.Problems);
        Assert.Equal(1, day.ExitCode);
    }
}
