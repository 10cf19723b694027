using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Who is reminded of what, when something is broken. Configuration section <c>Outages</c>.</summary>
public sealed class IncidentsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Outages";

    /// <summary>The addresses of on-call staff, separated by commas or semicolons. Empty, the default, reminds nobody.</summary>
    public string OnCallAddresses { get; set; } = "";

    /// <summary>How long before a promised update its author is reminded at most, in minutes; a quarter of the time when that is less. Default 10.</summary>
    [Range(1, 60)]
    public int ReminderMinutes { get; set; } = 10;

    /// <summary>How long before a maintenance on-call staff are reminded, in hours. Default 3.</summary>
    [Range(1, 48)]
    public int MaintenanceReminderHours { get; set; } = 3;

    /// <summary>The addresses, read.</summary>
    /// <exception cref="FormatException">One is none; the message names the setting and its place.</exception>
    internal IReadOnlyList<EmailAddress> ReadAddresses()
    {
        var entries = OnCallAddresses.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. entries
                .Select(
                    (entry, place) =>
                        EmailAddress.TryParse(entry, out var address)
                            ? address
                            : throw new FormatException($"{Section}:{nameof(OnCallAddresses)}: entry {place + 1} is not an email address.")
                )
                .Distinct(),
        ];
    }

    /// <summary>Makes a list that cannot be read an error at start.</summary>
    internal sealed class Validation : IValidateOptions<IncidentsOptions>
    {
        public ValidateOptionsResult Validate(string? name, IncidentsOptions options)
        {
            try
            {
                options.ReadAddresses();
                return ValidateOptionsResult.Success;
            }
            catch (FormatException exception)
            {
                return ValidateOptionsResult.Fail(exception.Message);
            }
        }
    }
}
