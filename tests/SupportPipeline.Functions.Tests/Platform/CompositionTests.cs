using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Replies;
using SupportPipeline.Testing;

namespace SupportPipeline.Platform;

public sealed class CompositionTests
{
    [Fact]
    public void Every_function_class_can_be_built_from_the_container()
    {
        using var services = Pipeline.Create();
        var functions = typeof(SupportPipelineServices)
            .Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null))
            .ToList();

        Assert.Equal(
            [
                "AcceptNoticeUnsubscribe",
                "AcceptUnsubscribe",
                "AcknowledgeMentionAlert",
                "ApplyDeliveryEvents",
                "ApproveNotice",
                "ApprovePublicReply",
                "ApproveReply",
                "AssignCase",
                "AssignMention",
                "CancelFollowUp",
                "CancelNotice",
                "CheckCourtesy",
                "CheckPublicReply",
                "CloseCase",
                "ConvertMention",
                "CreateAlertMute",
                "CreateConnectorKey",
                "CreateFollowUp",
                "CreateIncident",
                "CreateMentionSearch",
                "CreateNotice",
                "CreateSubscription",
                "DeliverPublicReply",
                "DeliverReply",
                "DiscardAlertMute",
                "DiscardCustomerFlag",
                "DiscardDeadLetter",
                "DiscardMentionSearch",
                "DiscardPublicReply",
                "DiscardReply",
                "DrainCustomerErasuresPoison",
                "DrainDeliveryEventsPoison",
                "DrainFollowUpsPoison",
                "DrainInboundMentionsPoison",
                "DrainInboundMessagesPoison",
                "DrainMentionAlertsPoison",
                "DrainNoticeBatchesPoison",
                "DrainNoticeFreezesPoison",
                "DrainOutboundRepliesPoison",
                "DrainPublicRepliesPoison",
                "DrainStatusPublicationsPoison",
                "DrainSubscriptionMailsPoison",
                "EraseCustomer",
                "EscalateCase",
                "ExportCustomer",
                "ExportMentionsCsv",
                "ExportMentionsJson",
                "FreezeNotice",
                "IgnoreMention",
                "LiftSuppression",
                "LinkCases",
                "ListAlertMutes",
                "ListCases",
                "ListComponents",
                "ListConnectorKeys",
                "ListCustomerCases",
                "ListDayReports",
                "ListDeadLetters",
                "ListFollowUps",
                "ListIncidentTemplates",
                "ListIncidents",
                "ListMatchingCases",
                "ListMentionAlerts",
                "ListMentionSearches",
                "ListMentions",
                "ListNotices",
                "ListSuppressions",
                "ListWaitingLists",
                "MarkCase",
                "MarkMentionNotSpam",
                "MarkMentionWriting",
                "MergeCase",
                "MergeCustomer",
                "NoteCase",
                "NoteMention",
                "PauseNotice",
                "PreviewNotice",
                "ProcessErasure",
                "ProcessFollowUp",
                "ProcessMentions",
                "ProcessMessage",
                "ProcessNoticeSlice",
                "PublishDailyStatus",
                "PublishStatus",
                "ReadCase",
                "ReadCustomer",
                "ReadCustomerByAddress",
                "ReadDeadLetter",
                "ReadIncident",
                "ReadMention",
                "ReadMentionAlert",
                "ReceiveCustomers",
                "ReceiveDeliveryEvents",
                "ReceiveEmail",
                "ReceivePurchases",
                "ReceiveSocialDelivery",
                "ReceiveSurveyAnswer",
                "ReleaseCase",
                "ReopenCase",
                "ReopenMention",
                "ReplayDeadLetter",
                "ReplayDeadLetters",
                "ResolvePublicReply",
                "ResumeNotice",
                "RevokeConnectorKey",
                "SendMentionAlert",
                "SendSubscriptionMail",
                "SendTestNotice",
                "SendWaitingList",
                "ShowAtomHistory",
                "ShowHealth",
                "ShowLiveness",
                "ShowMentionMoods",
                "ShowMentionTrend",
                "ShowNoticeProgress",
                "ShowNoticeUnsubscribe",
                "ShowReplySuggestion",
                "ShowRssHistory",
                "ShowStatusBadge",
                "ShowStatusDocument",
                "ShowStatusFile",
                "ShowStatusIncident",
                "ShowStatusList",
                "ShowStatusPage",
                "ShowSubscription",
                "ShowSurvey",
                "ShowUnsubscribe",
                "SplitCase",
                "SweepFollowUps",
                "SweepIncidents",
                "SweepMentionSpikes",
                "SweepNotices",
                "SweepSocialFeeds",
                "SweepSubscriptions",
                "UnlinkCase",
                "UnmergeCase",
                "UnmergeCustomer",
                "UpdateCase",
                "UpdateComponent",
                "UpdateComponents",
                "UpdateCustomerFlags",
                "UpdateCustomerIdentities",
                "UpdateCustomerPreferences",
                "UpdatePublicReply",
                "UpdateReply",
                "UpdateSubscription",
                "WatchQueues",
                "WriteDayReport",
                "WriteIncidentCorrection",
                "WriteIncidentUpdate",
                "WritePostMortem",
                "WritePublicReply",
                "WriteReply",
            ],
            functions.Select(type => type.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(functions, type => Assert.NotNull(ActivatorUtilities.CreateInstance(services, type)));
    }

    [Fact]
    public void The_defaults_are_these()
    {
        using var services = Pipeline.Create();
        var intake = services.GetRequiredService<IOptions<IntakeOptions>>().Value;
        var cases = services.GetRequiredService<IOptions<CasesOptions>>().Value;
        var replies = services.GetRequiredService<IOptions<RepliesOptions>>().Value;

        Assert.Equal(
            (31_457_280L, 50, 26_214_400L, null),
            (intake.MaxRequestBytes, intake.MaxAttachments, intake.MaxAttachmentBytes, intake.VerificationKey)
        );
        Assert.Equal(
            (1, 50, 100, 50, 5),
            (cases.ViewShards, cases.ViewLingerMilliseconds, cases.NumberBlock, cases.MaxParticipants, cases.MaxAncestorLookups)
        );
        Assert.Equal(
            (true, 5, 5, 45, 15, 900, 72),
            (
                replies.AutomaticEnabled,
                replies.MaxAutomaticPerCase,
                replies.MaxAutomaticPerAddressAndDay,
                replies.ClaimSeconds,
                replies.RetrySeconds,
                replies.MaxRetrySeconds,
                replies.GiveUpAfterHours
            )
        );
        Assert.Equal((true, "", 0, 15.0), (replies.Enabled, replies.AllowList, replies.MaxPerMinute, replies.UnknownWaitMinutes));
    }

    [Theory]
    [InlineData("Desk:Address", "nobody", "Desk:Address is not an email address.")]
    [InlineData("Desk:OtherAddresses", "a@b.example; nobody", "Desk:OtherAddresses is not an email address.")]
    [InlineData("Desk:SigningKey", "c2hvcnQ=", "Desk:SigningKey must be base64 of at least 32 bytes.")]
    [InlineData("Desk:SigningKey", "%", "Desk:SigningKey must be base64 of at least 32 bytes.")]
    public void A_desk_that_is_set_up_wrongly_says_which_setting(string name, string value, string expected)
    {
        using var services = Pipeline.Create(settings: (name, value));

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<Desk>());

        Assert.Equal(expected, exception.Message);
    }

    [Theory]
    [InlineData("Intake:MaxRequestBytes", "0")]
    [InlineData("Cases:ViewShards", "65")]
    [InlineData("Replies:MaxAutomaticPerCase", "101")]
    [InlineData("Replies:AllowList", "nobody")]
    [InlineData("Replies:MaxPerMinute", "-1")]
    [InlineData("Replies:UnknownWaitMinutes", "0")]
    [InlineData("SendGrid:MaxEventBytes", "0")]
    [InlineData("SendGrid:ApiKey", "")]
    [InlineData("SendGrid:Host", "nowhere")]
    public void A_number_out_of_range_stops_the_start(string name, string value)
    {
        using var services = Pipeline.Create(settings: (name, value));

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(name.Split(':')[1], exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_the_organisation_that_is_not_there_stops_the_start()
    {
        using var services = Pipeline.Create(settings: ("Organisation:File", "elsewhere/missing.json"));

        var exception = await Assert.ThrowsAsync<FormatException>(() => StartAsync(services));

        Assert.Equal("Organisation:File: there is no file 'missing.json'.", exception.Message);
    }

    [Theory]
    [InlineData("\"automation\": { \"acknowledgment\": \"off\" }", "automation: there is no template 'acknowledgment'.")]
    [InlineData("\"calendar\": { \"timeZone\": \"Mars/Olympus\" }", "calendar.timeZone: 'Mars/Olympus' is not a known IANA time zone.")]
    public async Task What_the_file_of_the_organisation_says_is_checked_at_start(string entry, string expected)
    {
        var path = Path.Combine(Path.GetTempPath(), $"organisation-{Ids.Next()}.json");
        await File.WriteAllTextAsync(path, $$"""{ "name": "Example Support", {{entry}} }""");
        try
        {
            using var services = Pipeline.Create(settings: ("Organisation:File", path));

            var exception = await Assert.ThrowsAsync<FormatException>(() => StartAsync(services));

            Assert.Equal(expected, exception.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task The_organisations_file_that_comes_with_the_product_can_be_used()
    {
        using var services = Pipeline.Create(settings: ("Organisation:File", null));

        await StartAsync(services);

        Assert.Equal("Example Support", services.GetRequiredService<Organisation>().Name);
    }

    [Fact]
    public void Storage_without_a_connection_names_the_setting()
    {
        using var services = Pipeline.Create(settings: ("SupportStorage", null));

        var exception = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<Azure.Data.Tables.TableServiceClient>());

        Assert.Equal(
            "Storage is not configured: set SupportStorage to a connection string, or SupportStorage__tableServiceUri to the service's address.",
            exception.Message
        );
    }

    [Fact]
    public void Storage_is_reached_with_an_identity_when_addresses_are_given()
    {
        using var services = Pipeline.Create(
            settings:
            [
                ("SupportStorage", null),
                ("SupportStorage:tableServiceUri", "https://acct.table.core.windows.net"),
                ("SupportStorage:credential", "managedidentity"),
                ("SupportStorage:clientId", "11111111-1111-1111-1111-111111111111"),
            ]
        );

        Assert.Equal(
            new Uri("https://acct.table.core.windows.net"),
            services.GetRequiredService<Azure.Data.Tables.TableServiceClient>().Uri
        );
    }

    /// <summary>As the host does it: everything begins to start, starts, and has started.</summary>
    private static async Task StartAsync(ServiceProvider services)
    {
        var hosted = services.GetServices<IHostedService>().ToList();
        var beside = hosted.OfType<IHostedLifecycleService>().ToList();
        foreach (var service in beside)
        {
            await service.StartingAsync(CancellationToken.None);
        }

        foreach (var service in hosted)
        {
            await service.StartAsync(CancellationToken.None);
        }

        foreach (var service in beside)
        {
            await service.StartedAsync(CancellationToken.None);
        }
    }
}
