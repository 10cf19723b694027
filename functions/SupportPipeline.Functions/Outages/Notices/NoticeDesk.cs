using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>Takes requests of the staff on call: role, body, the act, the answer.</summary>
public sealed class NoticeDesk(
    NoticeDrafting drafting,
    NoticePreviewing previewing,
    NoticeActs acts,
    NoticeReading reading,
    NoticeCaller caller
)
{
    /// <summary>Shows what a notice would be.</summary>
    public async Task<IResult> PreviewAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken)
    {
        var (asked, problem) = await caller.ReadAsync(
            request,
            NoticeRequestJson.Default.NoticeRequest,
            [StaffRole.OnCall],
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        var (draft, refusal) = await drafting.DraftAsync(incidentId, asked!, caller.NewId(), caller.NameOf(request), cancellationToken);
        return refusal is not null ? Refused(refusal) : Results.Ok(await previewing.PreviewAsync(draft!, cancellationToken));
    }

    /// <summary>Sends what a notice would be to one of our own people.</summary>
    public async Task<IResult> TestAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken)
    {
        var (asked, problem) = await caller.ReadAsync(
            request,
            NoticeRequestJson.Default.NoticeRequest,
            [StaffRole.OnCall],
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        var (draft, refusal) = await drafting.DraftAsync(incidentId, asked!, caller.NewId(), caller.NameOf(request), cancellationToken);
        refusal ??= await previewing.TestAsync(draft!, asked!, cancellationToken);
        return refusal is not null ? Refused(refusal) : Results.NoContent();
    }

    /// <summary>Keeps a notice and has its audience frozen.</summary>
    public async Task<IResult> CreateAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken)
    {
        var (asked, problem) = await caller.ReadAsync(
            request,
            NoticeRequestJson.Default.NoticeRequest,
            [StaffRole.OnCall],
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        if (caller.IdOf(request, incidentId) is not { } key)
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "idempotency-key-missing",
                "Idempotency-Key says which request this is, so that sending it again does not announce twice; 1 to 200 characters."
            );
        }

        var id = await reading.KeepIdAsync(incidentId, key, caller.NewId(), cancellationToken);
        var (draft, refusal) = await drafting.DraftAsync(incidentId, asked!, id, caller.NameOf(request), cancellationToken);
        if (refusal is not null)
        {
            return Refused(refusal);
        }

        return await acts.CreateAsync(draft!, cancellationToken) is { } notice
            ? Results.Accepted($"/api/incidents/{incidentId}/progress?notice={notice.Id}", reading.Show(notice))
            : Problems.Of(StatusCodes.Status409Conflict, "idempotency-key-used", "This Idempotency-Key was used for another notice.");
    }

    /// <summary>Lets a notice go out.</summary>
    public Task<IResult> ApproveAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken) =>
        ActAsync(
            request,
            incidentId,
            [StaffRole.OnCall, StaffRole.Approver],
            (notice, asked, ct) => acts.ApproveAsync(notice, caller.NameOf(request), asked, caller.Now, ct),
            cancellationToken
        );

    /// <summary>Stops a notice for good.</summary>
    public Task<IResult> CancelAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken) =>
        ActAsync(
            request,
            incidentId,
            [StaffRole.OnCall, StaffRole.Approver],
            (notice, _, ct) => acts.ChangeAsync(notice, current => NoticeRules.Cancel(current, caller.Now), ct),
            cancellationToken
        );

    /// <summary>Stops a notice for a while.</summary>
    public Task<IResult> PauseAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken) =>
        ActAsync(
            request,
            incidentId,
            [StaffRole.OnCall, StaffRole.Approver],
            (notice, _, ct) => acts.ChangeAsync(notice, NoticeRules.Pause, ct),
            cancellationToken
        );

    /// <summary>Lets a notice go on.</summary>
    public Task<IResult> ResumeAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken) =>
        ActAsync(
            request,
            incidentId,
            [StaffRole.OnCall, StaffRole.Approver],
            (notice, _, ct) => acts.ResumeAsync(notice, ct),
            cancellationToken
        );

    /// <summary>The notices of an incident.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken) =>
        caller.Refuse(request, [StaffRole.OnCall, StaffRole.Approver])
        ?? Results.Ok(await reading.ListAsync(incidentId, cancellationToken));

    /// <summary>How far a notice is.</summary>
    public async Task<IResult> ProgressAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken)
    {
        if (caller.Refuse(request, [StaffRole.OnCall, StaffRole.Approver]) is { } refusal)
        {
            return refusal;
        }

        return await reading.FindAsync(incidentId, request.Query["notice"].ToString(), cancellationToken) is { } stored
            ? Results.Ok(await reading.ProgressAsync(stored.Notice, caller.Now, cancellationToken))
            : NoNotice();
    }

    private async Task<IResult> ActAsync(
        HttpRequest request,
        string incidentId,
        StaffRole[] roles,
        Func<StoredNotice, NoticeActRequest, CancellationToken, Task<(Notice? Notice, NoticeVerdict.Refuse? Problem)>> act,
        CancellationToken cancellationToken
    )
    {
        var (asked, problem) = await caller.ReadAsync(request, NoticeRequestJson.Default.NoticeActRequest, roles, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (await reading.FindAsync(incidentId, asked!.Notice, cancellationToken) is not { } stored)
        {
            return NoNotice();
        }

        var (changed, refusal) = await act(stored, asked, cancellationToken);
        return refusal is not null ? Refused(refusal) : Results.Ok(reading.Show(changed!));
    }

    private static IResult Refused(NoticeVerdict.Refuse refusal) => Problems.Of(refusal.Status, refusal.Reason, refusal.Detail);

    private static IResult NoNotice() =>
        Problems.Of(StatusCodes.Status404NotFound, "notice-unknown", "There is no such notice of this incident.");
}

