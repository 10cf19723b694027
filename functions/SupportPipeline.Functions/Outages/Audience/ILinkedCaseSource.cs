namespace SupportPipeline.Outages.Audience;

/// <summary>Customers with an open case that is linked to an incident.</summary>
public interface ILinkedCaseSource
{
    /// <summary>Streams them.</summary>
    IAsyncEnumerable<AudienceMember> OfAsync(string incidentId, CancellationToken cancellationToken);
}

/// <summary>Nobody: while cases are not linked to incidents.</summary>
internal sealed class NoLinkedCases : ILinkedCaseSource
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AudienceMember> OfAsync(
        string incidentId,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        yield break;
    }
}
