using System.Security.Cryptography;
using System.Text;

namespace SupportPipeline.Platform;

/// <summary>
/// SendGrid's webhook signature: ECDSA P-256 over SHA-256 of the timestamp header's text followed directly by the raw body bytes;
/// the signature is DER, base64; the key is a base64 SubjectPublicKeyInfo. The same for events and, when a security policy is attached, Inbound Parse.
/// </summary>
public sealed class WebhookSignature : IDisposable
{
    /// <summary>Header with the base64 signature.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>Header with the Unix time in seconds, as text; it is signed as it stands.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private readonly ECDsa _key = ECDsa.Create();

    /// <summary>Imports the public key.</summary>
    /// <param name="publicKey">Base64 SubjectPublicKeyInfo, as SendGrid shows it; no PEM armour.</param>
    /// <exception cref="FormatException">It is not a public key.</exception>
    public WebhookSignature(string publicKey)
    {
        try
        {
            _key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            _key.Dispose();
            throw new FormatException("The verification key is not a base64 SubjectPublicKeyInfo.", exception);
        }
    }

    /// <summary>Starts the hash that <see cref="Verify"/> wants: append the raw body to it.</summary>
    public static IncrementalHash StartHash(string timestamp)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        return hash;
    }

    /// <summary>Whether the signature belongs to the hash. Garbage is false, never an exception.</summary>
    public bool Verify(IncrementalHash hash, string signature)
    {
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(signature);
        Span<byte> bytes = stackalloc byte[256];
        if (!Convert.TryFromBase64String(signature, bytes, out var length))
        {
            return false;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetCurrentHash(digest);

        // ECDsa is not documented as safe for concurrent use.
        lock (_key)
        {
            return _key.VerifyHash(digest, bytes[..length], DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
