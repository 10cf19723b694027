using System.ComponentModel;
using System.Security.Cryptography;

namespace Azure.Storage;

/// <summary>An account name with its shared key.</summary>
public class StorageSharedKeyCredential
{
    private byte[] _key;

    /// <summary>Keeps the account name and decodes the key.</summary>
    /// <param name="accountName">The storage account.</param>
    /// <param name="accountKey">The key, Base64.</param>
    /// <exception cref="FormatException">The key is not Base64.</exception>
    public StorageSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName;
        SetAccountKey(accountKey);
    }

    /// <summary>The storage account.</summary>
    public string AccountName { get; }

    /// <summary>Replaces the key; requests signed from now on use it.</summary>
    public void SetAccountKey(string accountKey) => Volatile.Write(ref _key, Convert.FromBase64String(accountKey));

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => AccountName;

    internal void Sign(ReadOnlySpan<byte> stringToSign, Span<byte> signature) =>
        HMACSHA256.HashData(Volatile.Read(ref _key), stringToSign, signature);
}
