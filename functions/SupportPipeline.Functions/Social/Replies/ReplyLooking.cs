using Microsoft.Extensions.Options;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Replies;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies;

/// <summary>What is to be known about the words of an answer: courtesy, and what could be said instead.</summary>
public sealed class ReplyLooking(CourtesyCheck courtesy, ReplySuggesting suggesting, IOptions<PublicRepliesOptions> options)
{
    /// <summary>The settings.</summary>
    internal PublicRepliesOptions Options => options.Value;

    /// <summary>What could be answered.</summary>
    internal Task<ReplySuggestion> SuggestAsync(Mention mention, DateTimeOffset now, CancellationToken cancellationToken) =>
        suggesting.SuggestAsync(mention, now, cancellationToken);

    /// <summary>What the courtesy check finds; nothing in a language that it does not know.</summary>
    internal IReadOnlyList<CourtesyFindingDocument> FindingsOf(string text, string language, int? limit) =>
        text.Length == 0 || !TemplateCatalog.Languages.Contains(language, StringComparer.Ordinal)
            ? []
            :
            [
                .. courtesy
                    .Check(
                        new()
                        {
                            Text = text,
                            Language = language,
                            Channel = CourtesyChannel.Public,
                            MaxLength = limit * 2 ?? AgentAct.MaxTextLength,
                        }
                    )
                    .Select(CourtesyFindingDocument.Of),
            ];
}
