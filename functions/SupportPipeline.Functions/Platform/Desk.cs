using Microsoft.Extensions.Options;

namespace SupportPipeline.Platform;

/// <summary>The checked form of <see cref="DeskOptions"/>.</summary>
public sealed class Desk
{
    /// <summary>Reads the options.</summary>
    public Desk(IOptions<DeskOptions> options)
        : this((options ?? throw new ArgumentNullException(nameof(options))).Value) { }

    /// <summary>Checks and reads the options.</summary>
    /// <exception cref="OptionsValidationException">An address or the key is not usable; the message names the setting.</exception>
    private Desk(DeskOptions value)
    {
        Address = ReadAddress(value.Address, nameof(DeskOptions.Address));
        var others = value.OtherAddresses.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        OwnAddresses = [Address, .. others.Select(other => ReadAddress(other, nameof(DeskOptions.OtherAddresses)))];
        SigningKey = ReadKey(value.SigningKey);
    }

    /// <summary>The address replies come from.</summary>
    public EmailAddress Address { get; }

    /// <summary>Every address of ours.</summary>
    public IReadOnlyCollection<EmailAddress> OwnAddresses { get; }

    /// <summary>The secret that signs.</summary>
    internal ReadOnlyMemory<byte> SigningKey { get; }

    private static EmailAddress ReadAddress(string text, string setting) =>
        EmailAddress.TryParse(text, out var address) ? address : throw Invalid(setting, "is not an email address");

    private static byte[] ReadKey(string text)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= 32
            ? key[..length]
            : throw Invalid(nameof(DeskOptions.SigningKey), "must be base64 of at least 32 bytes");
    }

    private static OptionsValidationException Invalid(string setting, string problem) =>
        new(DeskOptions.Section, typeof(DeskOptions), [$"{DeskOptions.Section}:{setting} {problem}."]);

    /// <summary>Makes what <see cref="Desk"/> cannot use an error at start.</summary>
    internal sealed class Validation : IValidateOptions<DeskOptions>
    {
        public ValidateOptionsResult Validate(string? name, DeskOptions options)
        {
            try
            {
                _ = new Desk(options);
                return ValidateOptionsResult.Success;
            }
            catch (OptionsValidationException exception)
            {
                return ValidateOptionsResult.Fail(exception.Failures);
            }
        }
    }
}
