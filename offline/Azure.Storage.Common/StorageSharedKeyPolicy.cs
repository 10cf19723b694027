using System.Buffers;
using System.Security.Cryptography;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage;

/// <summary>
/// Signs requests to the blob and queue services with the Shared Key scheme of 2015-02-21 and later. It belongs after the
/// retry policy: each try gets its own <c>x-ms-date</c>, which the service accepts for 15 minutes.
/// </summary>
internal sealed class StorageSharedKeyPolicy(StorageSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    private const string HeaderPrefix = "x-ms-";

    private Timestamp _lastDate = new(0, string.Empty);

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", Now());
        request.Headers.SetValue("Authorization", Authorization(request));
    }

    private string Authorization(Request request)
    {
        var text = new PooledUtf8Writer(1024);
        try
        {
            AppendStandardHeaders(request, ref text);
            AppendServiceHeaders(request, ref text);
            AppendResource(request, ref text);

            Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
            credential.Sign(text.Written, signature);
            return $"SharedKey {credential.AccountName}:{Convert.ToBase64String(signature)}";
        }
        finally
        {
            text.Dispose();
        }
    }

    private static void AppendStandardHeaders(Request request, ref PooledUtf8Writer text)
    {
        AppendLine(ref text, request.Method.Method);
        AppendHeader(request, ref text, "Content-Encoding");
        AppendHeader(request, ref text, "Content-Language");
        AppendContentLength(request, ref text);
        AppendHeader(request, ref text, "Content-MD5");
        AppendHeader(request, ref text, "Content-Type");
        text.Append((byte)'\n'); // Date: empty because x-ms-date is sent
        AppendHeader(request, ref text, "If-Modified-Since");
        AppendHeader(request, ref text, "If-Match");
        AppendHeader(request, ref text, "If-None-Match");
        AppendHeader(request, ref text, "If-Unmodified-Since");
        AppendHeader(request, ref text, "Range");
    }

    private static void AppendHeader(Request request, ref PooledUtf8Writer text, string name) =>
        AppendLine(ref text, request.Headers.TryGetValue(name, out var value) ? value : string.Empty);

    /// <summary>The length the transport will send; zero is signed as an empty line.</summary>
    private static void AppendContentLength(Request request, ref PooledUtf8Writer text)
    {
        if (request.Content is not null && request.Content.TryComputeLength(out var length) && length > 0)
        {
            Span<char> digits = stackalloc char[20];
            length.TryFormat(digits, out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
            text.Append(digits[..written]);
        }

        text.Append((byte)'\n');
    }

    private static void AppendServiceHeaders(Request request, ref PooledUtf8Writer text)
    {
        var headers = ArrayPool<HttpHeader>.Shared.Rent(64);
        var count = 0;
        foreach (var header in request.Headers)
        {
            if (!header.Name.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (count == headers.Length)
            {
                var larger = ArrayPool<HttpHeader>.Shared.Rent(count * 2);
                headers.CopyTo(larger, 0);
                ArrayPool<HttpHeader>.Shared.Return(headers, clearArray: true);
                headers = larger;
            }

            headers[count++] = header;
        }

        var found = headers.AsSpan(0, count);
        found.Sort(static (left, right) => string.Compare(left.Name, right.Name, StringComparison.OrdinalIgnoreCase));
        foreach (ref readonly var header in found)
        {
            text.Append(header.Name.ToLowerInvariant());
            text.Append((byte)':');
            AppendLine(ref text, header.Value.AsSpan().Trim());
        }

        ArrayPool<HttpHeader>.Shared.Return(headers, clearArray: true);
    }

    /// <summary>The account, the path as it goes over the wire (an emulator's path names the account once more), the query.</summary>
    private void AppendResource(Request request, ref PooledUtf8Writer text)
    {
        text.Append((byte)'/');
        text.Append(credential.AccountName);
        var path = request.Uri.Path.AsSpan();
        if (path.IsEmpty || path[0] != '/')
        {
            text.Append((byte)'/');
        }

        text.Append(path);
        var query = request.Uri.Query.AsSpan().TrimStart('?');
        if (query.IsEmpty)
        {
            return;
        }

        var parameters = new List<KeyValuePair<string, string>>(4);
        foreach (var part in query.Split('&'))
        {
            var pair = query[part];
            var separator = pair.IndexOf('=');
            var name = separator < 0 ? pair : pair[..separator];
            var value = separator < 0 ? default : pair[(separator + 1)..];
            parameters.Add(new(Uri.UnescapeDataString(name).ToLowerInvariant(), Uri.UnescapeDataString(value)));
        }

        parameters.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        foreach (var (name, value) in parameters)
        {
            text.Append((byte)'\n');
            text.Append(name);
            text.Append((byte)':');
            text.Append(value);
        }
    }

    private static void AppendLine(ref PooledUtf8Writer text, ReadOnlySpan<char> line)
    {
        text.Append(line);
        text.Append((byte)'\n');
    }

    /// <summary>The RFC 1123 date, made once a second.</summary>
    private string Now()
    {
        var now = TimeProvider.System.GetUtcNow();
        var second = now.Ticks / TimeSpan.TicksPerSecond;
        var last = Volatile.Read(ref _lastDate);
        if (last.Second != second)
        {
            last = new(second, now.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            Volatile.Write(ref _lastDate, last);
        }

        return last.Text;
    }

    private sealed record Timestamp(long Second, string Text);
}
