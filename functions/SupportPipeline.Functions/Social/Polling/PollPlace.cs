using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Social.Polling;

/// <summary>How far a feed has been read.</summary>
internal sealed record PollPlace
{
    /// <summary>The places of runs that read to their end, oldest first, with when each was first reached.</summary>
    public IReadOnlyList<PollMark> Marks { get; init; } = [];

    /// <summary>A walk over pages that is not finished; null between walks.</summary>
    public PollWalk? Walk { get; init; }

    /// <summary>What the first page held that was kept last: the same again is not kept again.</summary>
    public string? LastKept { get; init; }

    /// <summary>Where a walk that begins now reads from: the newest place that was reached before the overlap, so that what came late behind it is read too.</summary>
    public string? FromAt(DateTimeOffset now, TimeSpan overlap) =>
        (Marks.LastOrDefault(mark => mark.At <= now - overlap) ?? Marks.FirstOrDefault())?.Place;

    /// <summary>The walk that goes on, or a new one.</summary>
    public PollWalk WalkAt(DateTimeOffset now, TimeSpan overlap) => Walk ?? new(FromAt(now, overlap), null, null);

    /// <summary>After a page was kept.</summary>
    public PollPlace After(PollWalk walk, PolledPage page, DateTimeOffset now, TimeSpan overlap)
    {
        ArgumentNullException.ThrowIfNull(walk);
        ArgumentNullException.ThrowIfNull(page);
        var top = Later(walk.Top, page.Top);
        if (page.Next is { } next)
        {
            return this with { Walk = walk with { Next = next, Top = top } };
        }

        var last = Marks.Count > 0 ? Marks[^1].Place : null;
        var marks = top is null || Later(last, top) == last ? Marks : [.. Marks, new PollMark(top, now)];
        var first = marks.ToList().FindLastIndex(mark => mark.At <= now - overlap);
        return this with { Walk = null, Marks = first > 0 ? [.. marks.Skip(first)] : marks };
    }

    /// <summary>The greater of two places: digits by value, moments as they are written.</summary>
    public static string? Later(string? one, string? other) =>
        one is null ? other
        : other is null ? one
        : IsNumber(one) && IsNumber(other) && one.Length != other.Length
            ? one.Length > other.Length ? one
                : other
        : string.CompareOrdinal(one, other) >= 0 ? one
        : other;

    private static bool IsNumber(string place) => place.All(char.IsAsciiDigit);
}

/// <summary>A place that was reached.</summary>
/// <param name="Place">The place.</param>
/// <param name="At">When.</param>
internal sealed record PollMark(string Place, DateTimeOffset At);

/// <summary>A walk over pages.</summary>
/// <param name="From">The place it reads from; null for the newest page alone.</param>
/// <param name="Next">The page that comes next; null for the first.</param>
/// <param name="Top">The newest place seen in it.</param>
internal sealed record PollWalk(string? From, string? Next, string? Top);

/// <summary>The JSON of places.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PollPlace))]
internal sealed partial class PollJson : JsonSerializerContext;
