using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Azure.Storage.Blobs;

/// <summary>
/// The ids of one upload's blocks, all of one length as the service demands. A random part keeps two uploads to the same
/// blob from committing each other's blocks.
/// </summary>
internal sealed class BlobBlockIds
{
    private const int RandomBytes = 20;

    private readonly byte[] _id = new byte[RandomBytes + sizeof(int)];
    private readonly List<string> _ids = [];

    public BlobBlockIds() => RandomNumberGenerator.Fill(_id.AsSpan(0, RandomBytes));

    public string Next()
    {
        BinaryPrimitives.WriteInt32BigEndian(_id.AsSpan(RandomBytes), _ids.Count);
        var id = Convert.ToBase64String(_id);
        _ids.Add(id);
        return id;
    }

    /// <summary>The body of Put Block List: the ids in the order they were given out.</summary>
    public byte[] ToXml()
    {
        var xml = new StringBuilder("<BlockList>", _ids.Count * 52);
        foreach (var id in _ids)
        {
            xml.Append("<Latest>").Append(id).Append("</Latest>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</BlockList>").ToString());
    }
}
