using SupportPipeline.Outages.Notices;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>An address stands in the frozen audience of a notice.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Address">The hash of the address.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why; null when there is nothing to say.</param>
/// <param name="IsOver">Whether nobody looks after the notice any more.</param>
internal sealed record RecipientStored(string Notice, string Address, RecipientState State, string? Reason, bool IsOver) : Fact
{
    public override Subject Subject => Subject.Recipient(Notice, Address);
}

/// <summary>The mail service accepted a mail of a notice.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Address">The hash of the address.</param>
/// <param name="Attempt">Which request of its slice it was part of.</param>
internal sealed record NoticeMailAccepted(string Notice, string Address, string Attempt) : Fact
{
    public override Subject Subject => Subject.Recipient(Notice, Address);
}
