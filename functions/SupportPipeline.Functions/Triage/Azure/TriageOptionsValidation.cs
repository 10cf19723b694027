using Microsoft.Extensions.Options;
using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Triage.Azure;

/// <summary>Makes a setting that cannot work an error at start; every failure names its setting.</summary>
internal sealed class TriageOptionsValidation : IValidateOptions<TriageOptions>
{
    public ValidateOptionsResult Validate(string? name, TriageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> failures = [.. Times(options), .. Numbers(options), .. Access(options), .. Cues(options)];
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Times(TriageOptions options)
    {
        if (options.Timeout < TimeSpan.FromSeconds(0.05) || options.Timeout > TimeSpan.FromSeconds(60))
        {
            yield return Problem(nameof(options.Timeout), "must be between 0.05 and 60 seconds");
        }

        if (options.TotalTimeout < options.Timeout || options.TotalTimeout > TimeSpan.FromMinutes(2))
        {
            yield return Problem(nameof(options.TotalTimeout), "must be between Triage:Timeout and 2 minutes");
        }

        if (options.CircuitSampling < TimeSpan.FromSeconds(1) || options.CircuitSampling > TimeSpan.FromMinutes(10))
        {
            yield return Problem(nameof(options.CircuitSampling), "must be between 1 second and 10 minutes");
        }

        if (options.CircuitBreak < TimeSpan.FromSeconds(1) || options.CircuitBreak > TimeSpan.FromHours(1))
        {
            yield return Problem(nameof(options.CircuitBreak), "must be between 1 second and 1 hour");
        }
    }

    private static IEnumerable<string> Numbers(TriageOptions options)
    {
        if (options.CircuitFailureRatio is not (> 0 and <= 1))
        {
            yield return Problem(nameof(options.CircuitFailureRatio), "must be above 0 and at most 1");
        }

        if (options.CircuitMinimumThroughput is not (>= 2 and <= 1_000))
        {
            yield return Problem(nameof(options.CircuitMinimumThroughput), "must be between 2 and 1000");
        }

        if (options.UnsureBelow is not (>= 0 and <= 1))
        {
            yield return Problem(nameof(options.UnsureBelow), "must be between 0 and 1");
        }
    }

    private static IEnumerable<string> Access(TriageOptions options)
    {
        if (!Enum.IsDefined(options.Engine))
        {
            yield return Problem(nameof(options.Engine), "must be embedded or azure");
        }

        if (options.Credential is { Length: > 0 } and not LanguageClient.ManagedIdentity)
        {
            yield return Problem(nameof(options.Credential), $"must be empty or {LanguageClient.ManagedIdentity}");
        }

        if (options.Engine != TriageEngine.Azure)
        {
            yield break;
        }

        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            yield return Problem(nameof(options.Endpoint), "must be the address of a Language resource when Triage:Engine is azure");
        }
        else if (endpoint.Scheme == "http" && !(endpoint.IsLoopback && options.Key is { Length: > 0 }))
        {
            yield return Problem(nameof(options.Endpoint), "must begin with https://, except for a loopback address with a Triage:Key");
        }
    }

    /// <summary>An organisation's own cue files are compiled once more at start: a mistake in them shows there, not with the first message.</summary>
    private static IEnumerable<string> Cues(TriageOptions options)
    {
        if (string.IsNullOrEmpty(options.CueFolder))
        {
            return [];
        }

        try
        {
            _ = new EmbeddedAnalyzer(options.CueFolder);
            return [];
        }
        catch (DirectoryNotFoundException)
        {
            return [Problem(nameof(options.CueFolder), "must be a folder that exists")];
        }
        catch (CueFormatException unreadable)
        {
            return unreadable.Problems.Take(CueFormatException.MaxListed);
        }
    }

    private static string Problem(string setting, string problem) => $"{TriageOptions.Section}:{setting} {problem}.";
}
