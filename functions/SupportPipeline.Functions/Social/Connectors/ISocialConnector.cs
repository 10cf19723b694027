using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Social.Connectors;

/// <summary>
/// How one platform talks to <c>/api/inbound/social/{name}</c>: its handshake, its signature, and the shapes of its payloads. Connectors do no input or
/// output but in <see cref="PrepareAsync"/>: a handshake must be answered within three seconds (X), also by a host that has just started.
/// </summary>
internal interface ISocialConnector
{
    /// <summary>The name in the route, for example <c>x</c>.</summary>
    string Name { get; }

    /// <summary>Whether it is configured. What is not answers 404, as if it did not exist.</summary>
    bool IsEnabled { get; }

    /// <summary>The answer to a GET, which is the handshake of X and Meta; null when the request is none (it is answered 405).</summary>
    IResult? Answer(IQueryCollection query);

    /// <summary>
    /// Reads what <see cref="Verify"/> needs and what is not configured: the keys of <c>generic</c>. Called before each delivery and never for a handshake;
    /// it fails as storage fails. Most connectors need nothing.
    /// </summary>
    ValueTask PrepareAsync(IHeaderDictionary headers, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Whether a delivery comes from the platform, judged on the bytes as they came.</summary>
    ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now);

    /// <summary>
    /// What a payload tells, in its order. Called when it is received (to refuse what cannot be read) and again when it is processed: the same bytes
    /// always give the same.
    /// </summary>
    /// <exception cref="System.Text.Json.JsonException">It is not JSON.</exception>
    /// <exception cref="FormatException">It is not of a shape this connector knows; the message says what was expected.</exception>
    IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body);

    /// <summary>What an accepted delivery is answered; null for a plain 200. VK wants <c>ok</c>.</summary>
    string? Acknowledgement => null;
}

/// <summary>Whether a delivery comes from whom it says.</summary>
internal abstract record ConnectorVerdict
{
    private ConnectorVerdict() { }

    /// <summary>It does.</summary>
    public static ConnectorVerdict Genuine { get; } = new Passed();

    /// <summary>It does.</summary>
    public sealed record Passed : ConnectorVerdict;

    /// <summary>It does not, or that cannot be told.</summary>
    /// <param name="Status">The HTTP status, 401 or 403.</param>
    /// <param name="Reason">A stable code for problem details.</param>
    /// <param name="Detail">For people; says nothing about the secret.</param>
    public sealed record Failed(int Status, string Reason, string Detail) : ConnectorVerdict;

    /// <summary>It is a handshake that comes as a POST (VK's confirmation): nothing is kept.</summary>
    /// <param name="Result">The answer.</param>
    public sealed record Answered(IResult Result) : ConnectorVerdict;
}
