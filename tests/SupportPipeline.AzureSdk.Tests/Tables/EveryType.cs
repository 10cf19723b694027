using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace SupportPipeline.AzureSdk.Tests.Tables;

public enum Shade
{
    Light,
    Dark,
}

/// <summary>One property of every type that can be stored.</summary>
public sealed class EveryType : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }

    public string? Text { get; set; }
    public bool Flag { get; set; }
    public int Count { get; set; }
    public long Total { get; set; }
    public double Score { get; set; }
    public Guid Id { get; set; }
    public DateTime Day { get; set; } = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    public DateTimeOffset Moment { get; set; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public byte[]? Bytes { get; set; }
    public BinaryData? Data { get; set; }
    public Shade Shade { get; set; }

    public bool? MaybeFlag { get; set; }
    public int? MaybeCount { get; set; }
    public long? MaybeTotal { get; set; }
    public double? MaybeScore { get; set; }
    public Guid? MaybeId { get; set; }
    public DateTime? MaybeDay { get; set; }
    public DateTimeOffset? MaybeMoment { get; set; }
    public Shade? MaybeShade { get; set; }

    [DataMember(Name = "short_name")]
    public string? RenamedProperty { get; set; }

    [IgnoreDataMember]
    public string? Unstored { get; set; }
}
