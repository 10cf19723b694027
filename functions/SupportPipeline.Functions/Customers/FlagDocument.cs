namespace SupportPipeline.Customers;

/// <summary>Something noted about a customer, as the API shows it.</summary>
/// <param name="Flag">Its name.</param>
/// <param name="Until">When it runs out; null when somebody has to lift it.</param>
/// <param name="Reason">Why it was set.</param>
/// <param name="By">Who set it; null when the playbook did.</param>
/// <param name="At">When.</param>
internal sealed record FlagDocument(string Flag, DateTimeOffset? Until, string Reason, string? By, DateTimeOffset At)
{
    /// <summary>Makes the document of a flag.</summary>
    public static FlagDocument Of(CustomerFlag flag) => new(flag.Name, flag.Until, flag.Why, flag.By, flag.At);
}
