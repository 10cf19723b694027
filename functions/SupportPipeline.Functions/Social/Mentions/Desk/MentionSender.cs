using System.Security.Cryptography;
using System.Text;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>A mention as a message of a case: whose it is, and under which id.</summary>
internal static class MentionSender
{
    /// <summary>The account by which its author is known; of <c>generic</c> the source stands before it, because two sources may have the same ids.</summary>
    public static string AccountOf(SocialPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Source.Length > 0 ? $"{post.Source}:{post.Author.Id}" : post.Author.Id;
    }

    /// <summary>The id of the message: the time we heard of the mention, and the mention. Making it again gives the same.</summary>
    public static TimeOrderedId MessageIdOf(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(SocialMessage.ExternalIdOf(mention.Id.ToString())));
        return TimeOrderedId.Create(mention.ReceivedAt, hash.AsSpan(0, 10));
    }

    /// <summary>What is kept of it.</summary>
    public static SocialMessage MessageOf(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return new(
            mention.Id.ToString(),
            KebabCase.NameOf(mention.Post.Platform),
            AccountOf(mention.Post),
            mention.Post.Author.Name ?? mention.Post.Author.Handle,
            mention.Post.Text,
            mention.Triage.Language
        );
    }
}
