using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Alerts;

/// <summary>Makes addresses that cannot be used an error at start.</summary>
internal sealed class AlertsOptionsValidation : IValidateOptions<AlertsOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AlertsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = new List<string>();
        problems.AddRange(
            options
                .Addresses.Where(address => !EmailAddress.TryParse(address, out _))
                .Select(_ => $"{AlertsOptions.Section}:{nameof(AlertsOptions.Addresses)} holds what is not an email address.")
        );
        Add(nameof(AlertsOptions.SlackWebhook), options.SlackWebhook);
        Add(nameof(AlertsOptions.TeamsWebhook), options.TeamsWebhook);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Add(string setting, string webhook)
        {
            if (webhook.Length > 0 && WebhookAddress.Check(webhook, options.WebhookHosts, options.AllowLoopback, out _) is { } problem)
            {
                problems.Add($"{AlertsOptions.Section}:{setting} {problem}.");
            }
        }
    }
}
