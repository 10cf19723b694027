using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>Shows what a notice would be: who would get it, who would not and why, and what they would read. Changes nothing.</summary>
public sealed class NoticePreviewing(NoticeAudience audience, NoticeStore notices, NoticeTesting testing)
{
    private const int MaxSamples = 5;

    /// <summary>Looks.</summary>
    public async Task<NoticePreview> PreviewAsync(DraftedNotice draft, CancellationToken cancellationToken)
    {
        var (segments, languages, suppressed) = (Counter(), Counter(), Counter());
        var samples = new List<NoticeSample>();
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        var count = 0;
        await foreach (var found in audience.FindAsync(draft.Notice, [.. draft.Texts.Keys], cancellationToken))
        {
            if (found.Reason is { } reason)
            {
                Count(suppressed, reason);
                continue;
            }

            count++;
            Count(segments, found.Segment);
            Count(languages, found.Language);
            names.TryAdd(found.Language, found.Recipient.Name);
            if (samples.Count < MaxSamples)
            {
                samples.Add(new(found.Recipient.Address, found.Recipient.Name, found.Language, found.Segment));
            }
        }

        var previous = draft.Previous is { } earlier ? await notices.TextsAsync(earlier, cancellationToken) : null;
        return new(
            KebabCase.NameOf(draft.Notice.Kind),
            count,
            segments,
            languages,
            suppressed,
            [.. Replies.TemplateCatalog.Languages.Where(language => !draft.Texts.ContainsKey(language))],
            draft.Texts.ToDictionary(text => text.Key, text => Filled(text.Key, text.Value, names), StringComparer.Ordinal),
            samples,
            draft.Texts.ToDictionary(
                text => text.Key,
                text => NewLines(text.Value, previous?.GetValueOrDefault(text.Key)),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>Sends it to one of our own people.</summary>
    /// <returns>Why not; null when the mail service took it.</returns>
    public Task<NoticeVerdict.Refuse?> TestAsync(DraftedNotice draft, NoticeRequest asked, CancellationToken cancellationToken) =>
        testing.SendAsync(draft, asked.To, asked.Language, cancellationToken);

    private static NoticeText Filled(string language, NoticeText text, Dictionary<string, string?> names) =>
        text with
        {
            Text = text.Text.Replace(
                NoticeMailWriter.Greeting,
                NoticeWords.In(language).Greet(names.GetValueOrDefault(language)),
                StringComparison.Ordinal
            ),
        };

    private static IReadOnlyList<string> NewLines(NoticeText text, NoticeText? before)
    {
        var known = before is null ? [] : Lines(before).ToHashSet(StringComparer.Ordinal);
        return [.. Lines(text).Where(line => !known.Contains(line))];
    }

    private static IEnumerable<string> Lines(NoticeText text) =>
        text.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(text.Subject);

    private static Dictionary<string, int> Counter() => new(StringComparer.Ordinal);

    private static void Count(Dictionary<string, int> counter, string key) => counter[key] = counter.GetValueOrDefault(key) + 1;
}
