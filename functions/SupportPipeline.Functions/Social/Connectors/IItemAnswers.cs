using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Social.Connectors;

/// <summary>A connector whose sender is told what became of each item.</summary>
internal interface IItemAnswers
{
    /// <summary>The answer to an accepted delivery; also when every item was refused, and then nothing is kept.</summary>
    /// <param name="events">What the delivery tells.</param>
    /// <param name="isKnown">For each, whether the same post had been received before.</param>
    IResult Answer(IReadOnlyList<SocialEvent> events, IReadOnlyList<bool> isKnown);
}
