using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SupportPipeline.Platform;

namespace SupportPipeline.Triage.Azure;

/// <summary>
/// Leaves the service alone when asking is pointless: after too many failures, for as long as it asked for, or when key, role or address are
/// wrong. Every call ends in time. One warning is logged each time it opens.
/// </summary>
internal sealed partial class LanguageCircuit
{
    private static readonly ResiliencePropertyKey<TimeSpan> s_patience = new("language-patience");

    private readonly Lock _gate = new();
    private readonly TriageOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _pipeline;
    private DateTimeOffset _openUntil = DateTimeOffset.MinValue;

    public LanguageCircuit(IOptions<TriageOptions> options, TimeProvider clock, ILogger<LanguageCircuit> logger)
    {
        (_options, _clock, _logger) = (options.Value, clock, logger);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = _options.CircuitFailureRatio,
                    MinimumThroughput = _options.CircuitMinimumThroughput,
                    SamplingDuration = _options.CircuitSampling,
                    BreakDuration = _options.CircuitBreak,
                    ShouldHandle = outcome => ValueTask.FromResult(IsOutage(outcome.Outcome.Exception)),
                    OnOpened = Opened,
                    OnClosed = Closed,
                }
            )
            .AddTimeout(
                new TimeoutStrategyOptions
                {
                    TimeoutGenerator = timeout => ValueTask.FromResult(timeout.Context.Properties.GetValue(s_patience, _options.Timeout)),
                }
            )
            .Build();
    }

    /// <summary>Makes one call, if one makes sense now.</summary>
    /// <param name="ask">The call; it gets how long it may take.</param>
    /// <param name="left">What is left for all calls of the caller.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <exception cref="LanguageServiceException">There is no answer; it has the reason.</exception>
    public async Task<T> AskAsync<T>(Func<TimeSpan, CancellationToken, Task<T>> ask, TimeSpan left, CancellationToken cancellationToken)
    {
        var patience = left < _options.Timeout ? left : _options.Timeout;
        ThrowIfPointless(patience);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(s_patience, patience);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (call, state) => await state.ask(state.patience, call.CancellationToken),
                context,
                (ask, patience)
            );
        }
        catch (BrokenCircuitException broken)
        {
            throw new LanguageServiceException(ReasonCode.LanguageCircuitOpen, "open", broken);
        }
        catch (TimeoutRejectedException late)
        {
            throw new LanguageServiceException(ReasonCode.LanguageServiceTimeout, Detail(late), late);
        }
        catch (LanguageServiceException failure) when (OpensAtOnce(failure))
        {
            LeaveAlone(failure);
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>These say themselves how long; the others have to add up.</summary>
    private static bool OpensAtOnce(LanguageServiceException failure) => failure.RetryAfter is not null || failure.IsSetup;

    private static bool IsOutage(Exception? exception) =>
        exception is TimeoutRejectedException
        || (exception is LanguageServiceException { IsRejection: false } failure && !OpensAtOnce(failure));

    private static string Detail(Exception? exception) =>
        (exception as LanguageServiceException)?.Detail ?? exception?.GetType().Name ?? "";

    private static string Reason(Exception? exception) =>
        (exception as LanguageServiceException)?.Reason ?? ReasonCode.LanguageServiceTimeout;

    private void ThrowIfPointless(TimeSpan patience)
    {
        lock (_gate)
        {
            if (_clock.GetUtcNow() < _openUntil)
            {
                throw new LanguageServiceException(ReasonCode.LanguageCircuitOpen, "open");
            }
        }

        if (patience <= TimeSpan.Zero)
        {
            throw new LanguageServiceException(ReasonCode.LanguageServiceTimeout, "nothing-left");
        }
    }

    private void LeaveAlone(LanguageServiceException failure)
    {
        var now = _clock.GetUtcNow();
        var until = now + (failure.RetryAfter ?? _options.CircuitBreak);
        bool wasOpen;
        lock (_gate)
        {
            wasOpen = now < _openUntil;
            _openUntil = until > _openUntil ? until : _openUntil;
        }

        if (!wasOpen)
        {
            Log.Opened(_logger, until, failure.Reason, failure.Detail);
        }
    }

    private ValueTask Opened(OnCircuitOpenedArguments<object> opened)
    {
        var cause = opened.Outcome.Exception;
        Log.Opened(_logger, _clock.GetUtcNow() + opened.BreakDuration, Reason(cause), Detail(cause));
        return ValueTask.CompletedTask;
    }

    private ValueTask Closed(OnCircuitClosedArguments<object> closed)
    {
        Log.Closed(_logger);
        return ValueTask.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(
            501,
            LogLevel.Warning,
            "Azure AI Language is left alone until {Until:O}, the embedded analyzer answers: {Reason} ({Detail})."
        )]
        public static partial void Opened(ILogger logger, DateTimeOffset until, string reason, string detail);

        [LoggerMessage(502, LogLevel.Information, "Azure AI Language answers again.")]
        public static partial void Closed(ILogger logger);
    }
}
