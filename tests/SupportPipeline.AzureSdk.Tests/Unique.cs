using System.Globalization;

namespace SupportPipeline.AzureSdk.Tests;

/// <summary>Names for queues and containers that no other test of the run uses.</summary>
internal static class Unique
{
    private static int s_count;

    public static string Name(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref s_count)}");
}
