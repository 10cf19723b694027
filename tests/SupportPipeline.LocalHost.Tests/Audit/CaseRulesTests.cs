using SupportPipeline.LocalHost.Audit;

namespace SupportPipeline.LocalHost.Tests.Audit;

/// <summary>What is said of a case that disagrees with its messages, its number or its lists.</summary>
public sealed class CaseRulesTests
{
    private static readonly CaseLine s_line = new("48217739", "Open", 3, 1, "Question", "maria@customer.example", Judged.Now);
    private static readonly CaseStored s_case = new("c1", 1, s_line, ["open|support"]);
    private static readonly CaseNumbered s_number = new("c1", "48217739");
    private static readonly CaseListed s_listed = new("c1", "open|support", "open|support|00/row", s_line);

    [Fact]
    public void A_case_with_number_and_list_row_is_in_order() =>
        Assert.Equal([], Judged.Problems(s_case, s_number, s_listed, new NumberTaken("48217739", "c1")));

    [Fact]
    public void A_closed_case_without_list_row_is_in_order() =>
        Assert.Equal([], Judged.Problems(s_case with { Snapshot = s_line with { State = "Closed" }, Lists = [] }, s_number));

    [Fact]
    public void Rows_without_a_snapshot_are_unexplained() =>
        Assert.Equal(["Unexplained: case c1 has rows and no snapshot."], Judged.Problems(new CaseStored("c1", 1, null, [])));

    [Fact]
    public void A_list_row_without_a_case_is_unexplained() =>
        Assert.Equal(["Unexplained: case c1 is not there, and a list shows it."], Judged.Problems(s_listed));

    [Fact]
    public void A_number_without_a_case_is_unexplained() =>
        Assert.Equal(["Unexplained: case c1 is not there, and a number leads to it."], Judged.Problems(s_number));

    [Fact]
    public void A_wrong_count_of_messages_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: case c1 says it has 1 messages and has 2."],
            Judged.Problems(s_case with { Messages = 2 }, s_number, s_listed)
        );

    [Fact]
    public void A_case_that_its_number_does_not_find_is_unexplained() =>
        Assert.Equal(
            [
                "Unexplained: case c1 is not found by its number 48217739.",
                "Unexplained: case c1 has the number 48217739 and is found by 11111111 too.",
            ],
            Judged.Problems(s_case, s_number with { Number = "11111111" }, s_listed)
        );

    [Fact]
    public void An_open_case_in_no_list_is_unexplained() =>
        Assert.Equal(["Unexplained: case c1 is open and not in the list open|support."], Judged.Problems(s_case, s_number));

    [Fact]
    public void A_closed_case_in_a_list_is_unexplained() =>
        Assert.Contains(
            "Unexplained: case c1 is closed and still in a list: open|support|00/row.",
            Judged.Problems(s_case with { Snapshot = s_line with { State = "Closed" }, Lists = [] }, s_number, s_listed)
        );

    [Fact]
    public void A_stale_row_beside_the_right_one_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: case c1 is in the list open|support 2 times: open|support|00/row, open|support|00/old."],
            Judged.Problems(s_case, s_number, s_listed, s_listed with { Row = "open|support|00/old" })
        );

    [Fact]
    public void A_list_row_that_says_something_else_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: case c1 differs from its list row open|support|00/row: urgency, message count."],
            Judged.Problems(s_case, s_number, s_listed with { Line = s_line with { Urgency = 1, MessageCount = 0 } })
        );

    [Fact]
    public void A_time_that_nothing_will_keep_is_lost()
    {
        var id = SupportPipeline.Platform.TimeOrderedId.Create(Judged.Now, new byte[10]).Value;
        var wanted = new WakeUpWanted(id, "PromiseReminder", "m1", Judged.Now);

        Assert.Equal([], Judged.Problems(wanted, new WakeUpScheduled(id, "PromiseReminder", "m1")));
        Assert.Equal(
            [$"Lost: wakeup {id}/PromiseReminder/m1 is due at 2026-07-06 12:00:00Z, and nothing will wake the case then."],
            Judged.Problems(wanted)
        );
    }

    [Fact]
    public void A_number_of_two_cases_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: number 48217739 belongs to 2 cases: c1, c2."],
            Judged.Problems(new NumberTaken("48217739", "c1"), new NumberTaken("48217739", "c2"))
        );

    [Fact]
    public void A_row_that_cannot_be_read_is_unexplained() =>
        Assert.Equal(
            ["Unexplained: other c1/msg|m1 cannot be read: FormatException"],
            Judged.Problems(new RowUnreadable("c1/msg|m1", "FormatException"))
        );
}
