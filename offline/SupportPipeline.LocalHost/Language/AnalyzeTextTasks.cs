using System.Globalization;
using System.Text.Json.Nodes;
using SupportPipeline.Triage;
using SupportPipeline.Triage.Azure;

namespace SupportPipeline.LocalHost.Language;

/// <summary>Answers each document of a request, or says what is wrong with it; the others are answered all the same.</summary>
internal sealed class AnalyzeTextTasks(Func<string, string?, MessageTriage> analyze)
{
    private const string ModelVersion = "local";
    private readonly SentimentTask _sentiment = new(analyze);

    /// <summary>The whole answer.</summary>
    public JsonObject Answer(AnalyzeTextRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var documents = new JsonArray();
        var errors = new JsonArray();
        foreach (var document in request.Documents)
        {
            if (Problem(request.Kind, document) is { } problem)
            {
                errors.Add((JsonNode)new JsonObject { ["id"] = document.Id, ["error"] = problem.ToJson() });
                continue;
            }

            var answer = Answer(request, document, documents.Count);
            answer["id"] = document.Id;
            answer["warnings"] = new JsonArray();
            documents.Add((JsonNode)answer);
        }

        return new JsonObject
        {
            ["kind"] = request.Kind.Name + "Results",
            ["results"] = new JsonObject
            {
                ["documents"] = documents,
                ["errors"] = errors,
                ["modelVersion"] = ModelVersion,
            },
        };
    }

    private static AnalyzeTextError? Problem(AnalyzeTextKind kind, AnalyzeTextDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
        {
            return AnalyzeTextError.OfDocument("InvalidDocument", "The document is empty.");
        }

        if (new StringInfo(document.Text).LengthInTextElements > LanguageServiceLimits.MaxTextElements)
        {
            return AnalyzeTextError.OfDocument(
                "InvalidDocument",
                $"A document has at most {LanguageServiceLimits.MaxTextElements} text elements."
            );
        }

        return kind != AnalyzeTextKind.Language && document.Language is { Length: > 0 } code && ServiceLanguages.HintFor(code) is null
            ? AnalyzeTextError.OfDocument("UnsupportedLanguageCode", "The language is not one of this service.")
            : null;
    }

    /// <summary>The code of the embedded analyzer for what a request calls the language.</summary>
    private static string? LanguageOf(AnalyzeTextDocument document) =>
        ServiceLanguages.HintFor(document.Language ?? "") switch
        {
            null => null,
            var hint when hint.StartsWith(ServiceLanguages.AnyChinese, StringComparison.Ordinal) => ServiceLanguages.FromService(hint),
            var hint => hint.Split('-')[0],
        };

    private static JsonObject Language(string text)
    {
        var detected = LanguageDetector.Detect(text);
        var (name, code) = detected.Code switch
        {
            LanguageDetector.Undetermined => ("(Unknown)", "(Unknown)"),
            "zh-Hans" => ("Chinese_Simplified", "zh_chs"),
            "zh-Hant" => ("Chinese_Traditional", "zh_cht"),
            var other => (CultureInfo.GetCultureInfo(other).EnglishName, other),
        };
        return new JsonObject
        {
            ["detectedLanguage"] = new JsonObject
            {
                ["name"] = name,
                ["iso6391Name"] = code,
                ["confidenceScore"] = Math.Round(detected.Confidence, 2),
            },
        };
    }

    private JsonObject Answer(AnalyzeTextRequest request, AnalyzeTextDocument document, int index) =>
        request.Kind.Name switch
        {
            "LanguageDetection" => Language(document.Text),
            "KeyPhraseExtraction" => KeyPhrases(analyze(document.Text, LanguageOf(document))),
            "PiiEntityRecognition" => PersonalDataTask.Answer(document.Text),
            _ => _sentiment.Answer(document.Text, LanguageOf(document), request.OpinionMining, index),
        };

    /// <summary>What the embedded analyzer found telling; without key phrases of its own, the words that gave topic and intent away.</summary>
    private static JsonObject KeyPhrases(MessageTriage triage)
    {
        var phrases =
            triage.KeyPhrases.Count > 0
                ? triage.KeyPhrases
                : triage.Topic.Evidence.Concat(triage.Intent.Evidence).Select(evidence => evidence.Text);
        return new JsonObject
        {
            ["keyPhrases"] = new JsonArray([
                .. phrases.Distinct(StringComparer.OrdinalIgnoreCase).Select(phrase => JsonValue.Create(phrase)),
            ]),
        };
    }
}
