using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportPipeline.LocalHost.Email;

/// <summary>
/// The key pair with which this run signs in SendGrid's place: inbound mail and delivery events. A run with a data directory keeps
/// its pair there, so that a request signed before a restart can still be verified after it.
/// </summary>
internal sealed class LocalSigningKey : IDisposable
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>The file's name inside the data directory: the private key, PKCS #8 in PEM.</summary>
    public const string FileName = "signing-key.pem";

    private readonly Lock _gate = new();
    private readonly ECDsa _key;

    /// <summary>Makes a pair, or reads the one that is kept.</summary>
    /// <param name="dataDirectory">Where the pair is kept; nowhere when null.</param>
    public LocalSigningKey(string? dataDirectory = null)
    {
        _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PublicKey = string.Empty;
        if (dataDirectory is not null)
        {
            KeepIn(dataDirectory);
        }

        PublicKey = Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>What SendGrid shows in its settings: Base64 of the SubjectPublicKeyInfo, without PEM armour.</summary>
    public string PublicKey { get; }

    /// <summary>Signs the timestamp followed directly by the body's bytes (ECDSA P-256, SHA-256, DER) and puts both headers on.</summary>
    public void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(request);
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(SignatureHeader, Sign(timestamp, body));
        request.Headers.Add(TimestampHeader, timestamp);
    }

    public string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(timestamp);
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        lock (_gate)
        {
            return Convert.ToBase64String(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    public void Dispose() => _key.Dispose();

    private void KeepIn(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, FileName);
        if (File.Exists(path))
        {
            _key.ImportFromPem(File.ReadAllText(path));
            return;
        }

        // Written aside and moved: a run killed in between leaves no half key behind.
        var aside = path + ".new";
        File.WriteAllText(aside, _key.ExportPkcs8PrivateKeyPem());
        File.Move(aside, path, overwrite: true);
    }
}
