using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Social.Connectors.Generic.Keys;

namespace SupportPipeline.Social.Connectors.Generic;

/// <summary>
/// Whatever a tool such as Power Automate or Zapier passes on, one item or up to 500. Who sends shows a connector key, which every such tool can, or
/// signs by Standard Webhooks, which programmers can; what is shown has to be right.
/// </summary>
internal sealed class GenericConnector(IOptions<ConnectorsOptions> options, ConnectorKeyRing keys) : ISocialConnector, IItemAnswers
{
    private const string KeyHeader = "X-Connector-Key";
    private const string SignatureHeader = "webhook-signature";

    private readonly HashSet<string> _own = new(
        options.Value.Generic.OwnAccounts.Select(id => id.Trim().TrimStart('@')),
        StringComparer.OrdinalIgnoreCase
    );

    public string Name => "generic";

    public bool IsEnabled => Options.IsEnabled;

    private GenericConnectorOptions Options => options.Value.Generic;

    /// <summary>There is no handshake.</summary>
    public IResult? Answer(IQueryCollection query) => null;

    public ValueTask PrepareAsync(IHeaderDictionary headers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers[KeyHeader].ToString() is { Length: > 0 } key ? keys.PrepareAsync(key, cancellationToken) : ValueTask.CompletedTask;
    }

    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var key = headers[KeyHeader].ToString();
        var signature = headers[SignatureHeader].ToString();
        if (key.Length > 0 && keys.Find(key, now) is null)
        {
            return new ConnectorVerdict.Failed(
                StatusCodes.Status401Unauthorized,
                "connector-key-wrong",
                $"The {KeyHeader} is unknown, has expired or was revoked."
            );
        }

        if (signature.Length > 0 && !IsSigned(headers, signature, body, now))
        {
            return new ConnectorVerdict.Failed(
                StatusCodes.Status401Unauthorized,
                "signature-wrong",
                $"The {SignatureHeader} does not belong to this body and webhook-id, or webhook-timestamp is more than five minutes off."
            );
        }

        return key.Length > 0 || signature.Length > 0 || options.Value.AllowUnsigned
            ? ConnectorVerdict.Genuine
            : new ConnectorVerdict.Failed(
                StatusCodes.Status401Unauthorized,
                "connector-key-missing",
                $"Send a connector key in {KeyHeader}, or sign the request by Standard Webhooks."
            );
    }

    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body)
    {
        var mark = "\uFEFF"u8;
        var root = PayloadNode.Parse(body.Span.StartsWith(mark) ? body.Span[mark.Length..] : body.Span);
        return root switch
        {
            { IsObject: true } => [GenericItem.Read(root, _own)],
            { IsArray: true } when root.Items.Count() <= Options.MaxItems => [.. root.Items.Select(item => GenericItem.Read(item, _own))],
            { IsArray: true } => throw new FormatException($"At most {Options.MaxItems} items are accepted at once."),
            _ => throw new FormatException("Expected a JSON object with source, externalId and text, or an array of such objects."),
        };
    }

    public IResult Answer(IReadOnlyList<SocialEvent> events, IReadOnlyList<bool> isKnown)
    {
        ArgumentNullException.ThrowIfNull(events);
        var answer = GenericAnswer.Of(events, isKnown);
        return events.Count == 0 || !events.All(one => one is SocialEvent.Refused)
            ? Results.Json(answer, GenericJson.Default.GenericAnswer, statusCode: StatusCodes.Status202Accepted)
            : Problems.Of(
                StatusCodes.Status422UnprocessableEntity,
                SocialReason.ItemInvalid,
                answer.Items[0].Detail ?? "No item can be used.",
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["items"] = answer.Items,
                    ["accepted"] = answer.Accepted,
                    ["duplicate"] = answer.Duplicate,
                    ["rejected"] = answer.Rejected,
                }
            );
    }

    /// <summary>Any of our secrets may have signed: there are two while one replaces the other.</summary>
    private bool IsSigned(IHeaderDictionary headers, string signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var isSigned = false;
        foreach (var secret in Options.SigningSecrets)
        {
            isSigned |= Signatures.IsStandard(
                secret,
                (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), signature),
                body,
                now
            );
        }

        return isSigned;
    }
}
