using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>Who may come in: SendGrid by signature and function key, staff by role.</summary>
public sealed class SignatureTests(SignatureTests.GuardedDesk fixture) : PipelineTest(fixture), IClassFixture<SignatureTests.GuardedDesk>
{
    private static readonly DateTimeOffset s_at = new(2026, 7, 6, 9, 30, 0, TimeSpan.Zero);

    private readonly LocalSigningKey _key = fixture.Key;

    [Theory]
    [InlineData("unsigned")]
    [InlineData("signed by another")]
    [InlineData("changed after signing")]
    [InlineData("another time")]
    [InlineData("no base64")]
    public async Task What_is_not_signed_rightly_is_refused(string how)
    {
        using var other = new LocalSigningKey();
        var letter = Customer("maria.unsigned@customer.example").Letter();
        var body = letter.ToPost().ToBytes();
        using var request = Request(letter.ToPost().ToContent(), Desk.Run.Key.Value);
        switch (how)
        {
            case "signed by another":
                other.Sign(request, body, s_at);
                break;
            case "changed after signing":
                body[^10] ^= 1;
                _key.Sign(request, body, s_at);
                break;
            case "another time":
                request.Headers.Add(LocalSigningKey.SignatureHeader, _key.Sign("1783330200", body));
                request.Headers.Add(LocalSigningKey.TimestampHeader, "1783330201");
                break;
            case "no base64":
                request.Headers.Add(LocalSigningKey.SignatureHeader, "%%%");
                request.Headers.Add(LocalSigningKey.TimestampHeader, "1783330200");
                break;
            default:
                break;
        }

        var before = await Desk.BlobNamesAsync("raw-messages");

        using var answer = await Desk.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("signature-wrong", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reason").GetString());
        Assert.Equal(before, await Desk.BlobNamesAsync("raw-messages"));
    }

    [Fact]
    public async Task What_is_signed_rightly_is_taken()
    {
        var letter = Customer("maria.signed@customer.example").Letter();
        using var request = Request(letter.ToPost().ToContent(), Desk.Run.Key.Value);
        _key.Sign(request, letter.ToPost().ToBytes(), s_at);

        using var answer = await Desk.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Desk.IdleAsync();
        Assert.Single(await Desk.OutboxAsync(letter.From));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task A_right_signature_does_not_stand_in_for_the_function_key(string? functionKey)
    {
        var letter = Customer("maria.keyless@customer.example").Letter();
        using var request = Request(letter.ToPost().ToContent(), functionKey);
        _key.Sign(request, letter.ToPost().ToBytes(), s_at);

        var before = await Desk.BlobNamesAsync("raw-messages");

        using var answer = await Desk.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(before, await Desk.BlobNamesAsync("raw-messages"));
    }

    [Theory]
    [InlineData("api/cases", null, HttpStatusCode.Unauthorized, "not-signed-in")]
    [InlineData("api/cases/0123-4567", null, HttpStatusCode.Unauthorized, "not-signed-in")]
    [InlineData("api/cases", "marketing", HttpStatusCode.Forbidden, "role-missing")]
    [InlineData("api/cases/0123-4567", "on-call", HttpStatusCode.Forbidden, "role-missing")]
    [InlineData("api/cases", "agent", HttpStatusCode.OK, null)]
    [InlineData("api/cases", "admin", HttpStatusCode.OK, null)]
    [InlineData("api/cases/0123-4567", "agent", HttpStatusCode.NotFound, "case-not-found")]
    public async Task Cases_are_for_agents(string address, string? role, HttpStatusCode status, string? reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", "eyJjbGFpbXMiOlt7InR5cCI6InJvbGVzIiwidmFsIjoiQWRtaW4ifV19");
        if (role is not null)
        {
            request.Headers.Add("Cookie", $"local-role={role}");
        }

        using var answer = await Desk.Http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(reason, body.TryGetProperty("reason", out var given) ? given.GetString() : null);
    }

    private static HttpRequestMessage Request(HttpContent content, string? functionKey)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/inbound/email") { Content = content };
        if (functionKey is not null)
        {
            request.Headers.Add("x-functions-key", functionKey);
        }

        return request;
    }

    /// <summary>The desk of these tests.</summary>
    public sealed class GuardedDesk : SharedDesk
    {
        internal LocalSigningKey Key { get; } = new();

        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Intake:VerificationKey", Key.PublicKey)) with
            {
                SignInRequired = true,
            };
    }
}
