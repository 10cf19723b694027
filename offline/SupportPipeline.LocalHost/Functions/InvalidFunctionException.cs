namespace SupportPipeline.LocalHost.Functions;

/// <summary>A function cannot be run, for the reason in the message.</summary>
internal sealed class InvalidFunctionException(string message) : Exception(message);
