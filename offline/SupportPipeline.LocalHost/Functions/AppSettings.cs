using System.Text.RegularExpressions;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>Fills <c>%Setting%</c> in attribute values, as the Functions host does.</summary>
internal static partial class AppSettings
{
    /// <summary>Fills the settings in.</summary>
    /// <exception cref="InvalidFunctionException">A setting is missing.</exception>
    public static string Resolve(string text, Func<string, string?> setting) =>
        Reference()
            .Replace(
                text,
                reference =>
                    setting(reference.Groups["name"].Value)
                    ?? throw new InvalidFunctionException($"the setting {reference.Groups["name"].Value} is missing.")
            );

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
