using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps.Greetings;

/// <summary>Greets customers on days of their own, with their consent; each greeting schedules the next.</summary>
public sealed class CustomerGreetings(
    GreetingStore store,
    FollowUpSchedule schedule,
    QuietCases quiet,
    UnsubscribeLinks links,
    GreetingInputs inputs
)
{
    private static readonly FollowUpKind[] Kinds = [FollowUpKind.BirthdayGreeting, FollowUpKind.AnniversaryGreeting];

    /// <summary>Takes note of what is known of a customer and schedules what follows from it; the same again changes nothing.</summary>
    internal async Task UpdateAsync(GreetingFacts facts, CancellationToken cancellationToken)
    {
        await store.KeepAsync(facts, cancellationToken);
        await schedule.AddAsync(Kinds.Select(kind => Next(kind, facts)).OfType<FollowUp>(), cancellationToken);
    }

    /// <summary>Forgets a customer; wake-ups that are left find nothing.</summary>
    internal Task ForgetAsync(string customerId, CancellationToken cancellationToken) => store.ForgetAsync(customerId, cancellationToken);

    /// <summary>Does what is due; doing it twice does it once.</summary>
    internal async Task<Outcome> ProcessAsync(FollowUp due, CancellationToken cancellationToken)
    {
        if (due.CustomerId is not { } customerId || await store.FindAsync(customerId, cancellationToken) is not { } facts)
        {
            return new Outcome.Skipped(ReasonCode.NothingDue);
        }

        // The next one first: whatever becomes of this greeting, next year has its day too.
        if (Next(due.Kind, facts) is { } next)
        {
            await schedule.AddAsync([next], cancellationToken);
        }

        var standing = await inputs.Standings.OfAddressAsync(facts.Address.Value, cancellationToken);
        var hasUnsubscribed = await store.HasUnsubscribedAsync(facts.Address, cancellationToken);
        var zone = inputs.Organisation.Calendar.TimeZone;
        var refusal =
            GreetingRules.Refuse(due.Kind, facts, standing, hasUnsubscribed, zone, inputs.Clock.GetUtcNow())
            ?? (
                links.To(facts.Address) is { } link ? await SendAsync(due, facts, link, cancellationToken) : FollowUpReason.NoPublicAddress
            );
        return refusal is null ? new Outcome.Completed() : new Outcome.Skipped(refusal);
    }

    private Task<string?> SendAsync(FollowUp due, GreetingFacts facts, string link, CancellationToken cancellationToken) =>
        quiet.SendAsync(
            new(
                KebabCase.NameOf(due.Kind),
                $"{facts.CustomerId}-{due.Cause}",
                due.At,
                new(facts.Name, facts.Address),
                facts.Language,
                FollowUpReason.PersonalDay,
                facts.CustomerId
            )
            {
                Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["unsubscribeLink"] = link },
            },
            cancellationToken
        );

    private FollowUp? Next(FollowUpKind kind, GreetingFacts facts) =>
        GreetingRules.Next(kind, facts, inputs.Organisation.Calendar.TimeZone, inputs.Clock.GetUtcNow());
}

/// <summary>What is looked at before somebody is greeted.</summary>
public sealed class GreetingInputs(CustomerStandings standings, Organisation organisation, TimeProvider clock)
{
    internal CustomerStandings Standings => standings;

    internal Organisation Organisation => organisation;

    internal TimeProvider Clock => clock;
}
