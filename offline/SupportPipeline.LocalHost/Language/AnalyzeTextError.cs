using System.Text.Json.Nodes;

namespace SupportPipeline.LocalHost.Language;

/// <summary>Why a call, or one document of it, is refused.</summary>
/// <param name="Status">The HTTP status of a whole call.</param>
/// <param name="Code">The class of errors, such as <c>InvalidRequest</c>.</param>
/// <param name="InnerCode">What exactly is wrong, such as <c>InvalidDocumentBatch</c>; null when the class says it all.</param>
/// <param name="Message">For people.</param>
internal sealed record AnalyzeTextError(int Status, string Code, string? InnerCode, string Message)
{
    public static AnalyzeTextError OfDocument(string innerCode, string message) => new(200, "InvalidArgument", innerCode, message);

    public static AnalyzeTextError OfRequest(string innerCode, string message) => new(400, "InvalidRequest", innerCode, message);

    /// <summary>The error as it stands in an answer.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["code"] = Code, ["message"] = Message };
        if (InnerCode is not null)
        {
            json["innererror"] = new JsonObject { ["code"] = InnerCode, ["message"] = Message };
        }

        return json;
    }
}
