using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Insights;

/// <summary>Shows what happened day by day.</summary>
public sealed class ListDayReports(DayReports reports, IOptions<InsightsOptions> options, StaffPrincipal staff)
{
    private const int DefaultDays = 7;

    /// <summary>
    /// <c>GET /api/reports/days?from=2026-11-01&amp;until=2026-11-07</c>, both included, in the desk's time zone; the last seven days when left out.
    /// Agents and approvers only.
    /// </summary>
    [Function("ListDayReports")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reports/days")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (staff.Refuse(request, StaffRole.Agent, StaffRole.Approver) is { } refusal)
        {
            return refusal;
        }

        var until = Day(request, "until", reports.Today);
        var from = Day(request, "from", until?.AddDays(1 - DefaultDays));
        return from is { } first && until is { } last && first <= last && last.DayNumber - first.DayNumber < options.Value.MaxDays
            ? Results.Ok(new Items<DayReport>(await ReadAsync(first, last, cancellationToken)))
            : Problems.Of(400, "days-invalid", $"from and until are days like 2026-11-01, at most {options.Value.MaxDays} of them.");
    }

    private async Task<List<DayReport>> ReadAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var all = new List<DayReport>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            all.Add(await reports.OfAsync(day, cancellationToken));
        }

        return all;
    }

    private static DateOnly? Day(HttpRequest request, string name, DateOnly? otherwise) =>
        request.Query[name].ToString() is not { Length: > 0 } text ? otherwise
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : null;
}

/// <summary>A list that is given as a whole.</summary>
/// <param name="List">Its items.</param>
internal sealed record Items<T>([property: System.Text.Json.Serialization.JsonPropertyName("items")] IReadOnlyList<T> List);
