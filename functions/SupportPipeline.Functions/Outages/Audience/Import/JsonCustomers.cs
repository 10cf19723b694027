using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>Customers in JSON: one array, or one object per line. A list may also be one text with semicolons; members nobody knows are passed over.</summary>
internal static class JsonCustomers
{
    private const int BufferBytes = 65_536;

    /// <summary>Reads an array.</summary>
    public static async IAsyncEnumerable<ImportRow> ReadArrayAsync(
        Stream body,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var scanner = new JsonArrayScanner();
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            for (var at = 0; at < read; at++)
            {
                if (scanner.Next(buffer[at]) is { } slice)
                {
                    yield return Row(slice);
                }
            }
        }

        if (scanner.End() is { } last)
        {
            yield return Row(last);
        }
    }

    /// <summary>Reads lines; blank ones are none.</summary>
    public static async IAsyncEnumerable<ImportRow> ReadLinesAsync(
        Stream body,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var line in SourceLines.ReadAsync(body, cancellationToken))
        {
            if (line.Problem is not null)
            {
                yield return new(null, line.Problem);
            }
            else if (!string.IsNullOrWhiteSpace(line.Text))
            {
                yield return Row(new(line.Number, Encoding.UTF8.GetBytes(line.Text), null));
            }
        }
    }

    private static ImportRow Row(JsonSlice slice)
    {
        if (slice.Problem is not null)
        {
            return new(null, slice.Problem);
        }

        try
        {
            using var document = JsonDocument.Parse(slice.Bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? ImportRules.Check(ToRaw(document.RootElement), slice.Line)
                : Wrong(slice.Line, "A customer is an object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second: a text whose escapes are half a character.
            return Wrong(slice.Line, "The row is not JSON, or a member is not of its kind.");
        }
    }

    private static ImportRow Wrong(long line, string detail) => new(null, ImportProblem.JsonInvalid(line, detail));

    private static RawCustomer ToRaw(JsonElement customer)
    {
        return new()
        {
            Id = Text("id"),
            Email = Text("email"),
            Name = Text("name"),
            Language = Text("language"),
            Region = Text("region"),
            Plan = Text("plan"),
            Products = List("products"),
            Components = List("components"),
            Tags = List("tags"),
        };

        string Text(string name) => customer.TryGetProperty(name, out var value) ? TextOf(value) : "";

        string[] List(string name) =>
            !customer.TryGetProperty(name, out var value) ? []
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(TextOf)]
            : TextOf(value).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Ids are often numbers.</summary>
    private static string TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new JsonException(),
        };
}
