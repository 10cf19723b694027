using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>The lists of cases.</summary>
internal enum CaseView
{
    /// <summary>What a team still has to do with: open and solved cases.</summary>
    Open,

    /// <summary>What was held, with its reason, until somebody releases it.</summary>
    Held,

    /// <summary>Where somebody besides the agent has to look.</summary>
    Attention,

    /// <summary>What an agent looks after.</summary>
    Mine,

    /// <summary>What an agent thinks is solved; the customer is asked.</summary>
    Solved,

    /// <summary>What belongs to an incident, closed or not: its customers hear when it is over.</summary>
    Incident,
}

/// <summary>In which lists a case stands. Pure.</summary>
internal static class CaseViews
{
    /// <summary>By the name in the API.</summary>
    public static IReadOnlyDictionary<string, CaseView> ByName { get; } =
        Enum.GetValues<CaseView>().ToDictionary(view => KebabCase.NameOf(view), view => view, StringComparer.Ordinal);

    /// <summary>Every list a case stands in, with what the list is of: a team or an agent. An ordinary case stands in one.</summary>
    public static IEnumerable<(CaseView View, string Of)> Of(CaseSnapshot snapshot)
    {
        if (snapshot.State == CaseState.Closed)
        {
            if (snapshot.IncidentId is { } past)
            {
                yield return (CaseView.Incident, past);
            }

            yield break;
        }

        yield return (snapshot.State == CaseState.Held ? CaseView.Held : CaseView.Open, snapshot.Team);
        if (snapshot.EscalatedTo is not null)
        {
            yield return (CaseView.Attention, snapshot.Team);
        }

        if (snapshot.Assignee is { } assignee)
        {
            yield return (CaseView.Mine, assignee);
        }

        if (snapshot.State == CaseState.Solved)
        {
            yield return (CaseView.Solved, snapshot.Team);
        }

        if (snapshot.IncidentId is { } incident)
        {
            yield return (CaseView.Incident, incident);
        }
    }
}
