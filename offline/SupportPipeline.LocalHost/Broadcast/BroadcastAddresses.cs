using System.Globalization;
using System.Text;

namespace SupportPipeline.LocalHost.Broadcast;

/// <summary>The customers of a broadcast, as a CSV of the import.</summary>
internal sealed class BroadcastAddresses(BroadcastOptions options)
{
    private static readonly string[] s_languages = ["en", "ru", "zh-Hans", "zh-Hant"];

    /// <summary>Where a bad address stands: spread over the whole file.</summary>
    private int BadEvery => options.BadAddresses == 0 ? int.MaxValue : options.Recipients / options.BadAddresses;

    /// <summary>The address of a customer. A quoted local part with a space is right by RFC 5321 and refused by the mail service.</summary>
    public string Of(int number) =>
        IsBad(number)
            ? string.Create(CultureInfo.InvariantCulture, $"\"odd {number}\"@customer.example")
            : string.Create(CultureInfo.InvariantCulture, $"customer{number:D7}@customer.example");

    /// <summary>Whether the mail service refuses a customer's address.</summary>
    public bool IsBad(int number) =>
        options.BadAddresses > 0 && number % BadEvery == BadEvery / 2 && number / BadEvery < options.BadAddresses;

    /// <summary>The body of the import, written as it is read.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        await writer.WriteAsync("id,email,name,language,region,plan,products,components,tags\n");
        for (var number = 0; number < options.Recipients; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var address = Of(number).Replace("\"", "\"\"", StringComparison.Ordinal);
            await writer.WriteAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"c{number},\"{address}\",Customer {number},{s_languages[number % s_languages.Length]},eu,pro,shop,checkout,\n"
                )
            );
        }
    }
}

/// <summary>An import that is written while it is sent.</summary>
internal sealed class BroadcastImport(BroadcastAddresses addresses) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
        addresses.WriteAsync(stream, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
