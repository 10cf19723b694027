using Azure.Core;

namespace SupportPipeline.AzureSdk.Tests.Pipeline;

/// <summary>Always gives the same token, and remembers what for.</summary>
internal sealed class FixedToken : TokenCredential
{
    public const string Token = "a-token";

    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.AddRange(requestContext.Scopes);
        return new(Token, DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
