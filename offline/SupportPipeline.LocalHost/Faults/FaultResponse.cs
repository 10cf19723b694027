using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace SupportPipeline.LocalHost.Faults;

/// <summary>The answer of a storage service that refuses: a status and an error code, as 429 and 503 come from the real one.</summary>
internal sealed class FaultResponse(int status, string clientRequestId) : Response
{
    private const string Body =
        """<?xml version="1.0" encoding="utf-8"?><Error><Code>ServerBusy</Code><Message>A planned fault.</Message></Error>""";

    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = "application/xml",
        ["x-ms-error-code"] = "ServerBusy",
    };

    public override int Status => status;

    // A real answer is marked by the transport, which this one never passes: unmarked it would count as a success.
    public override bool IsError => status >= 400;

    public override string ReasonPhrase => "A planned fault";

    public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(Body));

    public override string ClientRequestId { get; set; } = clientRequestId;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
