using System.Net;

namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class SignInRequiredTests
{
    [Fact]
    public async Task Asks_for_the_key_and_gives_nobody_a_role()
    {
        await using var host = await SampleHost.StartAsync(typeof(HttpSample), options => options with { SignInRequired = true });
        using var without = await host.Http.PostAsync("api/Keyed", null);
        using var wrong = await host.Http.PostAsync("api/Keyed?code=wrong", null);
        using var inQuery = await host.Http.PostAsync($"api/Keyed?code={host.Run.Key.Value}", null);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/Keyed");
        request.Headers.Add("x-functions-key", host.Run.Key.Value);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", "forged");
        using var inHeader = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal((HttpStatusCode.OK, ""), (inQuery.StatusCode, await inQuery.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.OK, ""), (inHeader.StatusCode, await inHeader.Content.ReadAsStringAsync()));
        Assert.Equal("hi", await host.Http.GetStringAsync("api/greet/hi/1"));
    }
}
