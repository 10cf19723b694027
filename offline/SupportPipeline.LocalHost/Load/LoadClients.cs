using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Load;

/// <summary>Many clients that post mails to the front door at once, and repeat what was not taken as SendGrid repeats it.</summary>
internal sealed class LoadClients(LoadTarget target, HttpClient client, AcceptedEmails accepted)
{
    private const int MaxAttempts = 8;
    private readonly ConcurrentDictionary<string, int> _errors = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Errors => _errors;

    /// <summary>Sends the mails of these numbers; <paramref name="onAccepted"/> is called for each that was taken.</summary>
    public Task SendAsync(IEnumerable<int> numbers, int concurrency, Action onAccepted, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            numbers,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (number, ct) =>
            {
                if (await TrySendAsync(number, ct))
                {
                    accepted.Add(number);
                    onAccepted();
                }
            }
        );

    private async Task<bool> TrySendAsync(int number, CancellationToken cancellationToken)
    {
        var now = target.Clock.GetUtcNow();
        var email = InboundEmailBuilder.Complete(SyntheticEmails.Email(number, target.SupportAddress, now), now);
        var parsed = InboundParseRequest.Of(email);
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            using var request = parsed.ToHttpRequest(target.FrontDoor, target.SigningKey, target.Clock.GetUtcNow());
            var status = await PostAsync(request, cancellationToken);
            if (status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
            {
                return true;
            }

            var error = status is { } code ? ((int)code).ToString(CultureInfo.InvariantCulture) : "no answer";
            _errors.AddOrUpdate(error, 1, static (_, count) => count + 1);
            if (status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests)
            {
                // Final for SendGrid too: this mail is lost.
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), TimeProvider.System, cancellationToken);
        }

        return false;
    }

    private async Task<HttpStatusCode?> PostAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
