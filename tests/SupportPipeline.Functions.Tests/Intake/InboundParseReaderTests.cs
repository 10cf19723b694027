using System.Text;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Intake;

public sealed class InboundParseReaderTests
{
    private const int FieldLimit = 4 * 1024 * 1024;

    [Theory]
    [InlineData("multipart/form-data; boundary=xYzZY", "xYzZY")]
    [InlineData("Multipart/Form-Data; charset=utf-8; boundary=\"----= x y\"", "----= x y")]
    [InlineData("multipart/form-data", null)]
    [InlineData("multipart/form-data; boundary=", null)]
    [InlineData("multipart/form-data; boundary=\"\"", null)]
    [InlineData("multipart/mixed; boundary=xYzZY", null)]
    [InlineData("application/json", null)]
    [InlineData("no media type", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Finds_the_boundary_of_form_data_only(string? contentType, string? expected)
    {
        Assert.Equal(expected, InboundParseReader.Boundary(contentType));
    }

    [Theory]
    [InlineData(70, true)]
    [InlineData(71, false)]
    [InlineData(5_000, false)]
    public void Takes_no_boundary_that_is_longer_than_the_standard_allows(int length, bool isTaken)
    {
        var boundary = new string('b', length);

        Assert.Equal(isTaken ? boundary : null, InboundParseReader.Boundary($"multipart/form-data; boundary={boundary}"));
    }

    [Fact]
    public async Task Reads_fields_and_attachments_in_any_order()
    {
        var payload = new MultipartBody()
            .Attachment("first.png", [1, 2, 3])
            .Field("text", "Не работает\r\n--xYz is no boundary")
            .Part(
                "Content-Disposition: form-data; name=\"attachment2\"; filename=\"?.txt\"; filename*=UTF-8''%D1%81%D1%87%D1%91%D1%82.txt",
                [4]
            )
            .Part("Content-Disposition: form-data; name=unquoted", [])
            .Field("SUBJECT", "Blender")
            .Build();

        var form = await ReadAsync(payload);

        Assert.Equal("Не работает\r\n--xYz is no boundary", form.Text("text"));
        Assert.Equal("", form.Text("unquoted"));
        Assert.Equal("Blender", form.Text("subject"));
        Assert.Null(form.Text("html"));
        Assert.Equal(
            [
                new AttachmentPart("attachment1", "first.png", "image/png", 3),
                new AttachmentPart("attachment2", "счёт.txt", "application/octet-stream", 1),
            ],
            form.Attachments
        );
        Assert.True(form.HasMail);
        Assert.Empty(form.Problems);
    }

    [Theory]
    [InlineData("filename=\"发票.pdf\"", "发票.pdf")]
    [InlineData("filename=\"\"", "")]
    [InlineData("filename=\"../../etc/passwd\"", "../../etc/passwd")]
    [InlineData("filename=\"fallback.txt\"; filename*=broken", "fallback.txt")]
    public async Task Gives_file_names_as_the_sender_wrote_them(string parameter, string expected)
    {
        var payload = new MultipartBody().Part($"Content-Disposition: form-data; name=\"a\"; {parameter}", [7, 7]).Build();

        var form = await ReadAsync(payload);

        Assert.Equal([new AttachmentPart("a", expected, "application/octet-stream", 2)], form.Attachments);
        Assert.Empty(form.Problems);
    }

    [Fact]
    public async Task Counts_an_attachment_whether_the_caller_reads_all_some_or_none_of_it()
    {
        var content = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7)).ToArray();
        var payload = new MultipartBody()
            .Attachment("all", content)
            .Attachment("some", content)
            .Attachment("none", content)
            .Field("text", "after")
            .Build();
        var seen = new List<(int Number, string FileName, byte[] Content)>();

        var form = await ReadAsync(
            payload,
            onAttachment: async (number, part, stream, cancellation) =>
            {
                var wanted = new byte[part.FileName == "all" ? content.Length + 1 : 10];
                var read = part.FileName == "none" ? 0 : await stream.ReadAtLeastAsync(wanted, wanted.Length, false, cancellation);
                seen.Add((number, part.FileName, wanted[..read]));
            }
        );

        Assert.Equal([(1, "all"), (2, "some"), (3, "none")], seen.Select(one => (one.Number, one.FileName)));
        Assert.Equal(content, seen[0].Content);
        Assert.Equal(content[..10], seen[1].Content);
        Assert.Equal([100_000L, 100_000L, 100_000L], form.Attachments.Select(attachment => attachment.Length));
        Assert.Equal("after", form.Text("text"));
        Assert.Empty(form.Problems);
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1_000, false)]
    [InlineData(1_001, true)]
    [InlineData(4_096, true)]
    [InlineData(300_000, true)]
    public async Task Cuts_a_field_at_the_limit_and_says_so(int length, bool isCut)
    {
        var payload = new MultipartBody().Field("text", new string('x', length)).Field("subject", "still here").Build();

        var form = await ReadAsync(payload, maxFieldBytes: 1_000);

        Assert.Equal(new string('x', Math.Min(length, 1_000)), form.Text("text"));
        Assert.Equal("still here", form.Text("subject"));
        Assert.Equal(isCut ? [ReasonCode.FieldTruncated] : [], form.Problems);
    }

    [Theory]
    [InlineData(4_096)]
    [InlineData(4_097)]
    [InlineData(1_000_000)]
    public async Task Reads_a_field_of_exactly_the_limit_whole(int length)
    {
        var form = await ReadAsync(new MultipartBody().Field("text", new string('x', length)).Build(), maxFieldBytes: length);

        Assert.Equal(length, form.Text("text")!.Length);
        Assert.Empty(form.Problems);
    }

    [Fact]
    public async Task Keeps_the_beginning_of_a_field_in_which_the_payload_breaks_off()
    {
        var payload = new MultipartBody().Field("subject", "Blender").Field("text", "It died after a").BuildOpen();

        var form = await ReadAsync(payload[..^2]);

        Assert.Equal(("Blender", "It died after a"), (form.Text("subject"), form.Text("text")));
        Assert.Equal([ReasonCode.MalformedPayload], form.Problems);
    }

    [Fact]
    public async Task Keeps_the_beginning_of_a_field_that_is_too_long_and_breaks_off()
    {
        var payload = new MultipartBody().Field("text", new string('x', 50_000)).BuildOpen();

        var form = await ReadAsync(payload[..40_000], maxFieldBytes: 1_000);

        Assert.Equal(new string('x', 1_000), form.Text("text"));
        Assert.Equal([ReasonCode.FieldTruncated, ReasonCode.MalformedPayload], form.Problems);
    }

    [Fact]
    public async Task Drops_an_attachment_in_which_the_payload_breaks_off()
    {
        var payload = new MultipartBody()
            .Field("text", "see picture")
            .Attachment("a.png", [1])
            .Attachment("b.png", new byte[900])
            .BuildOpen();

        var form = await ReadAsync(payload[..^100]);

        Assert.Equal("see picture", form.Text("text"));
        Assert.Equal("a.png", Assert.Single(form.Attachments).FileName);
        Assert.Equal([ReasonCode.MalformedPayload], form.Problems);
    }

    [Fact]
    public async Task Says_of_a_payload_cut_at_any_byte_that_it_broke_off()
    {
        var whole = new MultipartBody().Field("subject", "Blender").Attachment("a.png", [1, 2]).Field("text", "It died").Build();
        var closed = whole.Length - 2;

        for (var length = 0; length < closed; length++)
        {
            var form = await ReadAsync(whole[..length]);

            Assert.True(form.Problems.SequenceEqual([ReasonCode.MalformedPayload], StringComparer.Ordinal), $"cut after {length} bytes");
        }

        Assert.Empty((await ReadAsync(whole[..closed])).Problems);
    }

    [Theory]
    [InlineData("Content-Disposition: form-data")]
    [InlineData("Content-Disposition: form-data; name=\"\"")]
    [InlineData("Content-Disposition: form-data; name=\"unclosed")]
    [InlineData("Content-Disposition: attachment; filename=\"a.png\"")]
    [InlineData("X-Other: 1")]
    public async Task Skips_a_part_that_has_no_name(string headers)
    {
        var payload = new MultipartBody().Part(headers, "x"u8.ToArray()).Field("text", "kept").Build();

        var form = await ReadAsync(payload);

        Assert.Equal("kept", form.Text("text"));
        Assert.Empty(form.Attachments);
        Assert.Equal([ReasonCode.MalformedPayload], form.Problems);
    }

    [Fact]
    public async Task Stops_after_two_thousand_parts()
    {
        var body = new MultipartBody();
        for (var i = 1; i <= 2_001; i++)
        {
            body.Field($"f{i}", "v");
        }

        var form = await ReadAsync(body.Build());

        Assert.Equal("v", form.Text("f2000"));
        Assert.Null(form.Text("f2001"));
        Assert.Equal([ReasonCode.MalformedPayload], form.Problems);
    }

    [Fact]
    public async Task Reads_two_thousand_parts_without_complaint()
    {
        var body = new MultipartBody();
        for (var i = 1; i <= 2_000; i++)
        {
            body.Field($"f{i}", "v");
        }

        Assert.Empty((await ReadAsync(body.Build())).Problems);
    }

    public static TheoryData<string, string> HostileHeaders =>
        new()
        {
            { "too many", string.Join("\r\n", Enumerable.Range(0, 65).Select(i => $"X-{i}: v")) },
            { "too long", "X-Long: " + new string('x', 70_000) },
            { "no colon", "nonsense" },
            { "nothing but a colon", ":" },
        };

    [Theory]
    [MemberData(nameof(HostileHeaders))]
    public async Task Keeps_what_came_before_a_part_with_hostile_headers(string what, string headers)
    {
        var payload = new MultipartBody().Field("text", "kept").Part(headers, "x"u8.ToArray()).Build();

        var form = await ReadAsync(payload);

        Assert.Equal("kept", form.Text("text"));
        Assert.True(form.Problems.SequenceEqual([ReasonCode.MalformedPayload], StringComparer.Ordinal), what);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no multipart at all")]
    [InlineData("--other\r\n\r\n--other--\r\n")]
    public async Task Finds_no_mail_in_what_is_none(string payload)
    {
        var form = await ReadAsync(Encoding.ASCII.GetBytes(payload));

        Assert.False(form.HasMail);
        Assert.Equal([ReasonCode.MalformedPayload], form.Problems);
    }

    [Fact]
    public async Task Stops_when_asked_to()
    {
        var payload = new MultipartBody().Field("text", "x").Build();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(payload, cancellationToken: new(canceled: true)));
    }

    [Fact]
    public async Task A_failure_to_store_an_attachment_is_not_taken_for_a_malformed_payload()
    {
        var body = new MultipartBody().Field("text", "hello").Attachment("photo.png", [1, 2, 3]).Build();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            InboundParseReader.ReadAsync(
                new MemoryStream(body),
                MultipartBody.Boundary,
                1024,
                (_, _, _, _) => throw new IOException("storage went away"),
                CancellationToken.None
            )
        );

        Assert.Equal("Attachment 1 could not be kept.", exception.Message);
    }

    [Fact]
    public async Task Lets_a_failure_of_the_caller_rise()
    {
        var payload = new MultipartBody().Attachment("a.png", [1]).Build();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ReadAsync(payload, onAttachment: (_, _, _, _) => throw new InvalidOperationException("The storage is gone."))
        );

        Assert.Equal("The storage is gone.", exception.Message);
    }

    private static async Task<InboundParseForm> ReadAsync(
        byte[] payload,
        int maxFieldBytes = FieldLimit,
        Func<int, AttachmentPart, Stream, CancellationToken, Task>? onAttachment = null,
        CancellationToken cancellationToken = default
    )
    {
        using var stream = new MemoryStream(payload);
        return await InboundParseReader.ReadAsync(stream, MultipartBody.Boundary, maxFieldBytes, onAttachment, cancellationToken);
    }
}
