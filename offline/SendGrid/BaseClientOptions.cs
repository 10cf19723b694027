using System.Net.Http.Headers;
using SendGrid.Helpers.Reliability;

namespace SendGrid;

/// <summary>How a client reaches the API.</summary>
public class BaseClientOptions
{
    private ReliabilitySettings reliabilitySettings = new();

    /// <summary>Retries of the client's own transport; an injected <see cref="HttpClient"/> ignores them.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ReliabilitySettings ReliabilitySettings
    {
        get => reliabilitySettings;
        set => reliabilitySettings = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Extra headers of every request; <c>Content-Type</c> sets the client's media type.</summary>
    public Dictionary<string, string> RequestHeaders { get; set; } = [];

    /// <summary>Base address; may have a path.</summary>
    public string Host { get; set; }

    /// <summary>First path segment.</summary>
    public string Version { get; set; } = "v3";

    /// <summary>Resource path used when a request names none.</summary>
    public string UrlPath { get; set; }

    /// <summary>The <c>Authorization</c> header.</summary>
    public AuthenticationHeaderValue Auth { get; set; }

    /// <summary>Whether an answer outside 200..299 is thrown instead of returned.</summary>
    public bool HttpErrorAsException { get; set; }
}
