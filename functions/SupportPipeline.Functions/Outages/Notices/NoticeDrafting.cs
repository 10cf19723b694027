using Microsoft.Extensions.Options;
using SupportPipeline.Outages.Audience;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>Makes a notice of an incident and one of its updates.</summary>
public sealed class NoticeDrafting(
    IIncidentReader incidents,
    NoticeStore notices,
    Organisation organisation,
    PublicLinks links,
    IOptions<NoticesOptions> options
)
{
    /// <summary>What is asked for, or why it cannot be.</summary>
    /// <param name="incidentId">The incident.</param>
    /// <param name="asked">The request.</param>
    /// <param name="id">The id of the notice, which also says when it was made.</param>
    /// <param name="author">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(DraftedNotice? Draft, NoticeVerdict.Refuse? Problem)> DraftAsync(
        string incidentId,
        NoticeRequest asked,
        TimeOrderedId id,
        string author,
        CancellationToken cancellationToken
    )
    {
        if (await incidents.FindAsync(incidentId, cancellationToken) is not { } incident)
        {
            return (null, new(404, "incident-not-found", "There is no incident with this id."));
        }

        if (Update(incident, asked.UpdateId) is not { } update)
        {
            return (null, new(404, "update-unknown", "The incident has no such update."));
        }

        var earlier = await notices.OfIncidentAsync(incidentId, cancellationToken);
        if (KindOf(asked.Kind, incident, update, earlier.Any(one => one.Notice.ApprovedAt is not null)) is not { } kind)
        {
            return (null, new(400, "kind-unknown", "kind is opening, update, resolution, maintenance or correction."));
        }

        if (!update.Texts.ContainsKey(organisation.DefaultLanguage) || !incident.Names.ContainsKey(organisation.DefaultLanguage))
        {
            return (null, new(409, "default-language-missing", $"Name and text have to be written in {organisation.DefaultLanguage}."));
        }

        var components = await incidents.ComponentsAsync(cancellationToken);
        var texts = NoticeComposing.Write(kind, incident, update, components, (organisation, links.To("status", "")?.TrimEnd('/')));
        var notice = new Notice
        {
            Id = id.Value,
            IncidentId = incident.Id,
            Kind = kind,
            State = NoticeState.Freezing,
            Audience = asked.Audience ?? new AudienceRule { Components = [.. incident.Components.Keys] },
            Author = author,
            CreatedAt = id.CreatedAt,
            ValidUntil = asked.ValidUntil ?? id.CreatedAt.AddHours(options.Value.ValidHours),
            TextHash = HashOf(texts),
        };
        return (new(notice, texts, earlier.LastOrDefault()?.Notice), null);
    }

    private static IncidentUpdate? Update(Incident incident, string? id) =>
        id is null ? incident.Updates.LastOrDefault() : incident.Updates.FirstOrDefault(update => update.Id == id);

    private static NoticeKind? KindOf(string? asked, Incident incident, IncidentUpdate update, bool isTold) =>
        asked is not null ? Enum.GetValues<NoticeKind>().Cast<NoticeKind?>().FirstOrDefault(kind => KebabCase.NameOf(kind!.Value) == asked)
        : update.Corrects is not null ? NoticeKind.Correction
        : update.State is IncidentState.Resolved or IncidentState.Completed ? NoticeKind.Resolution
        : incident.Kind == IncidentKind.Maintenance ? NoticeKind.Maintenance
        : isTold ? NoticeKind.Update
        : NoticeKind.Opening;

    private static string HashOf(IReadOnlyDictionary<string, NoticeText> texts) =>
        StableHash.Of([
            .. texts
                .OrderBy(text => text.Key, StringComparer.Ordinal)
                .SelectMany(text => new[] { text.Key, text.Value.Subject, text.Value.Text }),
        ]);
}

/// <summary>A notice that is not stored yet.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Texts">What it says.</param>
/// <param name="Previous">The notice of the incident before it.</param>
public sealed record DraftedNotice(Notice Notice, IReadOnlyDictionary<string, NoticeText> Texts, Notice? Previous);
