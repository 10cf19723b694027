using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportPipeline.AzureSdk.Tests.Http;

/// <summary>Compares JSON by meaning: escapes and white space do not count, everything else does.</summary>
internal static class JsonAssert
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static void Equal(string expected, string actual)
    {
        if (!JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)))
        {
            Assert.Equal(Indented(expected), Indented(actual));
        }
    }

    /// <summary>Also the order of members is the same.</summary>
    public static void SameText(string expected, string actual) => Assert.Equal(Indented(expected), Indented(actual));

    private static string Indented(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);
}
