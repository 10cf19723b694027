using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>The words of requests: kebab case, and the underscores of the Statuspage API are understood too. Pure.</summary>
internal static class IncidentWords
{
    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => KebabCase.NameOf(value);

    /// <summary>The value of a word; null when there is none.</summary>
    public static T? Read<T>(string? word)
        where T : struct, Enum => KebabCase.TryValueOf<T>(word?.Replace('_', '-'), out var value) ? value : null;

    /// <summary>All words, for a message to people.</summary>
    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));
}
