using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>Decides whether a mail that names no earlier one belongs to the case the same person has just opened. Pure.</summary>
internal static class GroupingRules
{
    /// <summary>Whether the case is worth reading: nothing that was opened earlier can be joined.</summary>
    public static bool IsCandidate(TimeOrderedId caseId, DateTimeOffset receivedAt, CustomersOptions options) =>
        Distance(caseId.CreatedAt, receivedAt) <= TimeSpan.FromSeconds(Math.Max(options.GroupSeconds, options.GroupSubjectMinutes * 60));

    /// <summary>Why the mail joins the case, a value of <see cref="ReasonCode"/>; null when it does not.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="candidate">The case; it must be open.</param>
    /// <param name="options">How near is near.</param>
    public static string? Reason(GroupedMail mail, GroupingCase candidate, CustomersOptions options)
    {
        // Web forms and shared mailboxes send for many people from one address; then only the name tells them apart.
        if (mail.Name is { } name && candidate.Name is { } other && !string.Equals(name, other, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var sameSubject = mail.Subject.Length > 0 && string.Equals(mail.Subject, candidate.Subject, StringComparison.OrdinalIgnoreCase);
        var sinceOpening = Distance(candidate.OpenedAt, mail.ReceivedAt);
        var near = TimeSpan.FromSeconds(options.GroupSeconds);
        return sameSubject && sinceOpening <= TimeSpan.FromMinutes(options.GroupSubjectMinutes) ? ReasonCode.SameSubject
            : sinceOpening <= near || Distance(candidate.LastMessageAt, mail.ReceivedAt) <= near ? ReasonCode.NearSimultaneous
            : null;
    }

    /// <summary>Queues keep no order: the later mail may be looked at first.</summary>
    private static TimeSpan Distance(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration();
}

/// <summary>As much of a mail as grouping looks at.</summary>
/// <param name="Name">The display name of its sender.</param>
/// <param name="Subject">Its subject without prefixes.</param>
/// <param name="ReceivedAt">When it was received.</param>
internal sealed record GroupedMail(string? Name, string Subject, DateTimeOffset ReceivedAt);

/// <summary>As much of a case as grouping looks at.</summary>
/// <param name="Name">The display name of who opened it.</param>
/// <param name="Subject">Its subject without prefixes.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="LastMessageAt">When its last message came.</param>
internal sealed record GroupingCase(string? Name, string Subject, DateTimeOffset OpenedAt, DateTimeOffset LastMessageAt);
