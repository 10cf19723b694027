using System.Globalization;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Dates as mail writes them (RFC 5322, 3.3).</summary>
internal static class MailDate
{
    public static string Format(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
