using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>
/// Makes two records one person, and two again. Only a pointer is set and nothing is copied, so taking it back restores exactly what was. The record
/// that holds the profile learns first; an interrupted request leaves an entry that counts only once the other record points back.
/// </summary>
public sealed class CustomerMerging(CustomerStore customers, CustomerProfiles profiles, CustomerDesk desk)
{
    private const int MaxKindLength = 40;
    private const int MaxAccountLength = 200;

    /// <summary>Answers <see cref="MergeCustomer"/>.</summary>
    internal async Task<IResult> MergeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(
            request,
            CustomerRequestJson.Default.MergeCustomerRequest,
            cancellationToken,
            StaffRole.Agent
        );
        if ((problem ?? RefuseEvidence(asked!.Evidence, asked.Note)) is { } refusal)
        {
            return refusal;
        }

        if (
            await profiles.FindOwnAsync(id, cancellationToken) is not { } source
            || await profiles.FindAsync(asked!.Into ?? "", cancellationToken) is not { } target
        )
        {
            return CustomerDesk.NoCustomer();
        }

        if (source.Customer.MergedInto == target.Customer.Id)
        {
            return await desk.AnswerAsync(request, target.Customer, cancellationToken);
        }

        var isLast = (await profiles.MembersAsync(source.Customer, cancellationToken)).Count > 1;
        if (RefuseMerge(source.Customer, target.Customer, isLast, who!) is { } why)
        {
            return Problems.Of(why.Status, why.Reason, why.Detail);
        }

