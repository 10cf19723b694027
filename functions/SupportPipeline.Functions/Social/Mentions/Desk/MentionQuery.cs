using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SupportPipeline.Platform;
using SupportPipeline.Social.Brands;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>What a request asks of the stream, read from its query. Anything that cannot be is refused, never ignored.</summary>
internal sealed record MentionQuery(MentionFilter Filter, TimeOrderedId? Before, int Limit)
{
    /// <summary>A page has so many unless the caller says otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>A page has at most so many.</summary>
    public const int MaxLimit = 100;

    /// <summary>The names of the filters.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "brand",
        "platform",
        "source",
        "mood",
        "topic",
        "language",
        "minReach",
        "state",
        "assignee",
        "minScore",
        "author",
        "includeSpam",
        "includeDeleted",
        "from",
        "to",
    ];

    private const int MaxValue = 300;

    /// <summary>Reads a query.</summary>
    /// <param name="read">The value of a parameter; null when it is not there.</param>
    /// <param name="me">Who asks.</param>
    /// <param name="brands">The brands there are.</param>
    /// <returns>What is asked, or the answer to give.</returns>
    public static (MentionQuery? Query, IResult? Problem) Read(Func<string, string?> read, string me, SocialBrands brands)
    {
        var reader = new Reader(read);
        var filter = new MentionFilter
        {
            Brand = reader.OneOf("brand", brands.Names),
            Platform = reader.OneOf("platform", [.. KebabCase.ValuesOf<SocialPlatform>().Keys]),
            Source = reader.Text("source"),
            Mood = reader.OneOf("mood", [.. KebabCase.ValuesOf<Sentiment>().Keys, TriageDocument.Unsure]),
            Topic = reader.OneOf("topic", [.. KebabCase.ValuesOf<Topic>().Keys, TriageDocument.Unsure]),
            Language = reader.Text("language"),
            MinReach = reader.Number("minReach", long.MaxValue),
            State = reader.OneOf("state", [.. KebabCase.ValuesOf<MentionState>().Keys]),
            Assignee = reader.Text("assignee") switch
            {
                "me" => me,
                "none" => "",
                var name => name,
            },
            MinScore = (int?)reader.Number("minScore", 100),
            Author = reader.Text("author"),
            IncludeSpam = reader.OneOf("includeSpam", ["true", "false"]) != "false",
            IncludeDeleted = reader.OneOf("includeDeleted", ["true", "false"]) == "true",
            From = reader.Moment("from"),
            To = reader.Moment("to"),
        };
        var limit = (int)(reader.Number("limit", MaxLimit) ?? DefaultLimit);
        var before = reader.Cursor();
        var problem = reader.Problem ?? (limit == 0 ? "limit is a whole number from 1 to 100." : null);
        return problem is null
            ? (new(filter, before, limit), null)
            : (null, Problems.Of(StatusCodes.Status400BadRequest, "query-invalid", problem));
    }

    /// <summary>A cursor as callers get it.</summary>
    public static string? CursorOf(TimeOrderedId? next) =>
        next is { } order ? WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(order.Value)) : null;

    private sealed class Reader(Func<string, string?> read)
    {
        public string? Problem { get; private set; }

        public string? Text(string name)
        {
            var value = read(name);
            return string.IsNullOrEmpty(value) ? null
                : value.Length <= MaxValue ? value
                : Refuse($"{name} has at most {MaxValue} characters.");
        }

        public string? OneOf(string name, IReadOnlyList<string> names)
        {
            var value = Text(name);
            return value is null || names.Contains(value, StringComparer.Ordinal)
                ? value
                : Refuse($"{name} is one of {string.Join(", ", names)}.");
        }

        public long? Number(string name, long most)
        {
            if (Text(name) is not { } value)
            {
                return null;
            }

            if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            {
                return number;
            }

            Refuse(most == long.MaxValue ? $"{name} is a whole number." : $"{name} is a whole number up to {most}.");
            return null;
        }

        public DateTimeOffset? Moment(string name)
        {
            if (Text(name) is not { } value)
            {
                return null;
            }

            var isMoment = DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
            if (isMoment && at.UtcDateTime.Year is >= 2000 and < 3000)
            {
                return at.ToUniversalTime();
            }

            Refuse($"{name} is a date or a moment in ISO 8601, UTC unless it says otherwise.");
            return null;
        }

        public TimeOrderedId? Cursor()
        {
            if (Text("cursor") is not { } value)
            {
                return null;
            }

            try
            {
                if (TimeOrderedId.TryParse(Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(value)), out var order))
                {
                    return order;
                }
            }
            catch (FormatException)
            {
                // Refused below.
            }

            Refuse("cursor is what 'next' of the page before said.");
            return null;
        }

        private string? Refuse(string problem)
        {
            Problem ??= problem;
            return null;
        }
    }
}
