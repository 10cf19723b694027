using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>What agents do to a customer's profile. Pure.</summary>
internal static class CustomerActs
{
    private static readonly string[] Channels = ["email", "phone", "social"];

    /// <summary>Sets a flag, or sets it anew with another end or reason.</summary>
    public static CustomerDecision Flag(StoredCustomer before, FlagRequest asked, CustomerAct act)
    {
        if (!CustomerFlagNames.OfAgents.Contains(asked.Flag, StringComparer.Ordinal))
        {
            return Invalid("flag-unknown", $"flag is one of {string.Join(", ", CustomerFlagNames.OfAgents)}.");
        }

        if (!IsNote(asked.Reason))
        {
            return Invalid("reason-missing", $"reason says why, in 1 to {CustomerAct.MaxNoteLength} characters.");
        }

        if (asked.Until <= act.At)
        {
            return Invalid("until-passed", "until is a time to come, or null.");
        }

        var same = before.Customer.Flags.FirstOrDefault(flag => flag.Name == asked.Flag);
        var reason = Clean(asked.Reason!);
        return same is not null && same.Until == asked.Until && same.Why == reason
            ? new CustomerDecision.Nothing()
            : Apply(
                before,
                before.Customer with
                {
                    Flags =
                    [
                        .. before.Customer.Flags.Where(flag => flag != same),
                        new CustomerFlag(asked.Flag!, asked.Until, reason, act.By, act.At),
                    ],
                },
                act.Entry("flag-set", asked.Flag, reason)
            );
    }

    /// <summary>Lifts a flag.</summary>
    public static CustomerDecision Unflag(StoredCustomer before, string name, CustomerReasonRequest asked, CustomerAct act) =>
        !CustomerFlagNames.OfAgents.Contains(name, StringComparer.Ordinal)
            ? Invalid("flag-unknown", $"flag is one of {string.Join(", ", CustomerFlagNames.OfAgents)}.")
        : before.Customer.Flags.All(flag => flag.Name != name) ? new CustomerDecision.Nothing()
        : Apply(
            before,
            before.Customer with
            {
                Flags = [.. before.Customer.Flags.Where(flag => flag.Name != name)],
            },
            act.Entry("flag-lifted", name, asked.Reason is { } reason ? Clean(reason) : null)
        );

    /// <summary>Replaces the preferences.</summary>
    public static CustomerDecision Prefer(StoredCustomer before, PreferencesRequest asked, CustomerAct act)
    {
        if (asked.Language is { } language && !Organisation.KnownLanguages.Contains(language, StringComparer.Ordinal))
        {
            return Invalid("language-unknown", $"language is one of {string.Join(", ", Organisation.KnownLanguages)}, or null.");
        }

        if (asked.Channel is { } channel && !Channels.Contains(channel, StringComparer.Ordinal))
        {
            return Invalid("channel-unknown", $"channel is one of {string.Join(", ", Channels)}, or null.");
        }

        if (
            asked.QuietHours is { } quiet
            && (quiet.From == quiet.Until || !TimeZoneInfo.TryFindSystemTimeZoneById(quiet.TimeZone ?? "", out _))
        )
        {
            return Invalid("quiet-hours-invalid", "quietHours has from, until (not the same) and timeZone, an IANA name.");
        }

        var preferences = new CustomerPreferences
        {
            Language = asked.Language,
            Channel = asked.Channel,
            QuietHours = asked.QuietHours,
            Consents = asked.Consents ?? new(),
            Birthday = asked.Birthday,
            CustomerSince = asked.CustomerSince,
        };
        return preferences == before.Customer.Preferences
            ? new CustomerDecision.Nothing()
            : Apply(
                before,
                before.Customer with
                {
                    Preferences = preferences,
                },
                act.Entry("preferences-changed", null, asked.Note is { } note ? Clean(note) : null)
            );
    }

    /// <summary>The refusal of a request that lacks something or says something unknown.</summary>
    public static CustomerDecision.Refuse Invalid(string reason, string detail) => new(StatusCodes.Status400BadRequest, reason, detail);

    /// <summary>The refusal of an act that does not fit what is.</summary>
    public static CustomerDecision.Refuse Conflict(string reason, string detail) => new(StatusCodes.Status409Conflict, reason, detail);

    /// <summary>Whether a text says something and is not too long.</summary>
    public static bool IsNote(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= CustomerAct.MaxNoteLength;

    /// <summary>A note as it is stored.</summary>
    public static string Clean(string note) => StoredText.Clean(note, CustomerAct.MaxNoteLength);

    /// <summary>A change with its entry.</summary>
    public static CustomerDecision Apply(StoredCustomer before, CustomerRecord after, CustomerLogEntry entry) =>
        new CustomerDecision.Apply(CustomerChange.Of(before, after, entry));
}
