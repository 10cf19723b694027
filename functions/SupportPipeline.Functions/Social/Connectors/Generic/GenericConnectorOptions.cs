using System.Globalization;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Connectors.Generic;

/// <summary>Section <c>Social:Generic</c>. Connector keys are not configured: they are made and revoked by <c>/api/connector-keys</c>.</summary>
public sealed class GenericConnectorOptions
{
    /// <summary>Whether the route exists. Default true; without a key or a secret nobody can use it.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Secrets of Standard Webhooks: base64 of 24 to 64 bytes, with or without <c>whsec_</c>. Each is valid, so that one can replace another.</summary>
    public IList<string> SigningSecrets { get; set; } = [];

    /// <summary>The most items of one delivery, 1 to 500. Default 500.</summary>
    public int MaxItems { get; set; } = 500;

    /// <summary>Ids or handles of our own accounts; what they write is dropped.</summary>
    public IList<string> OwnAccounts { get; set; } = [];

    /// <summary>Makes what cannot be used an error at start.</summary>
    internal sealed class Validation : IValidateOptions<ConnectorsOptions>
    {
        private const string Prefix = "whsec_";

        public ValidateOptionsResult Validate(string? name, ConnectorsOptions options)
        {
            ArgumentNullException.ThrowIfNull(options);
            var failures = options
                .Generic.SigningSecrets.Select((secret, index) => (secret, index))
                .Where(one => !IsSecret(one.secret))
                .Select(one =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Social:Generic:SigningSecrets:{one.index} must be base64 of 24 to 64 bytes, with or without {Prefix} before it."
                    )
                )
                .ToList();
            if (options.Generic.MaxItems is < 1 or > 500)
            {
                failures.Add("Social:Generic:MaxItems must be from 1 to 500.");
            }

            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }

        private static bool IsSecret(string secret)
        {
            Span<byte> key = stackalloc byte[64];
            var base64 = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
            return Convert.TryFromBase64String(base64, key, out var length) && length >= 24;
        }
    }
}
