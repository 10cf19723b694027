using System.Diagnostics;
using OpenTelemetry;

namespace SupportPipeline.Platform;

/// <summary>
/// Leaves of the address in a span only scheme, host and port. Webhooks and bots carry their secret in the path (Slack, Teams, Telegram), and what is
/// in a trace is read by many.
/// </summary>
internal sealed class AddressTrimming : BaseProcessor<Activity>
{
    private static readonly string[] s_tags = ["url.full", "http.url"];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var tag in s_tags)
        {
            if (data.GetTagItem(tag) is string address)
            {
                data.SetTag(tag, Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null);
            }
        }
    }
}
