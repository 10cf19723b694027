using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SupportPipeline.LocalHost.Timers;

namespace SupportPipeline.LocalHost.Clock;

/// <summary>
/// <c>POST /local/clock</c>: moves the clock and answers when the timers that became due have run; what they have put into
/// queues may still be in work.
/// </summary>
internal static class ClockEndpoint
{
    public static void MapClock(this IEndpointRouteBuilder app, MovableClock clock, TimerListeners timers)
    {
        app.MapGet("/local/clock", () => Results.Json(new { now = clock.GetUtcNow() }));
        app.MapPost(
            "/local/clock",
            async (HttpRequest request, CancellationToken ct) =>
            {
                if (await ReadAsync(request, ct) is not { } advance)
                {
                    return Results.Problem(
                        """The body must be {"advance":"1.00:00:00"}, days, hours, minutes and seconds; not negative.""",
                        statusCode: 400,
                        title: "The clock was not moved."
                    );
                }

                clock.Advance(advance);
                await timers.RunDueAsync();
                return Results.Json(new { now = clock.GetUtcNow() });
            }
        );
    }

    private static async Task<TimeSpan?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            var valid =
                document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("advance", out var text)
                && text.ValueKind == JsonValueKind.String
                && TimeSpan.TryParse(text.GetString(), CultureInfo.InvariantCulture, out var parsed)
                && parsed >= TimeSpan.Zero;
            return valid ? TimeSpan.Parse(document.RootElement.GetProperty("advance").GetString()!, CultureInfo.InvariantCulture) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
