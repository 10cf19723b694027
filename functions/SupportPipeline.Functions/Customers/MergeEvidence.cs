namespace SupportPipeline.Customers;

/// <summary>What proves that two records are one person. The same name, the same writing or the same company prove nothing and are not in the list.</summary>
internal static class MergeEvidence
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = ["customer-said", "verified-account", "signed-link"];
}
