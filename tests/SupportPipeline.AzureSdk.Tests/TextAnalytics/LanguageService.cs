using Azure;
using Azure.AI.TextAnalytics;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.TextAnalytics;

/// <summary>What the tests of this folder share: a client of the scripted server, and answers in the service's shape.</summary>
internal static class LanguageService
{
    public static readonly AzureKeyCredential Key = new("test-key");

    public static TextAnalyticsClient Client(this ScriptedServer server, TextAnalyticsClientOptions? options = null) =>
        new(new Uri(server.Address), Key, options ?? QuickOptions());

    /// <summary>Options with waits of no length to speak of between attempts.</summary>
    public static TextAnalyticsClientOptions QuickOptions()
    {
        var options = new TextAnalyticsClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    /// <summary>An answer with these documents and errors.</summary>
    public static ScriptedAnswer Answer(string kind, string documents, string errors = "[]") =>
        new(
            200,
            $$$"""{"kind":"{{{kind}}}Results","results":{"documents":{{{documents}}},"errors":{{{errors}}},"modelVersion":"2025-01-01"}}"""
        );

    /// <summary>An answer that says English about each of these documents.</summary>
    public static ScriptedAnswer English(params string[] ids) =>
        Answer("LanguageDetection", $"[{string.Join(',', ids.Select(EnglishDocument))}]");

    private static string EnglishDocument(string id) =>
        $$$"""{"id":"{{{id}}}","detectedLanguage":{"name":"English","iso6391Name":"en","confidenceScore":0.9},"warnings":[]}""";
}
