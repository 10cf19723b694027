using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Platform;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>What people do with mentions. Pure: each act decides from the mention, its timeline, what was asked and by whom.</summary>
internal static class MentionActs
{
    /// <summary>A name as signed in has at most so many characters.</summary>
    private const int MaxName = 100;

    /// <summary>So long it counts that somebody is writing, without another word.</summary>
    public static readonly TimeSpan WritingLasts = TimeSpan.FromMinutes(3);

    /// <summary>What comes before every act: one that was done already is not done again, and one that rests on an older version is refused.</summary>
    public static MentionVerdict? Guard(MentionHistory history, AgentAct who)
    {
        if (history.Entries.Any(entry => entry.By == who.By && entry.Key.EndsWith(":" + who.Key, StringComparison.Ordinal)))
        {
            return new MentionVerdict.Nothing();
        }

        if (who.SeenVersion is not { } seen || seen == history.Mention.Version)
        {
            return null;
        }

        var changes = history.Entries.Where(entry => VersionOf(entry) > seen).Select(MentionEntryDocument.Of).ToList();
        return new MentionVerdict.Refuse(
            StatusCodes.Status409Conflict,
            "mention-changed",
            "The mention has changed since you read it. Look at what is new and try again."
        )
        {
            More = new Dictionary<string, object?>(StringComparer.Ordinal) { ["version"] = history.Mention.Version, ["changes"] = changes },
        };
    }

    /// <summary>Gives it to somebody, or to nobody.</summary>
    public static MentionVerdict Assign(MentionHistory history, AssignMentionRequest asked, AgentAct who)
    {
        var name = asked.To is { } to ? StoredText.CleanLine(to, MaxName) : "";
        var assignee = name switch
        {
            "" => null,
            "me" => who.By,
            _ => name,
        };
        var before = history.Mention;
        return before.Assignee == assignee
            ? new MentionVerdict.Nothing()
            : Change(
                history,
                who,
                "assigned",
                before with
                {
                    Assignee = assignee,
                    State = before.State switch
                    {
                        MentionState.New when assignee is not null => MentionState.Assigned,
                        MentionState.Assigned when assignee is null => MentionState.New,
                        var state => state,
                    },
                },
                asked.Note,
                assignee is null ? "nobody" : $"to {assignee}"
            );
    }

    /// <summary>Says that it needs nothing.</summary>
    public static MentionVerdict Ignore(MentionHistory history, IgnoreMentionRequest asked, AgentAct who)
    {
        if (asked.Reason is not { } reason || !IgnoreReasons.All.Contains(reason, StringComparer.Ordinal))
        {
            return Invalid("reason-unknown", $"reason is one of {string.Join(", ", IgnoreReasons.All)}.");
        }

        var before = history.Mention;
        return before.State == MentionState.Ignored && before.IgnoredBecause == reason ? new MentionVerdict.Nothing()
            : WhyNotIgnore(before) is { } why ? Conflict("mention-converted", why)
            : Change(
                history,
                who,
                "ignored",
                before with
                {
                    State = MentionState.Ignored,
                    IgnoredBecause = reason,
                },
                asked.Note,
                null,
                reason
            );
    }

    /// <summary>Takes back that it needs nothing.</summary>
    public static MentionVerdict Reopen(MentionHistory history, MentionNoteRequest asked, AgentAct who)
    {
        var before = history.Mention;
        return WhyNotReopen(before) is { } why
            ? Conflict("mention-not-ignored", why)
            : Change(
                history,
                who,
                "reopened",
                before with
                {
                    IgnoredBecause = null,
                    State =
                        before.AnsweredAt is not null ? MentionState.Answered
                        : before.Assignee is not null ? MentionState.Assigned
                        : MentionState.New,
                },
                asked.Note
            );
    }

    /// <summary>Has it become a message of a case; which case that is turns out later.</summary>
    public static MentionVerdict Convert(MentionHistory history, MentionNoteRequest asked, AgentAct who)
    {
        var before = history.Mention;
        return before.State == MentionState.Converted ? new MentionVerdict.Nothing()
            : before.DeletedAt is not null ? Conflict("mention-deleted", WhyNotCase(before)!)
            : Change(history, who, "converted", before with { State = MentionState.Converted, IgnoredBecause = null }, asked.Note);
    }

    /// <summary>Notes the case it became a message of; null when that is noted.</summary>
    public static MentionChange? Linked(MentionHistory history, TimeOrderedId caseId, DateTimeOffset now)
    {
        var before = history.Mention;
        if (before.CaseId is not null)
        {
            return null;
        }

        var version = before.Version + 1;
        var entry = new MentionEntry(MentionEntry.KeyOf(now, $"{version:D6}:linked:{caseId}"), now, "linked", null, null, caseId.Value);
        var after = before with { CaseId = caseId.Value, State = MentionState.Converted, Version = version };
        return new(history.Stored, after) { Entries = [entry] };
    }

