using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Puts an audit together.</summary>
internal static class AuditSetup
{
    /// <summary>What a storm keeps beside its storage: the ids senders were answered with, a line each.</summary>
    public const string AnsweredFile = "accepted.txt";

    /// <summary>An audit of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="outbox">The mails that went out, when they are known.</param>
    /// <param name="answered">The ids senders were answered with, when they are known.</param>
    /// <param name="since">What is younger is not asked for its whereabouts.</param>
    public static AuditRun Of(AuditAccount account, Stream? outbox, Stream? answered, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(account);
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "localhost.settings.json"), optional: false, reloadOnChange: false)
            .AddEnvironmentVariables()
            .Build();
        var desk = configuration.GetSection(DeskOptions.Section).Get<DeskOptions>() ?? new();
        var intake = configuration.GetSection(IntakeOptions.Section).Get<IntakeOptions>() ?? new();

        // Who forwards what is no matter of an audit, so any organisation will do.
        var emails = new InboundEmails(
            new RawMessageStore(account.Blobs),
            new Desk(Options.Create(desk)),
            new Organisation(new OrganisationFile { Name = "audit" }),
            Options.Create(intake)
        );
        return new(account, new RepeatedPayloads(emails, new ThreadStore(account.Tables)))
        {
            Outbox = outbox,
            Answered = answered,
            Since = since,
        };
    }
}
