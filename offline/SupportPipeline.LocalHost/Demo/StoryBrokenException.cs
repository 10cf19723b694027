namespace SupportPipeline.LocalHost.Demo;

/// <summary>The story cannot go on: something it builds on did not happen.</summary>
internal sealed class StoryBrokenException(string message) : Exception(message);
