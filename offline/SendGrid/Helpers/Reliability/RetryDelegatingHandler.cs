namespace SendGrid.Helpers.Reliability;

/// <summary>
/// Sends a request again after a retriable status, a connection failure or a timeout. Since the API has no idempotency key,
/// a retry after a timeout may send a mail twice.
/// </summary>
public class RetryDelegatingHandler : DelegatingHandler
{
    private readonly ReliabilitySettings settings;

    /// <summary>Retries over the platform's own transport.</summary>
    public RetryDelegatingHandler(ReliabilitySettings settings)
        : this(new HttpClientHandler(), settings) { }

    /// <summary>Retries over a given transport.</summary>
    public RetryDelegatingHandler(HttpMessageHandler innerHandler, ReliabilitySettings settings)
        : base(innerHandler)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
    }

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">Every attempt failed, or was answered with a retriable status.</exception>
    /// <exception cref="TimeoutException">The last attempt timed out, or was cancelled: the two are not told apart.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (settings.MaximumNumberOfRetries == 0)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        for (var retries = 0; ; retries++)
        {
            try
            {
                var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (!settings.RetriableServerErrorStatusCodes.Contains(answer.StatusCode))
                {
                    return answer;
                }

                throw new HttpRequestException($"Http status code '{answer.StatusCode}' indicates server error");
            }
            catch (TaskCanceledException timeout)
            {
                if (retries == settings.MaximumNumberOfRetries)
                {
                    throw new TimeoutException(timeout.Message, timeout);
                }
            }
            catch (HttpRequestException) when (retries < settings.MaximumNumberOfRetries)
            {
                // The next attempt follows.
            }

            // Not cancellable on purpose: the vendor's handler waits out its interval whatever the caller's token says.
            await Task.Delay(Wait(retries), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private TimeSpan Wait(int retries)
    {
#pragma warning disable RS0030, CA5394 // Jitter is neither a decision nor a secret.
        var factor = 0.8 + (0.4 * Random.Shared.NextDouble());
#pragma warning restore RS0030, CA5394
        var wait = settings.MinimumBackOff + ((Math.Pow(2, retries) - 1) * factor * settings.DeltaBackOff);
        return wait < settings.MaximumBackOff ? wait : settings.MaximumBackOff;
    }
}
