namespace SupportPipeline.Cases;

/// <summary>What is written down elsewhere when a case changes: its lists, its day, and the word to who wants to know that it is closed.</summary>
public sealed class CaseNotes
{
    private readonly CaseViewStore _views;
    private readonly CaseDays _days;
    private readonly IEnumerable<IClosedCaseWatch> _watches;

    internal CaseNotes(CaseViewStore views, CaseDays days, IEnumerable<IClosedCaseWatch> watches) =>
        (_views, _days, _watches) = (views, days, watches);

    /// <summary>Notes a change.</summary>
    internal Task UpdateAsync(CaseSnapshot after, CaseSnapshot? before, CancellationToken cancellationToken) =>
        Task.WhenAll(
            _views.UpdateAsync(after, before, cancellationToken),
            _days.NoteAsync(after, cancellationToken),
            before?.State == CaseState.Closed ? Task.CompletedTask : TellAsync(after, cancellationToken)
        );

    /// <summary>Notes everything again, how it stood before being unknown.</summary>
    internal Task RepairAsync(CaseSnapshot now, int? madeVersion, CancellationToken cancellationToken) =>
        Task.WhenAll(
            _views.RepairAsync(now, madeVersion, cancellationToken),
            _days.NoteAsync(now, cancellationToken),
            TellAsync(now, cancellationToken)
        );

    /// <summary>Brings the lists up to date, whatever they say.</summary>
    internal Task RepairListsAsync(CaseSnapshot now, CancellationToken cancellationToken) =>
        _views.RepairAsync(now, madeVersion: null, cancellationToken);

    private async Task TellAsync(CaseSnapshot after, CancellationToken cancellationToken)
    {
        if (after.State != CaseState.Closed || after.CustomerAddress is not null)
        {
            return;
        }

        foreach (var watch in _watches)
        {
            await watch.ClosedAsync(after, cancellationToken);
        }
    }
}
