using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace SupportPipeline.Outages.Audience.Customers;

/// <summary>A list in one table row: JSON, compressed, over as many binary properties as it takes.</summary>
internal static class PackedRow
{
    /// <summary>Below the platform's 64 KiB of a property.</summary>
    private const int PartBytes = 60_000;

    /// <summary>Below the platform's 1 MiB of an entity.</summary>
    private const int MaxBytes = 960_000;

    private const string Parts = "Parts";

    /// <summary>Fills a row.</summary>
    /// <returns>The bytes it holds.</returns>
    /// <exception cref="InvalidOperationException">The list does not fit a row.</exception>
    public static int Fill<T>(TableEntity row, List<T> list, JsonTypeInfo<List<T>> type)
    {
        using var packed = new MemoryStream();
        using (var compression = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(compression, list, type);
        }

        if (packed.Length > MaxBytes)
        {
            throw new InvalidOperationException($"{list.Count} customers do not fit a row: there are more than this table is made for.");
        }

        var bytes = packed.ToArray();
        var parts = 0;
        for (var at = 0; at < bytes.Length; at += PartBytes)
        {
            row[NameOf(parts++)] = bytes[at..Math.Min(bytes.Length, at + PartBytes)];
        }

        row[Parts] = parts;
        row["Count"] = list.Count;
        return bytes.Length;
    }

    /// <summary>Reads a row.</summary>
    public static List<T> Read<T>(TableEntity row, JsonTypeInfo<List<T>> type)
    {
        using var packed = new MemoryStream();
        var parts = row.GetInt32(Parts) ?? 0;
        for (var part = 0; part < parts; part++)
        {
            packed.Write(row.GetBinary(NameOf(part)));
        }

        packed.Position = 0;
        using var compression = new BrotliStream(packed, CompressionMode.Decompress);
        return JsonSerializer.Deserialize(compression, type) ?? [];
    }

    private static string NameOf(int part) => string.Create(CultureInfo.InvariantCulture, $"Part{part:D2}");
}
