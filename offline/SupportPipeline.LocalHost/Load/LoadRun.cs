using System.Globalization;
using SupportPipeline.LocalHost.Hosting;

namespace SupportPipeline.LocalHost.Load;

/// <summary>Sends the mails, waits until the host has nothing left to do, and takes stock.</summary>
internal sealed class LoadRun(LoadTarget target, LoadOptions options)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the host may be busy without any acknowledgement coming out of it.</summary>
    private static readonly TimeSpan StalledAfter = TimeSpan.FromMinutes(3);

    /// <summary>Called as mails are accepted and acknowledged, from any thread, with how many there are by now.</summary>
    public Action<int, int> Progress { get; init; } = static (_, _) => { };

    public async Task<LoadReport> RunAsync(CancellationToken cancellationToken)
    {
        using var accepted = new AcceptedEmails(options.DataDirectory);
        using var acknowledgements = new Acknowledgements(target.Mails);
        using var durations = new PipelineDurations();
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = options.Concurrency };
        using var client = new HttpClient(handler) { BaseAddress = target.BaseAddress };
        var acceptedBefore = accepted.Count;
        var operationsBefore = target.Operations();
        var started = TimeProvider.System.GetTimestamp();

        var clients = new LoadClients(target, client, accepted);
        var numbers = Enumerable.Range(0, options.Emails).Where(number => !accepted.Contains(number)).ToList();
        await clients.SendAsync(
            numbers,
            options.Concurrency,
            () => Progress(accepted.Count, acknowledgements.Addresses),
            cancellationToken
        );
        var acceptTime = TimeProvider.System.GetElapsedTime(started);

        await WaitUntilIdleAsync(client, accepted.Count, acknowledgements, cancellationToken);
        var operations = target.Operations().Since(operationsBefore);
        var health = await HostHealth.ReadAsync(client, cancellationToken);
        var errors = clients.Errors.ToDictionary(StringComparer.Ordinal);
        var cases = await CountCasesAsync(client, errors, cancellationToken);
        return new LoadReport
        {
            Emails = options.Emails,
            AcceptedBefore = acceptedBefore,
            Accepted = accepted.Count,
            AcceptTime = acceptTime,
            ProcessTime =
                acknowledgements.LastAt == 0 ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(started, acknowledgements.LastAt),
            TimeToStoredCase = durations.TimeToStoredCase,
            TimeToSentReply = durations.TimeToSentReply,
            Operations = operations,
            Errors = errors,
            Cases = cases,
            Unacknowledged = Senders(accepted, sender => acknowledgements.To(sender) == 0),
            AcknowledgedTwice = Senders(accepted, sender => acknowledgements.To(sender) > 1),
            Poison = health.Poison ?? new Dictionary<string, int>(StringComparer.Ordinal),
            PeakHostBytes = ProcessMemory.Peak(Environment.ProcessId),
            PeakStorageBytes = target.StorageProcessIds.Sum(ProcessMemory.Peak),
        };
    }

    private async Task<int> CountCasesAsync(HttpClient client, Dictionary<string, int> errors, CancellationToken cancellationToken)
    {
        try
        {
            return await CaseCount.ReadAsync(client, target.FrontDoor.Address("cases"), cancellationToken);
        }
        catch (HttpRequestException refused)
        {
            errors[string.Create(CultureInfo.InvariantCulture, $"cases: {(int?)refused.StatusCode}")] = 1;
            return 0;
        }
    }

    private static IReadOnlyList<string> Senders(AcceptedEmails accepted, Func<string, bool> choose) =>
        [.. accepted.Numbers().Select(SyntheticEmails.SenderOf).Where(choose)];

    private async Task WaitUntilIdleAsync(
        HttpClient client,
        int expected,
        Acknowledgements acknowledgements,
        CancellationToken cancellationToken
    )
    {
        var (last, since) = (acknowledgements.Addresses, TimeProvider.System.GetTimestamp());
        while (true)
        {
            Progress(expected, acknowledgements.Addresses);
            if (acknowledgements.Addresses != last)
            {
                (last, since) = (acknowledgements.Addresses, TimeProvider.System.GetTimestamp());
            }

            // While acknowledgements come the host is not asked: its answer costs it work that belongs to no mail.
            var quietFor = TimeProvider.System.GetElapsedTime(since);
            var worthAsking = last >= expected || quietFor > LookEvery * 10;
            if (worthAsking && (await HostHealth.ReadAsync(client, cancellationToken)).Idle)
            {
                return;
            }

            if (quietFor > StalledAfter)
            {
                return;
            }

            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
        }
    }
}
