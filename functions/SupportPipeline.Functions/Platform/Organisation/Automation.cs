namespace SupportPipeline.Platform;

/// <summary>What happens to a reply that a template could give.</summary>
public enum Automation
{
    /// <summary>It is not written.</summary>
    Off,

    /// <summary>It is written and waits for a person.</summary>
    Draft,

    /// <summary>It goes out by itself.</summary>
    Send,
}
