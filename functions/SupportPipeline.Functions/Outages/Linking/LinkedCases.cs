using System.Runtime.CompilerServices;
using SupportPipeline.Cases;
using SupportPipeline.Outages.Audience;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Linking;

/// <summary>Whoever wrote to us about an incident is told of it, also when his case was closed in the meantime.</summary>
internal sealed class LinkedCases(IncidentCases cases, WantedChannel channel) : ILinkedCaseSource
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AudienceMember> OfAsync(string incidentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in cases.OfAsync(incidentId, cancellationToken))
        {
            if (EmailAddress.TryParse(item.CustomerAddress, out var address))
            {
                yield return new(address, item.CustomerName, item.Language, AudienceMember.OfCase)
                {
                    WantsOtherChannel = await channel.OtherThanMailAsync(item, cancellationToken) is not null,
                };
            }
        }
    }
}
