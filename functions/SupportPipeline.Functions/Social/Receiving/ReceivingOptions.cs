using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Social.Receiving;

/// <summary>How mentions are taken in. Configuration section <c>Social:Receiving</c>.</summary>
public sealed class ReceivingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Social:Receiving";

    /// <summary>How long a delivery waits for others that come at the same time, to be kept together, in milliseconds. Default 5.</summary>
    [Range(0, 1_000)]
    public int LingerMilliseconds { get; set; } = 5;

    /// <summary>The most posts that deliveries kept together may hold. Default 500: their processing has to end well before the queue shows them again.</summary>
    [Range(1, 5_000)]
    public int MaxTogether { get; set; } = 500;

    /// <summary>Characters of a post that are kept as its text; the payload keeps all. Default 8,000, what Facebook allows.</summary>
    [Range(280, 20_000)]
    public int MaxTextLength { get; set; } = 8_000;

    /// <summary>For how many hours copies of a post are known. Default 48.</summary>
    [Range(1, 168)]
    public int CopyHours { get; set; } = 48;

    /// <summary>Of how many posts of a brand copies are known at once; the oldest are forgotten first. Default 50,000, about 60 MB.</summary>
    [Range(100, 1_000_000)]
    public int MaxKnownPosts { get; set; } = 50_000;

    /// <summary>
    /// After how long a mention that was made a case is looked at again, in seconds, in case the process that made it died over it. Default 30.
    /// </summary>
    [Range(5, 600)]
    public int ConversionRetrySeconds { get; set; } = 30;

    /// <summary>Over how many partitions external ids are spread. Default 4; a partition takes 2,000 writes a second. Never to be changed while in use.</summary>
    [Range(1, 256)]
    public int IdShards { get; set; } = 4;
}
