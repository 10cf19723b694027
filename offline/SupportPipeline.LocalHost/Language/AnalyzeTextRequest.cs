using System.Text.Json;

namespace SupportPipeline.LocalHost.Language;

/// <summary>One document of a request.</summary>
/// <param name="Id">The caller's.</param>
/// <param name="Text">What is to be understood.</param>
/// <param name="Language">The language it is said to be in; null when nothing is said.</param>
internal sealed record AnalyzeTextDocument(string Id, string Text, string? Language);

/// <summary>A request that the service answers.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="OpinionMining">Whether sentences come with opinions.</param>
/// <param name="Documents">About what.</param>
internal sealed record AnalyzeTextRequest(AnalyzeTextKind Kind, bool OpinionMining, IReadOnlyList<AnalyzeTextDocument> Documents)
{
    /// <summary>Reads a body.</summary>
    /// <exception cref="RefusedException">The service refuses it as a whole.</exception>
    public static AnalyzeTextRequest Read(JsonElement body)
    {
        var kind =
            AnalyzeTextKind.Find(Text(body, "kind")) ?? throw Refused("InvalidParameterValue", "The kind is not one of this service.");
        var parameters = Member(body, "parameters");
        if (kind.CountsCharacters && Text(parameters, "stringIndexType") is not "Utf16CodeUnit")
        {
            throw Refused("InvalidParameterValue", "Here stringIndexType has to be Utf16CodeUnit.");
        }

        var input = Member(Member(body, "analysisInput"), "documents");
        if (input.ValueKind != JsonValueKind.Array || input.GetArrayLength() == 0)
        {
            throw Refused("MissingInputRecords", "There are no documents.");
        }

        if (input.GetArrayLength() > kind.MaxDocuments)
        {
            throw Refused("InvalidDocumentBatch", $"One call takes at most {kind.MaxDocuments} documents of this kind.");
        }

        var documents = input.EnumerateArray().Select(Document).ToList();
        return documents.DistinctBy(document => document.Id, StringComparer.Ordinal).Count() == documents.Count
            ? new AnalyzeTextRequest(kind, Member(parameters, "opinionMining").ValueKind == JsonValueKind.True, documents)
            : throw Refused("InvalidDocumentBatch", "Two documents have the same id.");
    }

    private static AnalyzeTextDocument Document(JsonElement document) =>
        Text(document, "id") is { Length: > 0 } id
            ? new AnalyzeTextDocument(id, Text(document, "text") ?? "", Text(document, "language"))
            : throw Refused("InvalidDocument", "A document has no id.");

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static RefusedException Refused(string innerCode, string message) => new(AnalyzeTextError.OfRequest(innerCode, message));

    /// <summary>The call is refused as a whole.</summary>
    internal sealed class RefusedException(AnalyzeTextError error) : Exception(error.Message)
    {
        public AnalyzeTextError Error => error;
    }
}
