using SupportPipeline.LocalHost.Demo;
using SupportPipeline.Playbook;

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
    public void All_but_one_of_32_mails_are_accepted_and_make_23_cases_and_22_answers()
    {
        var day = played.Day;

        Assert.Equal(33, day.Outcomes.Count);
        Assert.Equal((32, 31), (day.Outcomes.Count(outcome => outcome.Mail is not null), day.Accepted.Count));
        Assert.Equal((23, 22), (day.Stock.Cases.Count, day.Stock.Mails.Count));
        Assert.Equal(31, day.Stock.RawMessages.Count);
        Assert.Equal(23, day.Promises.Count);
    }

    [Fact]
    public void Every_scenario_of_the_playbook_has_a_row_with_who_wrote_and_what_was_decided()
    {
        var rows = ScenarioTableText.Rows(played.Day).ToList();

        Assert.Equal(ScenarioTable.Rows.Count - 3, rows.Count);
        Assert.All(rows, row => Assert.NotEmpty(row.Languages));
        Assert.All(rows, row => Assert.True(row.Sent.Length + row.Drafts.Length > 0, row.Scenario));
    }

    [Fact]
    public void What_an_agents_word_would_bring_about_is_told_and_nothing_of_it_is_stored_or_sent()
    {
        var day = played.Day;

        Assert.Equal(AgentWord.All.Count, day.Assumed.Count);
        Assert.All(day.Assumed, outcome => Assert.Null(outcome.Difference));
        var stored = day.Stock.Cases.SelectMany(found => found.Replies).Select(reply => reply.Scenario).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain("our-mistake", stored);
        Assert.DoesNotContain("closed-confirmed", stored);
        Assert.Contains("An agent marks: it was our mistake", played.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agents_word_that_brings_about_something_else_fails_the_day()
    {
        var first = played.Day.Assumed[0];
        var day = played.Day with { Assumed = [first with { Reply = null }] };

        Assert.Contains($"{first.Word.Title}: nothing was written instead of our-mistake", day.Problems);
    }

    [Fact]
    public void The_figures_of_the_day_add_up()
    {
        var figures = DemoSummaryText.Lines(played.Day).SkipLast(1).Where(line => line.Name != "drafts for people").ToList();

        Assert.Equal(
            [
                ("received", "32 mails, 1 of them refused at the front door (413 attachment-too-large)"),
                ("cases", "23"),
                ("answered at once", "22 (English 9, Russian 6, Simplified Chinese 4, Traditional Chinese 3)"),
                ("not at once", "5: only the first message of a case is acknowledged [case-already-acknowledged]"),
                ("not at once", "1: an absence notice is no question, and an answer to it could go round for ever [out-of-office]"),
                ("not at once", "1: it is list mail or a newsletter: one can unsubscribe from it [list-unsubscribe]"),
                ("not at once", "1: from here on a person writes [no-further-automatic-mail]"),
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
        Assert.Contains("祝您顺心！", played.Output, StringComparison.Ordinal);
        Assert.Contains("敬祝 順心", played.Output, StringComparison.Ordinal);
        Assert.EndsWith("Everything happened as the story says.\n", played.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_promise_fails_the_day_and_is_named()
    {
        var day = played.Day with { Stock = played.Day.Stock with { Mails = [.. played.Day.Stock.Mails, played.Day.Stock.Mails[0]] } };

        Assert.Equal(["not kept: Each message that is answered at once is answered once, in the customer's language"], day.Problems);
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