    /// <summary>Says that a person wrote it and means it: the hints count no more, and the score is made anew.</summary>
    public static MentionVerdict NotSpam(MentionHistory history, MentionNoteRequest asked, AgentAct who)
    {
        var before = history.Mention;
        if (WhyNotNotSpam(before) is not null)
        {
            return new MentionVerdict.Nothing();
        }

        return Change(history, who, "not-spam", MentionDrafting.NotSpam(before, who.At), asked.Note);
    }

    /// <summary>Writes something down about it.</summary>
    public static MentionVerdict Note(MentionHistory history, MentionNoteRequest asked, AgentAct who) =>
        AgentAct.IsBlank(asked.Note)
            ? Invalid("note-missing", "note says what is to be noted.")
            : Change(history, who, "noted", history.Mention, asked.Note);

    /// <summary>
    /// Says who is writing an answer. That changes nothing about the mention, so its version stays and no entry is made; it only keeps a second person from
    /// writing at the same time.
    /// </summary>
    public static MentionVerdict Writing(MentionHistory history, MentionWritingRequest asked, AgentAct who)
    {
        var before = history.Mention;
        if (OtherWriter(before, who) is { } other)
        {
            return asked.Stop
                ? new MentionVerdict.Nothing()
                : new MentionVerdict.Refuse(StatusCodes.Status409Conflict, "somebody-is-writing", $"{other.By} is writing an answer.")
                {
                    More = new Dictionary<string, object?>(StringComparer.Ordinal) { ["by"] = other.By, ["until"] = other.Until },
                };
        }

        return new MentionVerdict.Apply(
            new(history.Stored, before with { Writer = asked.Stop ? null : new(who.By, who.At + WritingLasts) })
        );
    }

    /// <summary>Somebody else who is writing an answer just now.</summary>
    public static MentionWriter? OtherWriter(Mention mention, AgentAct who) =>
        mention.Writer is { } writer && writer.By != who.By && writer.Until > who.At ? writer : null;

    /// <summary>What can be done with a mention, and why not.</summary>
    public static IReadOnlyList<MentionActDocument> Possible(Mention mention)
    {
        (string Act, string? Why)[] all =
        [
            ("assign", null),
            ("ignore", WhyNotIgnore(mention)),
            ("reopen", WhyNotReopen(mention)),
            ("not-spam", WhyNotNotSpam(mention)),
            ("note", null),
            ("writing", null),
            ("case", WhyNotCase(mention)),
        ];
        return [.. all.Select(one => new MentionActDocument(one.Act, one.Why is null, one.Why))];
    }

    /// <summary>Why it cannot become a case; null when it can.</summary>
    public static string? WhyNotCase(Mention mention) =>
        mention.CaseId is not null ? "It is part of a case already."
        : mention.DeletedAt is not null ? "It was deleted on its platform: there is nothing left to work on."
        : null;

    private static string? WhyNotIgnore(Mention mention) => mention.CaseId is null ? null : "It is part of a case: close the case instead.";

    private static string? WhyNotReopen(Mention mention) => mention.State == MentionState.Ignored ? null : "It is not ignored.";

    private static string? WhyNotNotSpam(Mention mention) => mention.Spam.Value > 0 ? null : "Nothing speaks for spam.";

    private static MentionVerdict Change(
        MentionHistory history,
        AgentAct who,
        string kind,
        Mention after,
        string? note,
        string? about = null,
        string? reason = null
    )
    {
        if (note is { Length: > AgentAct.MaxTextLength })
        {
            return Invalid("text-too-long", $"A text has at most {AgentAct.MaxTextLength} characters.");
        }

        var version = history.Mention.Version + 1;
        var said = string.Join(
            ": ",
            new[] { about, AgentAct.IsBlank(note) ? null : StoredText.Clean(note!, AgentAct.MaxTextLength) }.OfType<string>()
        );
        var entry = new MentionEntry(
            KeyOf(who, kind, version),
            who.At,
            kind,
            reason ?? ReasonCode.ByAgent,
            who.By,
            said.Length == 0 ? null : said
        );
        var isTheirs = history.Mention.Writer?.By == who.By && kind != "noted";
        return new MentionVerdict.Apply(
            new(history.Stored, after with { Version = version, Writer = isTheirs ? null : after.Writer }) { Entries = [entry] }
        );
    }

    /// <summary>The key of an entry says which version it made, which also orders what happened in one moment, and which request.</summary>
    private static string KeyOf(AgentAct who, string kind, int version) => MentionEntry.KeyOf(who.At, $"{version:D6}:{kind}:{who.Key}");

    /// <summary>The version an entry made; what cannot be told is taken for new.</summary>
    private static int VersionOf(MentionEntry entry)
    {
        if (entry.Kind == "received")
        {
            return 0;
        }

        var unique = entry.Key[(entry.Key.IndexOf('|', StringComparison.Ordinal) + 1)..];
        var number = unique.StartsWith(entry.Kind, StringComparison.Ordinal) ? unique[entry.Kind.Length..] : unique.Split(':', 2)[0];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : int.MaxValue;
    }

    private static MentionVerdict.Refuse Invalid(string reason, string detail) => new(StatusCodes.Status400BadRequest, reason, detail);

    private static MentionVerdict.Refuse Conflict(string reason, string detail) => new(StatusCodes.Status409Conflict, reason, detail);
}
