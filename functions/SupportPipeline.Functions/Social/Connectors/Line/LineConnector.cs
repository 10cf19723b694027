using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Connectors.Line;

/// <summary>LINE: signed deliveries of any number of events. There is no handshake; the console's test is a signed delivery without events.</summary>
internal sealed class LineConnector(IOptions<ConnectorsOptions> options) : ISocialConnector
{
    private const string SignatureHeader = "x-line-signature";

    private readonly string _secret = options.Value.Line.ChannelSecret;
    private readonly bool _allowUnsigned = options.Value.AllowUnsigned;

    /// <inheritdoc/>
    public string Name => "line";

    /// <inheritdoc/>
    public bool IsEnabled => _secret.Length > 0 || _allowUnsigned;

    /// <inheritdoc/>
    public IResult? Answer(IQueryCollection query) => null;

    /// <inheritdoc/>
    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (_secret.Length == 0)
        {
            return _allowUnsigned ? ConnectorVerdict.Genuine : ConnectorItems.SignatureWrong;
        }

        var given = headers[SignatureHeader];
        return given.Count == 1 && Signatures.IsOfLine(_secret, body, given[0]) ? ConnectorVerdict.Genuine : ConnectorItems.SignatureWrong;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body)
    {
        var root = PayloadNode.Parse(body.Span);
        if (!root["events"].IsArray)
        {
            throw new FormatException("A delivery of LINE has 'events'.");
        }

        var account = root["destination"].Id ?? "";
        return [.. root["events"].Items.Select(item => LineEvents.Read(account, item))];
    }
}
