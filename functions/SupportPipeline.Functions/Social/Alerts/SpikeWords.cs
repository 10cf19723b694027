using System.Globalization;

namespace SupportPipeline.Social.Alerts;

/// <summary>Probabilities in words.</summary>
internal static class SpikeWords
{
    /// <summary>How seldom something so unlikely happens by chance.</summary>
    public static string Chance(double probability) =>
        probability <= 1e-9
            ? "By chance that does not happen."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"By chance that happens less than once in {RoundDown(1 / probability):N0} hours."
            );

    private static double RoundDown(double value)
    {
        var scale = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Math.Floor(value / scale) * scale;
    }
}
