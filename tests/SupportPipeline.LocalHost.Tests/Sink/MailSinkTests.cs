using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Tests.Sink;

public sealed class MailSinkTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("sink").FullName;

    [Fact]
    public async Task Has_the_mail_on_file_before_it_is_answered()
    {
        await using var server = await SinkServer.StartAsync(directory);

        using var response = await server.SendAsync(MailRequest.Valid().ToJsonString());

        // Read beside the running sink: whatever happens to the process now, the line is there.
        await using var file = new FileStream(Outbox, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        Assert.Contains("\"to\":\"anna@customer.example\"", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_after_a_restart_what_it_accepted_before()
    {
        var mail = Mail("a@customer.example") with
        {
            Headers = new Dictionary<string, string> { ["X-Desk"] = "1" },
            Text = "привет",
        };
        using (var before = new MailSink(directory))
        {
            before.Accept([mail, Mail("b@customer.example")]);
        }

        using var after = new MailSink(directory);

        Assert.Equal(["a@customer.example", "b@customer.example"], after.Mails().Select(m => m.To));
        Assert.Equal("1", after.Mails()[0].Headers["X-Desk"]);
        Assert.Equal("привет", after.Mails()[0].Text);
        Assert.Equal(mail.At, after.Mails()[0].At);
    }

    [Fact]
    public void Forgets_a_line_that_a_crash_cut_off()
    {
        using (var before = new MailSink(directory))
        {
            before.Accept([Mail("a@customer.example")]);
        }

        File.AppendAllText(Outbox, "{\"to\":\"cut@cust");
        using (var after = new MailSink(directory))
        {
            after.Accept([Mail("b@customer.example")]);
        }

        using var again = new MailSink(directory);
        Assert.Equal(["a@customer.example", "b@customer.example"], again.Mails().Select(mail => mail.To));
    }

    [Fact]
    public void Tells_subscribers_of_each_mail_until_they_leave()
    {
        using var sink = new MailSink();
        var seen = new List<string>();

        using (sink.Subscribe(mail => seen.Add(mail.To)))
        {
            sink.Accept([Mail("a@customer.example"), Mail("b@customer.example")]);
        }

        sink.Accept([Mail("c@customer.example")]);

        Assert.Equal(["a@customer.example", "b@customer.example"], seen);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private string Outbox => Path.Combine(directory, OutboxFile.FileName);

    private static SinkMail Mail(string to) =>
        new()
        {
            To = to,
            Kind = "to",
            From = "support@desk.example",
            Subject = "Hello",
            At = SinkServer.Now,
            MessageId = "m1",
        };
}
