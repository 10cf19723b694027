using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases;

public sealed class CaseTokensTests : IDisposable
{
    private readonly ServiceProvider _services = Pipeline.Create();
    private readonly TimeOrderedId _caseId = Ids.Next();

    private CaseTokens Tokens => _services.GetRequiredService<CaseTokens>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_reply_address_leads_back_to_its_case_and_is_short_enough_for_smtp()
    {
        var address = Tokens.ReplyAddress(_caseId);

        Assert.Equal(_caseId, Tokens.ReadReplyAddress(address));
        Assert.StartsWith($"support+{_caseId}.", address.Value, StringComparison.Ordinal);
        Assert.InRange(address.LocalPart.Length, 1, 64);
    }

    [Fact]
    public void Mail_programs_that_change_the_case_of_letters_do_no_harm() =>
        Assert.Equal(_caseId, Tokens.ReadReplyAddress(Emails.Address(Tokens.ReplyAddress(_caseId).Value.ToUpperInvariant())));

    [Fact]
    public void A_changed_signature_or_case_is_not_believed()
    {
        var value = Tokens.ReplyAddress(_caseId).Value;
        var otherCase = value.Replace(_caseId.Value, Ids.Next().Value, StringComparison.Ordinal);
        var otherSignature = value.Replace("@", "0@", StringComparison.Ordinal);

        Assert.Null(Tokens.ReadReplyAddress(Emails.Address(otherCase)));
        Assert.Null(Tokens.ReadReplyAddress(Emails.Address(otherSignature)));
        Assert.Null(Tokens.ReadReplyAddress(Emails.Address($"support+{_caseId}@desk.example")));
        Assert.Null(Tokens.ReadReplyAddress(Emails.Address("support@desk.example")));
    }

    [Fact]
    public void A_token_at_an_address_that_is_not_ours_is_not_believed() =>
        Assert.Null(Tokens.ReadReplyAddress(Emails.Address($"support+{Tokens.ReplyTag(_caseId)}@elsewhere.example")));

    [Fact]
    public void A_message_id_leads_back_to_its_case()
    {
        var id = Tokens.MessageId(_caseId, "ack-1");

        Assert.EndsWith("@desk.example", id, StringComparison.Ordinal);
        Assert.Equal(_caseId, Tokens.ReadMessageId(id));
        Assert.Null(Tokens.ReadMessageId(id.Replace("ack-1", "ack-2", StringComparison.Ordinal)));
        Assert.Null(Tokens.ReadMessageId(id.Replace("desk.example", "other.example", StringComparison.Ordinal)));
        Assert.Null(Tokens.ReadMessageId("CAD1234@mail.example"));
    }

    [Fact]
    public void Another_key_signs_differently()
    {
        using var other = Pipeline.Create(settings: ("Desk:SigningKey", "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA="));

        Assert.Null(other.GetRequiredService<CaseTokens>().ReadReplyAddress(Tokens.ReplyAddress(_caseId)));
    }
}
