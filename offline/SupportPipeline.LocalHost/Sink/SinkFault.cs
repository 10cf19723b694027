namespace SupportPipeline.LocalHost.Sink;

/// <summary>How the sink misbehaves for one request.</summary>
internal sealed record SinkFault
{
    /// <summary>Refuse with this status; the mail is not kept.</summary>
    public int? Status { get; init; }

    /// <summary>Wait this long, in real time, before doing anything.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Keep the mail, then cut the connection: the sender cannot know what happened.</summary>
    public bool DropAnswer { get; init; }
}

/// <summary>Where the sink asks, once per request, whether to misbehave.</summary>
internal delegate SinkFault? NextSinkFault();
