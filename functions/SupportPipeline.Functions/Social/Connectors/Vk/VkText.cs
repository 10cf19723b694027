using System.Text.RegularExpressions;

namespace SupportPipeline.Social.Connectors.Vk;

/// <summary>VK writes names into texts as <c>[id1|Павел]</c> and <c>[club1|Name]</c>, in discussions <c>[id1:bp-1_2|Павел]</c>.</summary>
internal static partial class VkText
{
    /// <summary>The text as people see it.</summary>
    public static string Plain(string text) => Mention().Replace(text, "${name}");

    /// <summary>Whether a text names a community.</summary>
    public static bool Names(string? text, string group) =>
        text is not null && Mention().Matches(text).Any(match => match.Groups["group"].Success && match.Groups["group"].Value == group);

    [GeneratedRegex(
        @"\[(?:id\d+|(?:club|public|event)(?<group>\d+))(?::[^|\[\]\s]*)?\|(?<name>[^\[\]|]+)\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Mention();
}
