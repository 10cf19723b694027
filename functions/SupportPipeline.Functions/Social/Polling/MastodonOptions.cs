using System.Globalization;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Polling;

/// <summary>Our accounts on Mastodon servers. Configuration section <c>Social:Mastodon</c>; without accounts nothing is asked.</summary>
public sealed class MastodonOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Social:Mastodon";

    /// <summary>The accounts.</summary>
    public IList<MastodonAccountOptions> Accounts { get; set; } = [];

    /// <summary>Makes what cannot be used an error at start.</summary>
    internal sealed class Validation(IOptions<PollingOptions> polling) : IValidateOptions<MastodonOptions>
    {
        public ValidateOptionsResult Validate(string? name, MastodonOptions options)
        {
            ArgumentNullException.ThrowIfNull(options);
            var failures = new List<string>();
            for (var index = 0; index < options.Accounts.Count; index++)
            {
                var account = options.Accounts[index];
                var setting = string.Create(CultureInfo.InvariantCulture, $"{Section}:Accounts:{index}");
                if (!polling.Value.IsAllowed(account.BaseAddress))
                {
                    failures.Add($"{setting}:BaseAddress must be an https address.");
                }

                if (account.AccessToken.Length == 0)
                {
                    failures.Add($"{setting}:AccessToken is missing.");
                }

                if (account.AccountId.Length is 0 or > 100)
                {
                    failures.Add($"{setting}:AccountId must have 1 to 100 characters.");
                }
            }

            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }
    }
}

/// <summary>One account.</summary>
public sealed class MastodonAccountOptions
{
    /// <summary>The server, for example <c>https://mastodon.example</c>.</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>A token with the scopes <c>read:notifications</c> and <c>read:statuses</c>; <c>write:statuses</c> too where answers are posted.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>The account's id on that server, as <c>/api/v1/accounts/verify_credentials</c> gives it.</summary>
    public string AccountId { get; set; } = "";
}
