namespace SupportPipeline.Intake;

/// <summary>The values of Action in a delivery report (RFC 3464, 2.3.3).</summary>
internal static class BounceActions
{
    internal const string Failed = "failed";
    internal const string Delayed = "delayed";
    internal const string Delivered = "delivered";
    internal const string Relayed = "relayed";
    internal const string Expanded = "expanded";

    /// <summary>The value that a text stands for; null when it is none. Some systems write a comment behind it, some the wrong word.</summary>
    internal static string? Read(string? text) =>
        text is null
            ? null
            : HeaderToken.First(text).ToLowerInvariant() switch
            {
                Failed or "failure" or "fail" or "error" or "undeliverable" => Failed,
                Delayed or "delay" or "deferred" => Delayed,
                Delivered or "success" => Delivered,
                Relayed => Relayed,
                Expanded => Expanded,
                _ => null,
            };
}
