namespace SupportPipeline.Social.Polling.KnownPosts;

/// <summary>What a look at known posts has shown. Pure.</summary>
/// <param name="HasNews">Whether one of them has changed.</param>
/// <param name="Gone">Those that were not found for the second time in a row.</param>
/// <param name="Seen">Rows that change: those that are there with their print, those that were missed for the first time without.</param>
/// <param name="Forgotten">Rows that go.</param>
internal sealed record KnownPostLook(
    bool HasNews,
    IReadOnlyList<string> Gone,
    IReadOnlyList<(KnownPostStore.KnownPost Known, string? Print)> Seen,
    IReadOnlyList<KnownPostStore.KnownPost> Forgotten
)
{
    /// <summary>Compares. Where a post in the answer could not be read, none counts as missing: it may be that one.</summary>
    /// <param name="known">The posts that were looked for.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="isLast">Whether none of them is looked at again.</param>
    public static KnownPostLook Of(IReadOnlyList<KnownPostStore.KnownPost> known, IReadOnlyList<SocialEvent> answer, bool isLast)
    {
        ArgumentNullException.ThrowIfNull(known);
        var prints = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var posted in answer.OfType<SocialEvent.Posted>())
        {
            prints[posted.Post.ExternalId] = KnownPostRules.PrintOf(posted.Post);
        }

        var isWhole = answer.All(one => one is SocialEvent.Posted);
        var (hasNews, gone) = (false, new List<string>());
        var (seen, forgotten) = (new List<(KnownPostStore.KnownPost, string?)>(), new List<KnownPostStore.KnownPost>());
        foreach (var post in known)
        {
            var print = prints.GetValueOrDefault(post.ExternalId);
            var isGone = print is null && isWhole && post.IsMissed;
            hasNews |= print is not null && print != post.Print;
            if (isGone)
            {
                gone.Add(post.ExternalId);
            }

            if (isGone || isLast)
            {
                forgotten.Add(post);
            }
            else if (print is null ? isWhole : post.IsMissed || print != post.Print)
            {
                seen.Add((post, print));
            }
        }

        return new(hasNews, gone, seen, forgotten);
    }
}
