using SupportPipeline.FollowUps.Greetings;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>What other parts keep about a customer beside cases.</summary>
public sealed class CustomerTraces(CustomerGreetings greetings, IEnumerable<IAddressMemory> memories)
{
    /// <summary>Has it all erased.</summary>
    internal async Task EraseAsync(IReadOnlyList<CustomerRecord> members, CancellationToken cancellationToken)
    {
        foreach (var member in members)
        {
            await greetings.ForgetAsync(member.Id, cancellationToken);
            if (member.Identity is { Kind: CustomerIds.Email } identity && EmailAddress.TryParse(identity.Value, out var address))
            {
                foreach (var memory in memories)
                {
                    await memory.ForgetAsync(address, cancellationToken);
                }
            }
        }
    }
}
