using SupportPipeline.LocalHost.Load;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Tests.Load;

public sealed class LoadReportTests
{
    private static readonly LoadReport Good = new()
    {
        Emails = 200,
        Accepted = 200,
        AcceptTime = TimeSpan.FromSeconds(2),
        ProcessTime = TimeSpan.FromSeconds(4),
        TimeToStoredCase = new Percentiles(200, 0.25, 0.5, 0.75, 1),
        TimeToSentReply = new Percentiles(200, 1, 2, 3, 4),
        Operations = new StorageOperations(
            new Dictionary<string, long>
            {
                ["queue put"] = 400,
                ["table batch"] = 200,
                ["queue get (empty)"] = 100,
            }
        ),
        Errors = new Dictionary<string, int> { ["503"] = 2 },
        Cases = 200,
        Unacknowledged = [],
        AcknowledgedTwice = [],
        Poison = new Dictionary<string, int> { ["inbound-messages-poison"] = 0 },
        PeakHostBytes = 150 * 1024 * 1024,
        PeakStorageBytes = 300 * 1024 * 1024,
    };

    [Fact]
    public void Reads_well() =>
        Assert.Equal(
            """
            accepted                        200 of 200, 100.0/s
            processed                       50.0/s (4.0 s)
            time to stored case             p50 0.250 s, p95 0.500 s, p99 0.750 s, longest 1.000 s (200 measured)
            time to sent reply              p50 1.000 s, p95 2.000 s, p99 3.000 s, longest 4.000 s (200 measured)
            storage operations              3.00 per message (600), 3.50 with empty polls (700)
              queue put                     2.00 per message (400)
              table batch                   1.00 per message (200)
              queue get (empty)             0.50 per message (100)
            errors                          503: 2
            cases found                     200
            acknowledgements                200 addresses got exactly one, 0 none, 0 several
            dead-lettered                   none
            peak memory                     host 150 MB, Azurite 300 MB
            verdict                         nothing lost, nothing twice, nothing dead-lettered
            """.ReplaceLineEndings("\n"),
            string.Join('\n', LoadReportText.Lines(Good))
        );

    [Fact]
    public void Finds_no_problem_in_a_good_run() => Assert.Empty(Good.Problems());

    [Fact]
    public void Names_everything_that_must_not_happen()
    {
        var bad = Good with
        {
            Accepted = 198,
            Cases = 195,
            Unacknowledged = ["a@load.example"],
            AcknowledgedTwice = ["b@load.example", "c@load.example"],
            Poison = new Dictionary<string, int> { ["inbound-messages-poison"] = 1, ["outbound-replies-poison"] = 2 },
        };

        Assert.Equal(
            [
                "2 mails were not accepted",
                "3 accepted mails have no case",
                "1 senders got no acknowledgement",
                "2 senders got more than one acknowledgement",
                "3 messages were dead-lettered",
            ],
            bad.Problems()
        );
        Assert.Equal(["5 cases too many"], (Good with { Cases = 205 }).Problems());
    }

    [Fact]
    public void Counts_only_what_this_run_sent_in_its_rates()
    {
        var resumed = Good with { AcceptedBefore = 150 };

        Assert.Equal((25.0, 12.5), (resumed.AcceptedPerSecond, resumed.ProcessedPerSecond));
        Assert.Equal("accepted                        200 of 200 (150 by an earlier run), 25.0/s", LoadReportText.Lines(resumed).First());
    }
}
