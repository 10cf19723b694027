using Microsoft.Extensions.Logging;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>
/// Writes the status page as files that need nothing of ours to be read. Only what changed is written, so that a file's ETag and time stay true.
/// Several may publish at once: a file is written over the version that was seen before the records were read, so an older state never replaces a newer
/// one, and whoever wrote anything looks again whether it is still true.
/// </summary>
public sealed partial class StatusPublisher(StatusContainer container, StatusReader reader, ILogger<StatusPublisher> logger)
{
    private const int MaxRounds = 5;
    private const int AtOnce = 8;

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    /// <summary>Publishes what is true now.</summary>
    /// <param name="incidentId">The incident that changed: its page is written however old it is. Null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<Outcome> PublishAsync(string? incidentId, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var published = await container.ListAsync(cancellationToken);
            var snapshot = await reader.ReadAsync(incidentId, cancellationToken);
            var files = StatusFiles.All(snapshot).ToList();
            var changed = files.Where(file => published.GetValueOrDefault(file.Name)?.Hash != file.Hash).ToList();
            var gone = Gone(published.Keys, files);
            if (changed.Count + gone.Count == 0)
            {
                return new Outcome.Completed();
            }

            if (
                await WriteAsync(changed, published, cancellationToken)
                && await TakeAwayAsync(gone, cancellationToken)
                && (await reader.ReadAsync(incidentId, cancellationToken)).Fingerprint == snapshot.Fingerprint
            )
            {
                Log.Published(logger, changed.Count, files.Count);
                return new Outcome.Completed();
            }
        }

        return new Outcome.Deferred(Later, ReasonCode.StatusKeepsChanging);
    }

    /// <summary>The summary is the last of all: whoever asks it first finds the rest written.</summary>
    private async Task<bool> WriteAsync(
        List<StatusFile> files,
        IReadOnlyDictionary<string, PublishedFile> published,
        CancellationToken cancellationToken
    )
    {
        var isWritten = true;
        await Parallel.ForEachAsync(
            files.Where(file => file.Name != StatusPaths.Summary),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (file, cancellation) =>
            {
                if (!await container.WriteAsync(file, published.GetValueOrDefault(file.Name), cancellation))
                {
                    Volatile.Write(ref isWritten, false);
                }
            }
        );
        return Volatile.Read(ref isWritten)
            && (
                files.Find(file => file.Name == StatusPaths.Summary) is not { } summary
                || await container.WriteAsync(summary, published.GetValueOrDefault(summary.Name), cancellationToken)
            );
    }

    private async Task<bool> TakeAwayAsync(List<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            await container.DeleteAsync(name, cancellationToken);
        }

        return true;
    }

    /// <summary>Badges of components that were taken away. The page of an incident stays for ever.</summary>
    private static List<string> Gone(IEnumerable<string> published, List<StatusFile> files)
    {
        var names = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return [.. published.Where(name => name.StartsWith(StatusPaths.Badges, StringComparison.Ordinal) && !names.Contains(name))];
    }

    private static partial class Log
    {
        [LoggerMessage(1701, LogLevel.Information, "The status page was published: {Written} of {All} files changed.")]
        public static partial void Published(ILogger logger, int written, int all);
    }
}