/// <summary>Reads who asks for what.</summary>
public sealed class NoticeCaller(StaffPrincipal staff, IdSource ids, TimeProvider clock)
{
    private const int MaxKey = 200;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A new id.</summary>
    public TimeOrderedId NewId() => ids.Next();

    /// <summary>Null when the caller has one of the roles.</summary>
    public IResult? Refuse(HttpRequest request, StaffRole[] roles) => staff.Refuse(request, roles);

    /// <summary>Who asks.</summary>
    public string NameOf(HttpRequest request) => staff.NameOf(request);

    /// <summary>Which request it is, for one person and incident; null when it does not say.</summary>
    public string? IdOf(HttpRequest request, string incidentId) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= MaxKey } key
            ? StableHash.Of("notice", NameOf(request), incidentId, key)
            : null;

    /// <summary>The body, or the answer to give.</summary>
    public async Task<(T? Asked, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        StaffRole[] roles,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (staff.Refuse(request, roles) is { } refusal)
        {
            return (null, refusal);
        }

        return await RequestBody.ReadAsync(
            request,
            type,
            $"The body is a JSON object with, as far as needed: {string.Join(", ", type.Properties.Select(property => property.Name))}.",
            cancellationToken
        );
    }
}

/// <summary>Finds notices and says how far they are.</summary>
public sealed class NoticeReading(NoticeStore notices, SliceStore slices, IOptions<NoticesOptions> options)
{
    /// <summary>A notice; the latest of the incident when none is named.</summary>
    public async Task<StoredNotice?> FindAsync(string incidentId, string? noticeId, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(noticeId) ? (await notices.OfIncidentAsync(incidentId, cancellationToken)).LastOrDefault()
        : TimeOrderedId.TryParse(noticeId, out var id) ? await notices.FindAsync(incidentId, id.Value, cancellationToken)
        : null;

    /// <summary>The id of the notice of a request: the first one that was given to it.</summary>
    public Task<TimeOrderedId> KeepIdAsync(string incidentId, string key, TimeOrderedId id, CancellationToken cancellationToken) =>
        notices.KeepIdAsync(incidentId, key, id, cancellationToken);

    /// <summary>As the API shows it.</summary>
    public NoticeDocument Show(Notice notice) => NoticeDocument.Of(notice, options.Value.ApprovalThreshold);

    /// <summary>The notices of an incident.</summary>
    public async Task<NoticeListDocument> ListAsync(string incidentId, CancellationToken cancellationToken) =>
        new([.. (await notices.OfIncidentAsync(incidentId, cancellationToken)).Select(stored => Show(stored.Notice))]);

    /// <summary>How far a notice is, counted from its slices.</summary>
    public async Task<NoticeProgressDocument> ProgressAsync(Notice notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = new List<NoticeSlice>(notice.Slices);
        if (notice.Frozen is { } frozen)
        {
            await foreach (var slice in slices.AllAsync(frozen, cancellationToken))
            {
                all.Add(slice);
            }
        }

        var counts = NoticeProgress.Of(all);
        var seconds = ((notice.EndedAt ?? now) - (notice.ApprovedAt ?? now)).TotalSeconds;
        double? rate = counts.Sent > 0 && seconds > 0 ? Math.Round(counts.Sent / seconds, 1) : null;
        return new(Show(notice), counts, counts.Sent, rate, rate > 0 ? Math.Round(counts.Planned / rate.Value, 1) : null);
    }
}
