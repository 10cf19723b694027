using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportPipeline.Outages.Audience.Customers;

/// <summary>
/// Customers are kept in 1,024 buckets by the hash of their id, and 32 neighbouring buckets are a group. A bucket is one row, and so is what a component's
/// part of the index says of a bucket: 100,000 customers are read in 16 requests instead of 100, and an import writes hundreds of rows less than it
/// has customers. At 1,000,000 customers a row of 1,000 of them has some 50 KB; an entity holds 1 MiB.
/// </summary>
internal static class AudienceBucket
{
    /// <summary>How many there are. Stored: it can never change without a new import.</summary>
    public const int Count = 1_024;

    /// <summary>How many buckets are read and written together.</summary>
    public const int PerGroup = 32;

    /// <summary>How many groups there are.</summary>
    public const int Groups = Count / PerGroup;

    /// <summary>The bucket of a customer.</summary>
    public static int Of(string customerId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(customerId), hash);
        return ((hash[0] << 8) | hash[1]) % Count;
    }

    /// <summary>The group of a bucket.</summary>
    public static int GroupOf(int bucket) => bucket / PerGroup;

    /// <summary>The row key of a bucket.</summary>
    public static string RowKey(int bucket) => bucket.ToString("x3", CultureInfo.InvariantCulture);

    /// <summary>The bucket of a row key.</summary>
    public static int OfRowKey(string rowKey) => int.Parse(rowKey, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>The partition of a group's profiles.</summary>
    public static string ProfilePartition(int group) => "profile|" + group.ToString("x2", CultureInfo.InvariantCulture);
}
