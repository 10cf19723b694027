using System.Text;
using System.Text.Json.Nodes;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies.DeliveryEvents;

public sealed class DeliveryEventReaderTests
{
    [Theory]
    [InlineData("processed", null, "Processed")]
    [InlineData("deferred", null, "Deferred")]
    [InlineData("delivered", null, "Delivered")]
    [InlineData("bounce", "bounce", "Bounced")]
    [InlineData("bounce", null, "Bounced")]
    [InlineData("bounce", "blocked", "Blocked")]
    [InlineData("dropped", null, "Dropped")]
    [InlineData("spamreport", null, "SpamReport")]
    [InlineData("unsubscribe", null, "Unsubscribed")]
    [InlineData("group_unsubscribe", null, "Unsubscribed")]
    [InlineData("group_resubscribe", null, "Resubscribed")]
    [InlineData("open", null, "Other")]
    [InlineData("click", null, "Other")]
    [InlineData("account_status_change", null, "Other")]
    [InlineData("something-new", null, "Other")]
    public async Task Every_event_has_its_kind(string name, string? type, string expected)
    {
        var read = await ReadAsync(SampleEvents.About(OutboxRows.Approved(), name, 0, ("type", type)));

        Assert.Equal(Enum.Parse<DeliveryEventKind>(expected), Assert.Single(read.Events).Kind);
    }

    [Fact]
    public async Task The_custom_arguments_say_which_reply_is_meant()
    {
        var reply = OutboxRows.Approved();

        var one = Assert.Single((await ReadAsync(SampleEvents.About(reply, "delivered", 3))).Events);

        Assert.Equal((reply.CaseId, reply.Id, reply.To), (one.CaseId, one.ReplyId, one.Address));
        Assert.Equal(SampleEvents.At.AddSeconds(3), one.At);
    }

    [Theory]
    [InlineData("LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0", "LRzXl_NHStOGhQ4kofSm_A")]
    [InlineData("LRzXl_NHStOGhQ4kofSm_A.recvd-canary-1.0", "LRzXl_NHStOGhQ4kofSm_A")]
    [InlineData("LRzXl_NHStOGhQ4kofSm_A", "LRzXl_NHStOGhQ4kofSm_A")]
    [InlineData(null, null)]
    public async Task The_id_of_the_mail_is_cut_where_the_machines_begin(string? given, string? expected)
    {
        var read = await ReadAsync(SampleEvents.About(OutboxRows.Approved(), "bounce", 0, ("sg_message_id", given)));

        Assert.Equal(expected, Assert.Single(read.Events).ProviderMessageId);
    }

    [Theory]
    [InlineData("5.1.1", "550 unknown", "5.1.1")]
    [InlineData(null, "550 5.7.1 Message refused", "5.7.1")]
    [InlineData(null, "451 try again", null)]
    [InlineData("", null, null)]
    public async Task The_status_code_is_a_member_or_stands_in_the_text(string? status, string? reason, string? expected)
    {
        var read = await ReadAsync(SampleEvents.About(OutboxRows.Approved(), "bounce", 0, ("status", status), ("reason", reason)));

        Assert.Equal(expected, Assert.Single(read.Events).Status);
    }

    [Fact]
    public async Task The_same_event_has_the_same_key_and_another_has_another()
    {
        var reply = OutboxRows.Approved();
        var withoutId = SampleEvents.About(reply, "deferred", 9);
        withoutId.Remove("sg_event_id");
        var read = await ReadAsync(
            SampleEvents.About(reply, "delivered"),
            SampleEvents.About(reply, "delivered"),
            SampleEvents.About(reply, "deferred", 9),
            withoutId,
            withoutId.DeepClone()
        );

        var keys = read.Events.Select(one => one.Key).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(keys[3], keys[4]);
        Assert.Equal(3, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{32}$", key));
    }

    [Fact]
    public async Task What_cannot_be_read_is_skipped_with_a_reason_and_the_rest_counts()
    {
        var reply = OutboxRows.Approved();
        var read = await ReadAsync(
            "text",
            null,
            new JsonObject { ["timestamp"] = SampleEvents.Time },
            new JsonObject { ["event"] = "delivered" },
            new JsonObject { ["event"] = "delivered", ["timestamp"] = "soon" },
            new JsonObject { ["event"] = "delivered", ["timestamp"] = -1 },
            SampleEvents.About(reply, "delivered", 0, ("category", new JsonArray("a", "b")), ("email", 7))
        );

        Assert.Equal(
            ["not-an-object", "not-an-object", "event-missing", "timestamp-missing", "timestamp-missing", "timestamp-missing"],
            read.Skipped
        );
        var one = Assert.Single(read.Events);
        Assert.Equal((reply.Id, null), (one.ReplyId, one.Address?.Value));
    }

    [Theory]
    [InlineData("not-a-case", "acknowledgement-1")]
    [InlineData("01hzzzzzzzzzzzzzzzzzzzzzzz", "a/b")]
    [InlineData("01hzzzzzzzzzzzzzzzzzzzzzzz", "a' or 'b")]
    [InlineData("01hzzzzzzzzzzzzzzzzzzzzzzz", "")]
    [InlineData(null, null)]
    public async Task Custom_arguments_that_are_none_of_ours_are_no_reply(string? caseId, string? replyId)
    {
        var read = await ReadAsync(SampleEvents.About(OutboxRows.Approved(), "delivered", 0, ("sp_case", caseId), ("sp_reply", replyId)));

        var one = Assert.Single(read.Events);
        Assert.Equal((null, null), (one.CaseId?.Value, one.ReplyId));
    }

    [Fact]
    public async Task What_a_server_said_is_kept_on_one_line_and_not_for_ever()
    {
        var read = await ReadAsync(
            SampleEvents.About(OutboxRows.Approved(), "bounce", 0, ("reason", "550 no\r\nsuch user " + new string('x', 1000)))
        );

        var detail = Assert.Single(read.Events).Detail!;
        Assert.StartsWith("550 no such user xxx", detail, StringComparison.Ordinal);
        Assert.Equal(300, detail.Length);
    }

    [Theory]
    [InlineData("[]\r\n", true)]
    [InlineData("[1]", true)]
    [InlineData("{}", false)]
    [InlineData("[", false)]
    [InlineData("", false)]
    [InlineData("hello", false)]
    public async Task A_request_is_a_json_array(string body, bool expected) =>
        Assert.Equal(expected, await DeliveryEventReader.IsArrayAsync(Stream(body), CancellationToken.None));

    private static Task<DeliveryEventReading> ReadAsync(params JsonNode?[] events) =>
        DeliveryEventReader.ReadAsync(Stream(SampleEvents.Body(events)), CancellationToken.None);

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
