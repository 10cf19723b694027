using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Makes a mention a message of a case.</summary>
public sealed class ConvertMention(MentionConverting converting)
{
    /// <summary><c>POST /api/mentions/{id}/case</c> with <c>{note?}</c>; the answer names the case. Marketing only.</summary>
    [Function("ConvertMention")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/case")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => converting.ConvertAsync(request, id, cancellationToken);
}
