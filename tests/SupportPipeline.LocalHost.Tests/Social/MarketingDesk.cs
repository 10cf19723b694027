using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>A desk with a brand for each test, so that none counts another's mentions.</summary>
public sealed class MarketingDesk : SharedDesk
{
    private static readonly string[] s_brands =
    [
        "main",
        "stream",
        "other",
        "paging",
        "trend",
        "export",
        "viral",
        "press",
        "calm",
        "muted",
        "twice",
        "taken",
    ];

    private protected override LocalHostOptions Configure(LocalHostOptions options) =>
        With(
            options,
            [
                .. s_brands.Select((brand, number) => ($"Social:Brands:{number}:Name", brand)),
                ("Social:Brands:1:Accounts:0", "x:700"),
                ("Social:Replies:RetrySeconds", "1"),
                ("Social:Replies:LookAgainSeconds", "1"),
                ("Social:Receiving:ConversionRetrySeconds", "5"),
                ("Replies:ClaimSeconds", "5"),
                ("SendGrid:TimeoutSeconds", "4"),
                ("Social:Alerts:Addresses:0", "lead@staff.example"),
                ("Social:Alerts:KeyAccounts:0", "generic:harbour_times"),
                ("Social:Alerts:ClaimSeconds", "10"),
            ]
        );
}
