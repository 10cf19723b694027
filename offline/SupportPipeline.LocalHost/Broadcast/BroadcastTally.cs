using System.Security.Cryptography;
using System.Text;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Broadcast;

/// <summary>Counts the mails of each address; an address is kept as 16 bytes.</summary>
internal sealed class BroadcastTally
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, int> _mails = [];

    public long FirstAt { get; private set; }

    public long LastAt { get; private set; }

    public int Mails { get; private set; }

    public int Duplicates => _mails.Values.Sum(count => count - 1);

    public void Take(SinkMail mail)
    {
        var key = KeyOf(mail.To);
        lock (_gate)
        {
            Mails++;
            LastAt = TimeProvider.System.GetTimestamp();
            FirstAt = FirstAt == 0 ? LastAt : FirstAt;
            _mails[key] = _mails.GetValueOrDefault(key) + 1;
        }
    }

    public bool Has(string address) => _mails.ContainsKey(KeyOf(address));

    private static UInt128 KeyOf(string address)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(address), hash);
        return new(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }
}
