using SupportPipeline.Intake;

namespace SupportPipeline.Customers;

/// <summary>By what the sender of a message is known: the address of a mail, or the account of a public mention.</summary>
/// <param name="Id">Their record.</param>
/// <param name="Identity">Address or account.</param>
internal sealed record SenderIdentity(string Id, CustomerIdentity Identity)
{
    /// <summary>What stands for them among the participants of a case: for an address its hash.</summary>
    public string ParticipantHash => Id[1..];

    /// <summary>The sender of a message; null when nobody usable is named.</summary>
    public static SenderIdentity? Of(InboundEmail email) =>
        email.From is { Address: var address } ? new(CustomerIds.Of(address), new(CustomerIds.Email, address.Value))
        : email.Social is { } social ? new(CustomerIds.Of(social.Platform, social.Account), new(social.Platform, social.Account))
        : null;
}
