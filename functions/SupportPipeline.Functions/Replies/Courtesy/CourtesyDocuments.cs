using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>The body of <c>POST /api/courtesy-check</c>.</summary>
internal sealed record CourtesyRequest
{
    /// <summary>The answer to check.</summary>
    public string? Text { get; init; }

    /// <summary>Its language: <c>en</c>, <c>zh-Hans</c>, <c>zh-Hant</c> or <c>ru</c>.</summary>
    public string? Language { get; init; }

    /// <summary><c>email</c> (the default) or <c>public</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>A scenario of the playbook, for example <c>very-angry</c>.</summary>
    public string? Scenario { get; init; }

    /// <summary>The customer's name.</summary>
    public string? CustomerName { get; init; }

    /// <summary>What the customer wrote, in any language: how they feel is read from it.</summary>
    public string? CustomerMessage { get; init; }
}

/// <summary>The answer of <c>POST /api/courtesy-check</c>.</summary>
/// <param name="Passes">Whether nothing blocks.</param>
/// <param name="Findings">What was found, in the order of the places.</param>
/// <param name="Customer">What was understood of the customer's message.</param>
internal sealed record CourtesyAnswer(
    bool Passes,
    IReadOnlyList<CourtesyFindingDocument> Findings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TriageDocument? Customer
);

/// <summary>A finding as JSON.</summary>
/// <param name="Code">The code in kebab case.</param>
/// <param name="Severity"><c>block</c>, <c>warn</c> or <c>hint</c>.</param>
/// <param name="Offset">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">Its length in UTF-16 code units; 0 for something that is missing.</param>
/// <param name="Text">The words.</param>
/// <param name="Suggestion">What to write instead.</param>
internal sealed record CourtesyFindingDocument(string Code, string Severity, int Offset, int Length, string Text, string Suggestion)
{
    /// <summary>Makes the document of a finding.</summary>
    public static CourtesyFindingDocument Of(CourtesyFinding finding) =>
        new(
            KebabCase.NameOf(finding.Code),
            KebabCase.NameOf(finding.Severity),
            finding.Offset,
            finding.Length,
            finding.Text,
            finding.Suggestion
        );
}

/// <summary>The JSON of the courtesy check over HTTP.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CourtesyRequest))]
internal sealed partial class CourtesyJson : JsonSerializerContext;
