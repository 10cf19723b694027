using SupportPipeline.LocalHost.Load;

namespace SupportPipeline.LocalHost.Tests.Load;

public sealed class AcceptedEmailsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("load").FullName;

    [Fact]
    public void Knows_after_a_kill_what_was_accepted_before()
    {
        var killed = new AcceptedEmails(_directory);
        killed.Add(3);
        killed.Add(12);
        killed.Add(3);

        // Not disposed: what was added is on file without that.
        var content = File.ReadAllText(Path.Combine(_directory, AcceptedEmails.FileName));
        killed.Dispose();

        Assert.Equal("3\n12\n", content);
        using var again = new AcceptedEmails(_directory);
        Assert.Equal([3, 12], again.Numbers());
    }

    [Fact]
    public void Does_not_take_a_line_that_was_cut_off_for_a_number()
    {
        File.WriteAllText(Path.Combine(_directory, AcceptedEmails.FileName), "3\n12\n4");

        using (var accepted = new AcceptedEmails(_directory))
        {
            accepted.Add(417);
        }

        using var again = new AcceptedEmails(_directory);
        Assert.Equal([3, 12, 417], again.Numbers());
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
