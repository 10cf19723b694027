using System.Text.Json;
using Azure.Core;

namespace SupportPipeline.LocalHost.Storage;

/// <summary>Counts the entities in an answer of the table service.</summary>
internal static class TableEntities
{
    /// <summary>How many entities the answer holds; 0 for everything that is no read or failed.</summary>
    public static int In(HttpMessage message, string operation)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!message.HasResponse || message.Response.IsError)
        {
            return 0;
        }

        return operation switch
        {
            "table get" => 1,
            "table query" => InArray(message.Response.Content),
            _ => 0,
        };
    }

    /// <summary>The elements of the array <c>value</c>.</summary>
    public static int InArray(BinaryData json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var reader = new Utf8JsonReader(json.ToMemory().Span);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("value"u8))
            {
                return Elements(ref reader);
            }
        }

        return 0;
    }

    private static int Elements(ref Utf8JsonReader reader)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                count++;
                reader.Skip();
            }
        }

        return count;
    }
}
