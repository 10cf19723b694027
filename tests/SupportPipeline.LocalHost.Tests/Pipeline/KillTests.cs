using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using Xunit.Abstractions;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>The promise that accepted means kept and one cause has one reply, with a process that dies in the middle of its work.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Emails = 300;
    private const int Posters = 24;

    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(20);

    private readonly string _data = Directory.CreateTempSubdirectory("kill").FullName;
    private readonly ConcurrentDictionary<string, int> _accepted = new(StringComparer.Ordinal);

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_answered_twice_when_the_process_is_killed_three_times()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var watch = Stopwatch.StartNew();
        await PostAndKillAsync(_ => Task.FromResult(_accepted.Count >= Emails / 3), patience.Token);
        await PostAndKillAsync(async host => await host.MailsAsync() >= Emails / 3, patience.Token);
        await PostAndKillAsync(async host => await host.MailsAsync() >= Emails * 2 / 3, patience.Token);

        await using var host = await StartAsync();
        await PostAsync(host, patience.Token);
        Assert.Equal(Emails, _accepted.Count);
        while (!(await host.HealthAsync()).GetProperty("idle").GetBoolean())
        {
            await Task.Delay(s_lookAgain, patience.Token);
        }

        await AssertKeptOnceAsync(host);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:F0} s in all"));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private Task<ServedHost> StartAsync() =>
        ServedHost.StartAsync(
            _data,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Replies__ClaimSeconds"] = "5", ["SendGrid__TimeoutSeconds"] = "3" }
        );

    /// <summary>Posts what is not accepted yet and kills the process in the middle; a slow mail service makes sure that sends are under way.</summary>
    private async Task PostAndKillAsync(Func<ServedHost, Task<bool>> isMiddle, CancellationToken patience)
    {
        await using var host = await StartAsync();
        var slow = new
        {
            target = "sendgrid",
            delay = "00:00:00.2",
            count = Emails,
        };
        using (await host.Http.PostAsJsonAsync("local/faults", slow, patience)) { }

        var posting = PostAsync(host, patience);
        while (!await isMiddle(host))
        {
            await Task.Delay(s_lookAgain, patience);
        }

        var (mails, accepted) = (await host.MailsAsync(), _accepted.Count);
        await host.KillAsync();
        await posting;
        output.WriteLine($"killed with {accepted} of {Emails} emails accepted and {mails} acknowledgements sent");
    }

    private async Task PostAsync(ServedHost host, CancellationToken patience)
    {
        var open = new ConcurrentQueue<int>(Enumerable.Range(0, Emails).Where(number => !_accepted.ContainsKey(Address(number))));
        await Task.WhenAll(Enumerable.Range(0, Posters).Select(_ => PostOneByOneAsync(host, open, patience)));
    }

    private async Task PostOneByOneAsync(ServedHost host, ConcurrentQueue<int> open, CancellationToken patience)
    {
        while (open.TryDequeue(out var number))
        {
            try
            {
                using var answer = await host.Http.PostAsync("api/inbound/email", Mail(number).ToPost().ToContent(), patience);
                if (answer.IsSuccessStatusCode)
                {
                    _accepted[Address(number)] = number;
                }
            }
            catch (HttpRequestException)
            {
                // Killed in between: SendGrid would post it again, and so does the next round.
            }
        }
    }

    private async Task AssertKeptOnceAsync(ServedHost host)
    {
        var cases = await CasesAsync(host);
        var mails = (await host.Http.GetFromJsonAsync<List<SentMail>>("local/outbox"))!.ToLookup(mail => mail.To, StringComparer.Ordinal);

        // Every email is one message in one case; a duplicate of its request is at most an entry on the timeline.
        Assert.Equal(Emails, cases.Count);
        Assert.Equal(
            _accepted.Keys.Order(StringComparer.Ordinal),
            cases.Select(one => one.Customer.Address!).Order(StringComparer.Ordinal)
        );
        Assert.All(
            cases,
            one => Assert.Equal((1, Mail(_accepted[one.Customer.Address!]).MessageId), (one.MessageCount, one.OnlyMessage.ExternalId))
        );
        Assert.Equal(Emails, cases.Select(one => one.Number).Distinct(StringComparer.Ordinal).Count());

        Assert.All(mails, mailsOfOne => Assert.Single(mailsOfOne));
        Assert.All(cases, one => Assert.Contains(one.OnlyReply.State, new[] { "delivered", "unknown" }));
        Assert.All(cases.Where(one => one.OnlyReply.State == "delivered"), one => Assert.Single(mails[one.Customer.Address!]));
        // What was sent and then forgotten by the process that died is settled by the delivery events, which come again after a kill.
        Assert.All(cases.Where(one => one.OnlyReply.State == "unknown"), one => Assert.False(mails.Contains(one.Customer.Address!)));
        var poison = (await host.HealthAsync()).GetProperty("poison").EnumerateObject();
        Assert.All(poison, queue => Assert.Equal(0, queue.Value.GetInt32()));

        var unknown = cases.Where(one => one.OnlyReply.State == "unknown").ToList();
        var duplicates = cases.Sum(one => one.Events.Count(entry => entry.Kind == "duplicate-received"));
        output.WriteLine($"{cases.Count} cases, {mails.Count} acknowledgements, {duplicates} requests that came again");
        output.WriteLine(
            $"{unknown.Count} replies unknown, {unknown.Count(one => !mails.Contains(one.Customer.Address!))} of them not sent"
        );
    }

    private static async Task<IReadOnlyList<ReadCase>> CasesAsync(ServedHost host)
    {
        var listed = new List<ListedCase>();
        for (var next = ""; next is not null; )
        {
            var page = (await host.Http.GetFromJsonAsync<CaseList>($"api/cases?limit=200&cursor={next}"))!;
            listed.AddRange(page.Items);
            next = page.Next;
        }

        var read = new ConcurrentBag<ReadCase>();
        await Parallel.ForEachAsync(
            listed,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (item, ct) => read.Add((await host.Http.GetFromJsonAsync<ReadCase>($"api/cases/{item.Id}", ct))!)
        );
        return [.. read];
    }

    private static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"customer-{number:D3}@crowd.example");

    private static Letter Mail(int number) =>
        new()
        {
            From = Address(number),
            Subject = $"Matter {number}",
            MessageId = $"matter-{number}@crowd.example",
        };
}
