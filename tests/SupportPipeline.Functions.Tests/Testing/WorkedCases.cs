using Azure;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Cases;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Testing;

/// <summary>Cases as they stand after what happened to them, without a store: changes are applied as the store would.</summary>
internal static class WorkedCases
{
    private static readonly ETag AnyETag = new("etag");

    /// <summary>A case that a message opened an hour ago.</summary>
    public static CaseHistory Opened(IServiceProvider services, string address = "mia@example.org", int number = 7) =>
        After(null, Opening(services, address, number));

    /// <summary>The change that opens a case.</summary>
    public static CaseChange Opening(IServiceProvider services, string address = "mia@example.org", int number = 7) =>
        services
            .GetRequiredService<MessageDecision>()
            .Open(Received(address, Ids.Time), new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(number), Ids.Time);

    /// <summary>The customer writes again.</summary>
    public static CaseHistory Writes(this CaseHistory history, IServiceProvider services, DateTimeOffset at) =>
        After(
            history,
            services
                .GetRequiredService<MessageDecision>()
                .Join(Received(history.Case.CustomerAddress!, at), new(history.Stored, ReasonCode.References), at)
        );

    /// <summary>What an agent did, when it was something.</summary>
    public static CaseHistory After(this CaseHistory history, CaseDecision decision) =>
        After(history, Assert.IsType<CaseDecision.Apply>(decision).Change);

    /// <summary>The case with another snapshot.</summary>
    public static CaseHistory With(this CaseHistory history, Func<CaseSnapshot, CaseSnapshot> change) =>
        history with
        {
            Stored = history.Stored with { Case = change(history.Case) },
        };

    /// <summary>A change as the store applies it.</summary>
    public static CaseHistory After(CaseHistory? history, CaseChange change)
    {
        var version = (change.Before?.Version ?? 0) + 1;
        var moved = change.Moved.ToDictionary(pair => pair.Before.Reply.Id, pair => pair.After, StringComparer.Ordinal);
        return new(
            new(change.Case with { Version = version }, AnyETag),
            [
                .. (history?.Messages ?? []).Where(message => message.Id != change.MessageLeaving),
                .. change.Message is { } message ? [message with { Version = version }] : Array.Empty<CaseMessage>(),
            ],
            [.. history?.Events ?? [], .. change.Events.Select(happening => happening with { Version = version })],
            [
                .. (history?.Replies ?? []).Select(stored =>
                    stored with
                    {
                        Reply = moved.GetValueOrDefault(stored.Reply.Id, stored.Reply),
                    }
                ),
                .. change.Replies.Select(reply => new StoredReply(reply, AnyETag)),
            ]
        );
    }

    /// <summary>Anna does something half an hour after the first message, each time under another key.</summary>
    public static AgentAct Anna(string? key = null, DateTimeOffset? at = null, int? seen = null) =>
        new("anna@desk.example", at ?? Ids.Time.AddMinutes(30), key ?? Ids.Next().Value, seen);

    /// <summary>The status and the reason of a refusal.</summary>
    public static (int Status, string Reason) Refusal(CaseDecision decision)
    {
        var why = Assert.IsType<CaseDecision.Refuse>(decision);
        return (why.Status, why.Reason);
    }

    private static ReceivedEmail Received(string address, DateTimeOffset at)
    {
        var id = Ids.Next(at);
        var email = Emails.From(address) with { Id = id, MessageId = $"{id}@mail.example" };
        return new(email, new(email.OwnWords, Triages.Plain), "email", "raw", Array.Empty<StoredAttachment>(), null);
    }
}
