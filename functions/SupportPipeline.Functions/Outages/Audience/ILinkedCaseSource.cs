namespace SupportPipeline.Outages.Audience;

/// <summary>Customers with an open case that is linked to an incident.</summary>
public interface ILinkedCaseSource
{
    /// <summary>Streams them.</summary>
    IAsyncEnumerable<AudienceMember> OfAsync(string incidentId, CancellationToken cancellationToken);
}
