using Microsoft.AspNetCore.Http;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Requests of people who have not signed in.</summary>
internal static class Requests
{
    public static async Task<(int Status, byte[] Body, IHeaderDictionary Headers)> AskAsync(
        AudienceTesting test,
        string body,
        string? type,
        Func<HttpRequest, Task<IResult>> ask,
        string? forwarded = null,
        string? query = null
    )
    {
        var request = StaffRequest.Of(test.Services, null, body);
        request.ContentType = type;
        request.QueryString = new(query);
        if (forwarded is not null)
        {
            request.Headers["X-Forwarded-For"] = forwarded;
        }

        return await AudienceTesting.AnswerAsync(request, await ask(request));
    }
}
