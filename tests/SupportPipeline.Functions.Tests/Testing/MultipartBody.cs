using System.Text;

namespace SupportPipeline.Testing;

/// <summary>Writes Inbound Parse requests part by part, byte for byte as they go over the wire.</summary>
internal sealed class MultipartBody
{
    public const string Boundary = "xYzZY";

    private readonly MemoryStream _bytes = new();

    public MultipartBody Field(string name, string value) => Field(name, Encoding.UTF8.GetBytes(value));

    public MultipartBody Field(string name, byte[] value) => Part($"Content-Disposition: form-data; name=\"{name}\"", value);

    public MultipartBody Attachment(string fileName, byte[] content, string type = "image/png") =>
        Part($"Content-Disposition: form-data; name=\"attachment1\"; filename=\"{fileName}\"\r\nContent-Type: {type}", content);

    /// <summary>A part with whatever headers a test wants.</summary>
    public MultipartBody Part(string headers, byte[] content)
    {
        Write($"--{Boundary}\r\n{headers}\r\n\r\n");
        _bytes.Write(content);
        Write("\r\n");
        return this;
    }

    /// <summary>Everything, closed as it should be.</summary>
    public byte[] Build()
    {
        var open = BuildOpen();
        return [.. open, .. Encoding.ASCII.GetBytes($"--{Boundary}--\r\n")];
    }

    /// <summary>Everything so far, without the closing line.</summary>
    public byte[] BuildOpen() => _bytes.ToArray();

    private void Write(string text) => _bytes.Write(Encoding.UTF8.GetBytes(text));
}
