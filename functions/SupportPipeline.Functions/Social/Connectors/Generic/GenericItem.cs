using System.Text.RegularExpressions;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Connectors.Generic;

/// <summary>Reads one item of the generic connector. Three fields are required: <c>source</c>, <c>externalId</c> and <c>text</c>. Pure.</summary>
internal static partial class GenericItem
{
    private const int MaxLine = 200;

    /// <summary>What an item tells: a post, a deletion, or why it is refused.</summary>
    /// <param name="item">The item.</param>
    /// <param name="own">Ids and names, without @, of our own accounts.</param>
    public static SocialEvent Read(PayloadNode item, IReadOnlySet<string> own)
    {
        if (!item.IsObject)
        {
            return Refuse("An item is a JSON object.", null);
        }

        GenericFields fields;
        try
        {
            fields = new(item);
        }
        catch (InvalidOperationException)
        {
            return Refuse("The name of a field is not a text.", null);
        }

        var externalId = fields.Id("externalId");
        var read = Read(fields, externalId ?? "", own);
        return fields.Problem is { } problem ? Refuse(problem, externalId) : read;
    }

    private static SocialEvent Read(GenericFields fields, string externalId, IReadOnlySet<string> own)
    {
        var source = fields.Id("source", 100);
        var kind = Kind(fields);
        if (source is null)
        {
            fields.Wrong("source", "required, 1 to 100 characters that say where the post is from.");
        }

        if (externalId.Length == 0)
        {
            fields.Wrong("externalId", "required, 1 to 300 characters that no other post of the source has.");
        }

        if (kind is null || fields.Flag("deleted"))
        {
            return new SocialEvent.Deleted(SocialPlatform.Generic, source ?? "", externalId);
        }

        var rating = fields.Stars("rating");
        var text = fields.Text("text");
        if (text is null && rating is null)
        {
            fields.Wrong("text", "required; only a rating may come without words.");
        }

        var author = Author(fields.Part("author", "name"), externalId);
        if (own.Contains(author.Id) || (author.Handle is { } handle && own.Contains(handle)))
        {
            return ConnectorItems.OwnPost;
        }

        return new SocialEvent.Posted(
            new SocialPost
            {
                Platform = SocialPlatform.Generic,
                Source = source ?? "",
                ExternalId = externalId,
                Kind = kind.Value,
                Audience = kind == PostKind.DirectMessage ? PostAudience.Us : PostAudience.Everyone,
                Text = text ?? "",
                Author = author,
                Url = fields.Address("url"),
                PublishedAt = fields.Moment("publishedAt"),
                Revision = fields.Moment("updatedAt")?.ToUnixTimeMilliseconds() ?? 0,
                Language = Language(fields),
                Account = fields.Id("account") ?? "",
                Brand = Brand(fields),
                IsAddressedToUs = kind != PostKind.Post,
                InReplyTo = fields.Id("inReplyTo"),
                ConversationId = fields.Id("conversationId"),
                RepostOf = fields.Id("repostOf"),
                QuoteOf = fields.Id("quoteOf"),
                Rating = rating,
                Metrics = Metrics(fields.Part("metrics", "views")),
                Tags = fields.Words("tags", 100),
            }
        );
    }

    /// <summary>Null for a deletion.</summary>
    private static PostKind? Kind(GenericFields fields)
    {
        switch (fields.Line("kind", MaxLine)?.ToUpperInvariant())
        {
            case null or "MENTION":
                return PostKind.Mention;
            case "COMMENT":
                return PostKind.Comment;
            case "REVIEW":
                return PostKind.Review;
            case "POST":
                return PostKind.Post;
            case "DM":
                return PostKind.DirectMessage;
            case "DELETED":
                return null;
            default:
                fields.Wrong("kind", "mention, comment, review, post, dm or deleted is expected.");
                return PostKind.Mention;
        }
    }

    /// <summary>
    /// Who wrote it: known by id, else by handle. A mere name is nobody's own, so that two people called alike do not become one customer.
    /// </summary>
    private static SocialAuthor Author(GenericFields? fields, string externalId)
    {
        if (fields is null)
        {
            return SocialAuthor.Unknown(externalId);
        }

        var handle = fields.Line("handle", MaxLine)?.TrimStart('@', '＠') is { Length: > 0 } given ? given : null;
        var author = (fields.Id("id") ?? handle) is { } id ? new SocialAuthor(id) : SocialAuthor.Unknown(externalId);
        return author with
        {
            Handle = handle,
            Name = fields.Line("name", MaxLine),
            Followers = fields.Count("followers"),
            Following = fields.Count("following"),
            Posts = fields.Count("posts"),
            IsVerified = fields.Flag("verified"),
            IsBot = fields.Flag("bot"),
            CreatedAt = fields.Moment("createdAt"),
        };
    }

    private static PostMetrics Metrics(GenericFields? fields) =>
        fields is null
            ? new()
            : new()
            {
                Likes = fields.Count("likes"),
                Shares = fields.Count("shares"),
                Replies = fields.Count("replies"),
                Views = fields.Count("views"),
            };

    private static string? Language(GenericFields fields)
    {
        if (fields.Line("lang", MaxLine)?.Replace('_', '-') is not { } tag)
        {
            return null;
        }

        if (!LanguageTag().IsMatch(tag))
        {
            fields.Wrong("lang", "a language tag is expected, such as en, ru, zh-Hans or zh-Hant.");
        }

        return tag is "und" or "zxx" ? null : tag;
    }

    private static string? Brand(GenericFields fields)
    {
        var brand = fields.Line("brand", MaxLine);
        if (brand is not null && !MentionId.IsBrand(brand))
        {
            fields.Wrong("brand", "1 to 30 small letters, digits and dashes are expected.");
        }

        return brand;
    }

    private static SocialEvent.Refused Refuse(string detail, string? externalId) =>
        new(SocialReason.ItemInvalid, detail) { ExternalId = externalId };

    [GeneratedRegex(
        "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex LanguageTag();
}