        var note = CustomerActs.Clean(asked.Note!);
        return await LinkAsync(
            request,
            source,
            target,
            new(source.Customer.Id, asked.Evidence!, who!.By, who.At),
            who,
            note,
            cancellationToken
        );
    }

    /// <summary>Answers <see cref="UnmergeCustomer"/>.</summary>
    internal async Task<IResult> UnmergeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(
            request,
            CustomerRequestJson.Default.CustomerReasonRequest,
            cancellationToken,
            StaffRole.Agent
        );
        if (problem is not null)
        {
            return problem;
        }

        if (await profiles.FindOwnAsync(id, cancellationToken) is not { } source)
        {
            return CustomerDesk.NoCustomer();
        }

        var note = asked!.Reason is { } reason ? CustomerActs.Clean(reason) : null;
        if (source.Customer.MergedInto is { } into)
        {
            if (who!.SeenVersion is { } seen && seen != source.Customer.Version)
            {
                return Changed();
            }

            var alone = CustomerChange.Of(source, source.Customer with { MergedInto = null }, who.Entry("unmerged", into, note));
            if (await customers.SaveAsync(alone, cancellationToken) is not { } saved)
            {
                return Changed();
            }

            source = saved;
            await desk.ChangeAsync(
                request,
                into,
                target => Without(target, source.Customer.Id, who, note),
                who with
                {
                    SeenVersion = null,
                },
                cancellationToken
            );
        }

        return await desk.AnswerAsync(request, source.Customer, cancellationToken);
    }

    /// <summary>Answers <see cref="UpdateCustomerIdentities"/>.</summary>
    internal async Task<IResult> AddIdentityAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(
            request,
            CustomerRequestJson.Default.IdentityRequest,
            cancellationToken,
            StaffRole.Agent
        );
        if ((problem ?? RefuseEvidence(asked!.Evidence, asked.Note)) is { } refusal)
        {
            return refusal;
        }

        if (Read(asked!) is not { } identity)
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "identity-invalid",
                "kind is 'email' or the name of a platform in small letters; value is the address or account."
            );
        }

        if (await profiles.FindAsync(id, cancellationToken) is not { } target)
        {
            return CustomerDesk.NoCustomer();
        }

        var own = await customers.LoadAsync(identity.Id, cancellationToken);
        if (own?.Customer is { ErasedAt: null } known)
        {
            return known.MergedInto == target.Customer.Id || known.Id == target.Customer.Id
                ? await desk.AnswerAsync(request, target.Customer, cancellationToken)
                : Problems.Of(
                    StatusCodes.Status409Conflict,
                    "identity-taken",
                    "The address or account belongs to another customer. Merge the two when they are one person."
                );
        }

        var fresh = new CustomerRecord
        {
            Id = identity.Id,
            Version = own?.Customer.Version ?? 0,
            Identity = new(identity.Kind, identity.Value),
            FirstSeenAt = who!.At,
        };
        var link = new MergedCustomer(identity.Id, asked!.Evidence!, who.By, who.At);
        return await LinkAsync(
            request,
            new(fresh, own?.ETag ?? default),
            target,
            link,
            who,
            CustomerActs.Clean(asked.Note!),
            cancellationToken
        );
    }

    private async Task<IResult> LinkAsync(
        HttpRequest request,
        StoredCustomer source,
        StoredCustomer target,
        MergedCustomer link,
        CustomerAct who,
        string note,
        CancellationToken cancellationToken
    )
    {
        var others = target.Customer.Merged.Where(one => one.Id != link.Id);
        var listed = CustomerChange.Of(
            target,
            target.Customer with
            {
                Merged = [.. others, link],
            },
            who.Entry("merged", $"{link.Id} {link.Evidence}", note)
        );
        if (await customers.SaveAsync(listed, cancellationToken) is not { } saved)
        {
            return Changed();
        }

        var pointing = CustomerChange.Of(
            source,
            source.Customer with
            {
                MergedInto = target.Customer.Id,
            },
            who.Entry("merged-into", $"{target.Customer.Id} {link.Evidence}", note)
        );
        var isNew = source.ETag == default;
        return await customers.SaveAsync(isNew ? pointing with { Expected = null } : pointing, cancellationToken) is null
            ? Changed()
            : await desk.AnswerAsync(request, saved.Customer, cancellationToken);
    }

    private static CustomerDecision Without(StoredCustomer target, string memberId, CustomerAct who, string? note) =>
        target.Customer.Merged.All(one => one.Id != memberId)
            ? new CustomerDecision.Nothing()
            : CustomerActs.Apply(
                target,
                target.Customer with
                {
                    Merged = [.. target.Customer.Merged.Where(one => one.Id != memberId)],
                },
                who.Entry("unmerged", memberId, note)
            );

    private static CustomerDecision.Refuse? RefuseMerge(CustomerRecord source, CustomerRecord target, bool hasMembers, CustomerAct who) =>
        source.Id == target.Id ? CustomerActs.Invalid("into-itself", "A record cannot be merged into itself.")
        : source.MergedInto is not null
            ? CustomerActs.Conflict("merged-already", "The record is part of another one; take it out of there first.")
        : hasMembers
            ? CustomerActs.Conflict("has-members", "Other records point to this one. Merge the other way round, or take them out first.")
        : source.Erasure is not null || target.Erasure is not null ? CustomerActs.Conflict("being-erased", "The customer is being erased.")
        : who.SeenVersion is { } seen && seen != source.Version
            ? CustomerActs.Conflict("customer-changed", "The customer has changed since you read them.")
        : null;

    private static IResult? RefuseEvidence(string? evidence, string? note) =>
        !MergeEvidence.All.Contains(evidence, StringComparer.Ordinal)
            ? Problems.Of(
                StatusCodes.Status400BadRequest,
                "evidence-weak",
                $"evidence is one of {string.Join(", ", MergeEvidence.All)}; the same name is not enough."
            )
        : !CustomerActs.IsNote(note)
            ? Problems.Of(
                StatusCodes.Status400BadRequest,
                "note-missing",
                $"note says what proves it, in 1 to {CustomerAct.MaxNoteLength} characters."
            )
        : null;

    private static (string Id, string Kind, string Value)? Read(IdentityRequest asked) =>
        asked.Kind == CustomerIds.Email
            ? EmailAddress.TryParse(asked.Value, out var address)
                ? (CustomerIds.Of(address), CustomerIds.Email, address.Value)
                : null
            : asked is { Kind.Length: > 0 and <= MaxKindLength, Value.Length: > 0 and <= MaxAccountLength }
            && asked.Kind.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
                ? (CustomerIds.Of(asked.Kind, asked.Value), asked.Kind, StoredText.CleanLine(asked.Value, MaxAccountLength))
                : null;

    private static IResult Changed() =>
        Problems.Of(
            StatusCodes.Status409Conflict,
            "customer-changed",
            "The customer has changed since you read them. Read them and try again."
        );
}
