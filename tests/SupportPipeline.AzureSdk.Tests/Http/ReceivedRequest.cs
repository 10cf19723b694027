namespace SupportPipeline.AzureSdk.Tests.Http;

/// <summary>What the server was asked.</summary>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
