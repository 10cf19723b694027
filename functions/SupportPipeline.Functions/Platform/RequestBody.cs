using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Platform;

/// <summary>Reads JSON bodies: bounded, strict, and with an answer for what cannot be read.</summary>
internal static class RequestBody
{
    /// <summary>The most bytes of a body unless a route says otherwise.</summary>
    public const int MaxBytes = 262_144;

    /// <summary>Reads a body; an empty one is an empty object.</summary>
    /// <returns>The value, or the answer to give: 413 or 400.</returns>
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        string expected,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (request.ContentLength > MaxBytes)
        {
            return (null, TooLarge());
        }

        // One more byte than allowed tells that there are too many, whatever the header said.
        var buffer = new byte[Math.Min(MaxBytes, request.ContentLength ?? MaxBytes) + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (read > MaxBytes)
        {
            return (null, TooLarge());
        }

        try
        {
            var value = read == 0 ? JsonSerializer.Deserialize("{}", type) : JsonSerializer.Deserialize(buffer.AsSpan(0, read), type);
            return value is null ? (null, Invalid(expected)) : (value, null);
        }
        catch (JsonException exception)
        {
            return (null, Invalid(exception.Path is { Length: > 1 } path ? $"{expected} The problem is at {path}." : expected));
        }
    }

    private static IResult TooLarge() =>
        Problems.Of(StatusCodes.Status413PayloadTooLarge, "request-too-large", $"The request is larger than {MaxBytes} bytes.");

    private static IResult Invalid(string expected) => Problems.Of(StatusCodes.Status400BadRequest, "body-invalid", expected);
}
