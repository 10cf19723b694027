using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>Orders the erasure of a person: refused under a legal hold, written into the record, and put on a queue.</summary>
public sealed class CustomerErasing(CustomerProfiles profiles, CustomerStore customers, CustomerDesk desk, QueueSender queue)
{
    /// <summary>Answers <see cref="EraseCustomer"/>. Ordering it again while it runs starts it again.</summary>
    internal async Task<IResult> OrderAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(
            request,
            CustomerRequestJson.Default.CustomerReasonRequest,
            cancellationToken,
            StaffRole.Approver,
            StaffRole.Admin
        );
        if (problem is not null)
        {
            return problem;
        }

        if (!CustomerActs.IsNote(asked!.Reason))
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "reason-missing",
                $"reason says why, in 1 to {CustomerAct.MaxNoteLength} characters."
            );
        }

        if (await profiles.FindAsync(id, cancellationToken) is not { } profile)
        {
            return CustomerDesk.NoCustomer();
        }

        if (who!.SeenVersion is { } seen && seen != profile.Customer.Version)
        {
            return Problems.Of(StatusCodes.Status409Conflict, "customer-changed", "The customer has changed since you read them.");
        }

        if (profile.Customer.ErasedAt is not null)
        {
            return await desk.AnswerAsync(request, profile.Customer, cancellationToken);
        }

        var members = await profiles.MembersAsync(profile.Customer, cancellationToken);
        if (IsHeld(members, who.At))
        {
            return Problems.Of(StatusCodes.Status409Conflict, "legal-hold", "A legal hold is on the customer; nothing may be erased.");
        }

        if (profile.Customer.Erasure is null)
        {
            var ordered = profile.Customer with { Erasure = new(who.By, who.At, [.. members.Select(one => one.Id)]) };
            var entry = who.Entry("erasure-ordered", null, CustomerActs.Clean(asked.Reason!));
            if (await customers.SaveAsync(CustomerChange.Of(profile, ordered, entry), cancellationToken) is null)
            {
                return Problems.Of(StatusCodes.Status409Conflict, "customer-changed", "The customer has changed meanwhile. Try again.");
            }
        }

        await queue.SendAsync(new CustomerErasureDue(profile.Customer.Id), cancellationToken);
        return Results.Accepted($"/api/customers/{profile.Customer.Id}");
    }

    /// <summary>Whether nothing may be erased.</summary>
    internal static bool IsHeld(IReadOnlyList<CustomerRecord> members, DateTimeOffset now) =>
        members.Any(one => one.FlagsAt(now).Any(flag => flag.Name == CustomerFlagNames.LegalHold));
}
