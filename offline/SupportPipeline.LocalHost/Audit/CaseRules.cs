using System.Globalization;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>A case agrees with its messages, its number and its rows in the lists.</summary>
internal static class CaseRules
{
    public static IEnumerable<string> HasSnapshot(Evidence evidence)
    {
        if (evidence.One<CaseStored>() is { Snapshot: null })
        {
            yield return "has rows and no snapshot.";
        }
        else if (!evidence.Has<CaseStored>() && !IsYoung(evidence))
        {
            yield return $"is not there, and {(evidence.Has<CaseListed>() ? "a list shows it" : "a number leads to it")}.";
        }
    }

    public static IEnumerable<string> CountsItsMessages(Evidence evidence)
    {
        if (evidence.One<CaseStored>() is { Snapshot: { } snapshot } stored && snapshot.MessageCount != stored.Messages)
        {
            yield return $"says it has {snapshot.MessageCount} messages and has {stored.Messages}.";
        }
    }

    public static IEnumerable<string> IsFoundByItsNumber(Evidence evidence)
    {
        if (evidence.One<CaseStored>() is not { Snapshot: { } snapshot } || IsYoung(evidence))
        {
            yield break;
        }

        var numbers = evidence.All<CaseNumbered>().Select(row => row.Number).ToList();
        if (!numbers.Contains(snapshot.Number, StringComparer.Ordinal))
        {
            yield return $"is not found by its number {snapshot.Number}.";
        }

        foreach (var other in numbers.Where(number => number != snapshot.Number))
        {
            yield return $"has the number {snapshot.Number} and is found by {other} too.";
        }
    }

    public static IEnumerable<string> IsListedOnce(Evidence evidence)
    {
        if (evidence.One<CaseStored>() is not { Snapshot: not null } stored || IsYoung(evidence))
        {
            yield break;
        }

        var rows = evidence.All<CaseListed>().ToLookup(row => row.List, row => row.Row, StringComparer.Ordinal);
        foreach (var list in stored.Lists.Where(list => !rows.Contains(list)))
        {
            yield return $"is {stored.Snapshot.State.ToLowerInvariant()} and not in the list {list}.";
        }

        foreach (var list in rows.Where(list => !stored.Lists.Contains(list.Key, StringComparer.Ordinal)))
        {
            yield return $"is {stored.Snapshot.State.ToLowerInvariant()} and still in a list: {string.Join(", ", list)}.";
        }

        foreach (var list in rows.Where(list => list.Count() > 1))
        {
            yield return $"is in the list {list.Key} {list.Count()} times: {string.Join(", ", list)}.";
        }
    }

    public static IEnumerable<string> ListSaysWhatCaseSays(Evidence evidence)
    {
        if (evidence.One<CaseStored>() is not { Snapshot: { } snapshot })
        {
            yield break;
        }

        foreach (var row in evidence.All<CaseListed>())
        {
            var differences = Differences(snapshot, row.Line).ToList();
            if (differences.Count > 0)
            {
                yield return $"differs from its list row {row.Row}: {string.Join(", ", differences)}.";
            }
        }
    }

    public static IEnumerable<string> WakeUpIsScheduled(Evidence evidence)
    {
        if (
            evidence.One<WakeUpWanted>() is { } wanted
            && !evidence.Has<WakeUpScheduled>()
            && !evidence.Scope.QueuesHoldMore
            && TimeOrderedId.TryParse(wanted.Case, out var id)
            && !evidence.IsYoung(id.CreatedAt)
        )
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"is due at {wanted.At:u}, and nothing will wake the case then.");
        }
    }

    public static IEnumerable<string> NumberIsUsedOnce(Evidence evidence)
    {
        var cases = evidence.All<NumberTaken>().Select(taken => taken.Case).Distinct(StringComparer.Ordinal).ToList();
        if (cases.Count > 1)
        {
            yield return $"belongs to {cases.Count} cases: {string.Join(", ", cases)}.";
        }
    }

    public static IEnumerable<string> IsReadable(Evidence evidence) =>
        evidence.All<RowUnreadable>().Select(row => $"cannot be read: {row.Problem}");

    /// <summary>Names of what differs; never the values, which may be a person's.</summary>
    private static IEnumerable<string> Differences(CaseLine snapshot, CaseLine row)
    {
        (string Name, bool Differs)[] fields =
        [
            ("number", snapshot.Number != row.Number),
            ("state", snapshot.State != row.State),
            ("urgency", snapshot.Urgency != row.Urgency),
            ("message count", snapshot.MessageCount != row.MessageCount),
            ("subject", snapshot.Subject != row.Subject),
            ("customer", snapshot.Customer != row.Customer),
            ("last message", snapshot.LastMessageAt != row.LastMessageAt),
        ];
        return fields.Where(field => field.Differs).Select(field => field.Name);
    }

    private static bool IsYoung(Evidence evidence) =>
        TimeOrderedId.TryParse(evidence.Subject.Id, out var id) && evidence.IsYoung(id.CreatedAt);
}
