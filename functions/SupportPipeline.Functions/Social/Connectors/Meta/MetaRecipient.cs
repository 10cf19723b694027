namespace SupportPipeline.Social.Connectors.Meta;

/// <summary>Whom an entry of a delivery is for.</summary>
/// <param name="Platform">Facebook or Instagram.</param>
/// <param name="Account">The id of our page or account.</param>
/// <param name="Time">When Meta noticed what the entry tells.</param>
/// <param name="Own">Our other pages and accounts.</param>
internal sealed record MetaRecipient(SocialPlatform Platform, string Account, DateTimeOffset? Time, IReadOnlyList<string> Own)
{
    /// <summary>Whether an account is ours.</summary>
    public bool IsOurs(string? id) => id == Account || Own.Has(id);
}
