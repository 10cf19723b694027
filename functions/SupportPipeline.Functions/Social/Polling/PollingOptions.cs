using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Social.Polling;

/// <summary>How platforms that send nothing are asked. Configuration section <c>Social:Polling</c>.</summary>
public sealed class PollingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Social:Polling";

    /// <summary>The most pages of one feed in a run, and the most looks at known posts of one account; what is left is for the next. Default 5.</summary>
    [Range(1, 50)]
    public int MaxPages { get; set; } = 5;

    /// <summary>How far back each run reads again what the ones before have read, in seconds: platforms may show a post late. Default 120.</summary>
    [Range(0, 3_600)]
    public int OverlapSeconds { get; set; } = 120;

    /// <summary>How long a platform may take to answer, in seconds. Default 20.</summary>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Whether a platform on this machine may be asked over http. Default false; the local host sets it.</summary>
    public bool AllowLoopbackHttp { get; set; }

    /// <summary>Whether an address may be asked: https, or http on this machine where that is allowed. A query, a fragment or a user name is refused.</summary>
    internal bool IsAllowed(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && AllowLoopbackHttp));
}
