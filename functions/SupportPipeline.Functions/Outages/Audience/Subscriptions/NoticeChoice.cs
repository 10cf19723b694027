namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>What somebody wants to hear of.</summary>
/// <param name="Everything">Everything, now and later.</param>
/// <param name="Components">Else these components; none for nothing at all.</param>
internal sealed record NoticeChoice(bool Everything, IReadOnlyList<string> Components)
{
    /// <summary>Nothing.</summary>
    public static NoticeChoice Nothing { get; } = new(false, []);

    /// <summary>Whether it is nothing.</summary>
    public bool IsNothing => !Everything && Components.Count == 0;

    /// <summary>A list in which none means everything.</summary>
    public static NoticeChoice OfList(IReadOnlyList<string> components) => new(components.Count == 0, components);

    /// <summary>What holds for an address: its subscription without what it opted out of.</summary>
    public static NoticeChoice Current(Subscriber? subscriber, NoticeOptOut? optOut, IReadOnlyList<string> known)
    {
        if (optOut is { Components.Count: 0 })
        {
            return Nothing;
        }

        var wanted = subscriber is { ConfirmedAt: not null, Components.Count: > 0 } ? subscriber.Components : known;
        return optOut is null && subscriber is not { ConfirmedAt: not null, Components.Count: > 0 }
            ? new(true, [])
            : new(false, [.. wanted.Except(optOut?.Components ?? [], StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The components an address does not want once it has confirmed a subscription to what is chosen: a new subscription takes back an earlier "no" for
    /// what it is about, and for nothing else. Null when it wants everything; empty when nothing.
    /// </summary>
    public IReadOnlyList<string>? OptOutAfterConfirming(NoticeOptOut? before, IReadOnlyList<string> known) =>
        before is null || Everything ? null : Rest(before.Components.Count == 0 ? known : before.Components);

    /// <summary>The components an address does not want once it has said what it wants. Null when it wants everything; empty when nothing.</summary>
    public IReadOnlyList<string>? OptOut(IReadOnlyList<string> known) =>
        Everything ? null
        : IsNothing ? []
        : Rest(known);

    private List<string>? Rest(IReadOnlyList<string> all) =>
        all.Except(Components, StringComparer.Ordinal).ToList() is { Count: > 0 } rest ? rest : null;
}
