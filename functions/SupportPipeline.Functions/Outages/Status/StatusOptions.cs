using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>How the public status page is published. Configuration section <c>Status</c>.</summary>
public sealed class StatusOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Status";

    /// <summary>
    /// The address under which everybody reads the status page, <c>https://status.example.com</c>; that of our other pages when left out. Feeds make their
    /// permanent ids from its host, so choose it once.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>
    /// The container of the published files: <c>$web</c> where storage serves them as a static website. In the account of the connection
    /// <c>StatusStorage</c> when there is one, else beside everything else.
    /// </summary>
    public string Container { get; set; } = StorageNames.StatusContainer;

    /// <summary>Makes an address that cannot be used an error at start.</summary>
    internal sealed class Validation : IValidateOptions<StatusOptions>
    {
        public ValidateOptionsResult Validate(string? name, StatusOptions options) =>
            options.Address.Length == 0
            || (Uri.TryCreate(options.Address, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http"))
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{Section}:{nameof(Address)} is not a web address.");
    }
}
