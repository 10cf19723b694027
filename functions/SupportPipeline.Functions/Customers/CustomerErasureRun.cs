using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>
/// Erases a person, a number of cases per queue message. A case leaves the customer's list when it is done, so the list is what is left to do: an
/// interrupted run goes on where it stopped, and one that comes again finds nothing. The record itself is last.
/// </summary>
public sealed class CustomerErasureRun(
    CustomerStore customers,
    CaseErasure cases,
    CustomerTraces traces,
    QueueSender queue,
    TimeProvider clock
)
{
    private const int CasesPerRun = 100;

    /// <summary>Does one part of it.</summary>
    internal async Task<Outcome> RunAsync(CustomerErasureDue due, CancellationToken cancellationToken)
    {
        var profile = await customers.LoadAsync(due.CustomerId, cancellationToken);
        if (profile?.Customer.Erasure is not { } erasure)
        {
            return new Outcome.Skipped(ReasonCode.CustomerErased);
        }

        var stored = await Task.WhenAll(erasure.Members.Select(id => customers.LoadAsync(id, cancellationToken)));
        var members = stored.OfType<StoredCustomer>().Select(one => one.Customer).ToList();
        if (CustomerErasing.IsHeld(members, clock.GetUtcNow()))
        {
            return new Outcome.Skipped(ReasonCode.LegalHold);
        }

        var left = CasesPerRun;
        foreach (var member in members)
        {
            var page = await customers.ListCasesAsync(member.Id, null, left + 1, cancellationToken);
            foreach (var caseId in page.Take(left))
            {
                await cases.EraseAsync(caseId, cancellationToken);
                await customers.RemoveCaseAsync(member.Id, caseId, cancellationToken);
            }

            if (page.Count > left)
            {
                await queue.SendAsync(due, cancellationToken);
                return new Outcome.Completed();
            }

            left -= page.Count;
        }

        await traces.EraseAsync(members, cancellationToken);

        // The one with the profile knows the others, so it is the last.
        foreach (var id in erasure.Members.Reverse())
        {
            if (!await EraseRecordAsync(id, erasure, cancellationToken))
            {
                // New mail came in between: once more from the start.
                await queue.SendAsync(due, cancellationToken);
                return new Outcome.Completed();
            }
        }

        return new Outcome.Completed();
    }

    private async Task<bool> EraseRecordAsync(string id, CustomerErasure erasure, CancellationToken cancellationToken)
    {
        if (await customers.LoadAsync(id, cancellationToken) is not { } before || before.Customer.ErasedAt is not null)
        {
            return true;
        }

        if ((await customers.ListCasesAsync(id, null, 1, cancellationToken)).Count > 0)
        {
            return false;
        }

        foreach (var entry in await customers.ReadLogAsync(id, cancellationToken))
        {
            if (entry.Note is not null)
            {
                await customers.ReplaceLogAsync(id, entry with { Note = null }, cancellationToken);
            }
        }

        var erased = new CustomerRecord
        {
            Id = id,
            FirstSeenAt = before.Customer.FirstSeenAt,
            ErasedAt = clock.GetUtcNow(),
        };
        var log = new CustomerLogEntry($"erased:{erasure.At.UtcTicks}", erasure.At, "erased", null, erasure.By, null);
        return await customers.SaveAsync(CustomerChange.Of(before, erased, log), cancellationToken) is not null;
    }
}
