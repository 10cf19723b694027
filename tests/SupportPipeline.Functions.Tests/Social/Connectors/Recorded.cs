namespace SupportPipeline.Social.Connectors;

/// <summary>Payloads in the shapes that platforms document, beside the tests of their connector.</summary>
internal static class Recorded
{
    /// <summary>The bytes of a payload.</summary>
    /// <param name="name">Folder and name, for example <c>Meta/facebook-comment</c>.</param>
    public static byte[] Bytes(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Social", "Connectors", $"{name}.json"));
}
