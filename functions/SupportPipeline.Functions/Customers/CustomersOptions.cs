using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Customers;

/// <summary>How customers' mails belong together. Configuration section <c>Customers</c>.</summary>
public sealed class CustomersOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Customers";

    /// <summary>Within how many seconds of a case's last message another mail of the same person joins it whatever its subject. 0 turns it off. Default 120.</summary>
    [Range(0, 3_600)]
    public int GroupSeconds { get; set; } = 120;

    /// <summary>Within how many minutes of its opening a mail of the same person with the same subject joins a case. 0 turns it off. Default 30.</summary>
    [Range(0, 1_440)]
    public int GroupSubjectMinutes { get; set; } = 30;
}
