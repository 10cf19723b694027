using System.Buffers.Binary;
using System.Text.Json;
using SupportPipeline.Outages.Audience.Customers;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>
/// Sorts the customers of an import by their group while it is read, in temporary files that go when they are closed: so each group is read and written
/// once, doubles are found, and only one group at a time is in memory.
/// </summary>
internal sealed class ImportSpool : IDisposable
{
    private const int BufferBytes = 32_768;

    private readonly FileStream[] _files;

    /// <summary>Opens the files.</summary>
    public ImportSpool()
    {
        _files = new FileStream[AudienceBucket.Groups];
        for (var group = 0; group < _files.Length; group++)
        {
            _files[group] = new(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                BufferBytes,
                FileOptions.DeleteOnClose
            );
        }
    }

    /// <summary>How many customers were put in.</summary>
    public long Count { get; private set; }

    /// <summary>Puts a customer in.</summary>
    public void Add(AudienceCustomer customer)
    {
        var file = _files[AudienceBucket.GroupOf(AudienceBucket.Of(customer.Id))];
        var bytes = JsonSerializer.SerializeToUtf8Bytes(customer, AudienceJson.Default.AudienceCustomer);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        file.Write(length);
        file.Write(bytes);
        Count++;
    }

    /// <summary>The customers of a group by bucket and id; of those that are there twice the last.</summary>
    public Dictionary<int, Dictionary<string, AudienceCustomer>> Read(int group, out int doubles)
    {
        var file = _files[group];
        file.Position = 0;
        var end = file.Length;
        doubles = 0;
        var buckets = new Dictionary<int, Dictionary<string, AudienceCustomer>>();
        Span<byte> length = stackalloc byte[sizeof(int)];
        while (file.Position < end)
        {
            file.ReadExactly(length);
            var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            file.ReadExactly(bytes);
            var customer = JsonSerializer.Deserialize(bytes, AudienceJson.Default.AudienceCustomer)!;
            var bucket = AudienceBucket.Of(customer.Id);
            if (!buckets.TryGetValue(bucket, out var customers))
            {
                buckets[bucket] = customers = new(StringComparer.Ordinal);
            }

            doubles += customers.ContainsKey(customer.Id) ? 1 : 0;
            customers[customer.Id] = customer;
        }

        return buckets;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files)
        {
            file?.Dispose();
        }
    }
}
