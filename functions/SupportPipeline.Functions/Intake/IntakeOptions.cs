using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.Intake;

/// <summary>Limits of what is taken in. Configuration section <c>Intake</c>.</summary>
public sealed class IntakeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Intake";

    /// <summary>The largest request, in bytes. SendGrid posts mails of up to 30 MB in total; larger ones it does not post. Default 30 MiB, at most 100 MB (the Functions host's own limit).</summary>
    [Range(1024, 104_857_600)]
    public long MaxRequestBytes { get; set; } = 30 * 1024 * 1024;

    /// <summary>The most attachments of one message. Default 50.</summary>
    [Range(0, 1000)]
    public int MaxAttachments { get; set; } = 50;

    /// <summary>The largest single attachment, in bytes. Default 25 MiB.</summary>
    [Range(0, 104_857_600)]
    public long MaxAttachmentBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>The longest field (headers, text, HTML) that is read into memory, in bytes; more is cut and said so on the timeline. Default 4 MiB.</summary>
    [Range(1024, 30 * 1024 * 1024)]
    public int MaxFieldBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>The most recipients that are kept in a case. Default 50.</summary>
    [Range(1, 1000)]
    public int MaxRecipients { get; set; } = 50;

    /// <summary>The longest text of one message that is kept in the case, in UTF-16 units; the payload as received keeps all. Default 200,000.</summary>
    [Range(1_000, 400_000)]
    public int MaxTextLength { get; set; } = 200_000;

    /// <summary>The public key of the Inbound Parse security policy (base64 SubjectPublicKeyInfo). When set, unsigned or wrongly signed requests are refused.</summary>
    public string? VerificationKey { get; set; }
}
