using System.Net.Http.Headers;
using System.Text;

namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

/// <summary>A request of Inbound Parse, written byte by byte, so that it can also be one that SendGrid would not write.</summary>
internal sealed class InboundPost
{
    private const string Boundary = "xYzZY";

    private readonly MemoryStream _body = new();

    public string ContentType { get; init; } = $"multipart/form-data; boundary={Boundary}";

    public InboundPost Field(string name, string? value) => value is null ? this : Field(name, Encoding.UTF8.GetBytes(value));

    public InboundPost Field(string name, byte[] value) => Part($"form-data; name=\"{name}\"", null, value);

    public InboundPost File(string name, string fileName, string type, byte[] content) =>
        Part($"form-data; name=\"{name}\"; filename=\"{fileName}\"", type, content);

    /// <summary>Bytes as they are, without a part around them.</summary>
    public InboundPost Raw(string text)
    {
        _body.Write(Encoding.UTF8.GetBytes(text));
        return this;
    }

    /// <summary>The request as SendGrid ends it.</summary>
    public byte[] ToBytes() => [.. _body.ToArray(), .. Encoding.UTF8.GetBytes($"--{Boundary}--\r\n")];

    public HttpContent ToContent() => ToContent(ToBytes());

    public HttpContent ToContent(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        return content;
    }

    private InboundPost Part(string disposition, string? type, byte[] content)
    {
        Raw($"--{Boundary}\r\nContent-Disposition: {disposition}\r\n");
        Raw(type is null ? "\r\n" : $"Content-Type: {type}\r\n\r\n");
        _body.Write(content);
        return Raw("\r\n");
    }
}
