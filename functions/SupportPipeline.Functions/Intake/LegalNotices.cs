namespace SupportPipeline.Intake;

/// <summary>The notices that companies put below every mail.</summary>
internal static class LegalNotices
{
    /// <summary>A line that is recognised by its words alone is a paragraph, not a remark.</summary>
    private const int MinLength = 80;

    private const int MaxLength = 3_000;

    private static readonly string[] Beginnings =
    [
        "this e-mail and any",
        "this email and any",
        "this message and any",
        "this e-mail message and",
        "this email message and",
        "this e-mail (including",
        "this email (including",
        "this message (including",
        "this e-mail is confidential",
        "this email is confidential",
        "this message is confidential",
        "this message is intended",
        "this email is intended",
        "this e-mail is intended",
        "this communication is",
        "the information contained in this",
        "the information in this e",
        "the information transmitted",
        "the contents of this e",
        "confidentiality notice",
        "confidentiality note",
        "legal notice",
        "disclaimer",
        "privileged and confidential",
        "private & confidential",
        "please consider the environment",
        "diese e-mail enthält vertrauliche",
        "diese nachricht enthält vertrauliche",
        "ce message et toutes les pièces",
        "ce message et ses pièces",
        "ce courriel et",
        "este mensaje y",
        "данное сообщение и",
        "данное электронное сообщение",
        "это электронное сообщение",
        "это сообщение и любые",
        "настоящее сообщение",
        "информация, содержащаяся в",
        "уведомление о конфиденциальности",
        "本邮件及其附件",
        "本邮件及附件",
        "此邮件及其附件",
        "本邮件包含",
        "本電子郵件",
        "本郵件及其附件",
        "此郵件及其附件",
        "本信件可能包含",
        "保密声明",
        "保密聲明",
        "免责声明",
        "免責聲明",
    ];

    private static readonly string[] Secrecy =
    [
        "confidential",
        "privileged",
        "vertraulich",
        "confidentiel",
        "confidencia",
        "riservat",
        "vertrouwelijk",
        "конфиденциальн",
        "конфіденційн",
        "poufn",
        "důvěrn",
        "konfidentiell",
        "fortrolig",
        "luottamuksel",
        "gizli",
        "bizalmas",
        "保密",
        "机密",
        "機密",
        "秘密",
        "기밀",
        "비밀",
    ];

    private static readonly string[] Recipients =
    [
        "recipient",
        "addressee",
        "intended",
        "empfänger",
        "adressat",
        "destinatair",
        "destinatari",
        "destinatár",
        "geadresseerde",
        "bestemd",
        "получател",
        "адресат",
        "одержувач",
        "adresat",
        "odbiorc",
        "příjemc",
        "mottagare",
        "modtager",
        "mottaker",
        "vastaanottaj",
        "alıcı",
        "címzett",
        "收件人",
        "收件者",
        "收信人",
        "受信者",
        "宛先",
        "수신",
    ];

    /// <summary>Whether a paragraph begins such a notice.</summary>
    internal static bool Begins(string line)
    {
        var text = line.AsSpan().Trim().TrimStart("*_-[(【# ");
        foreach (var beginning in Beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && (!IsHeading(beginning) || StandsAlone(text, beginning)))
            {
                return true;
            }
        }

        // Nobody else speaks of secrecy and of the intended recipient in one breath.
        return line.Length >= MinLength && HasAny(line, Secrecy) && HasAny(line, Recipients);
    }

    private static bool IsHeading(string beginning) => beginning is "disclaimer" or "legal notice";

    private static bool StandsAlone(ReadOnlySpan<char> text, string heading) =>
        text.Length <= heading.Length + 3 || text[heading.Length] is ':';

    private static bool HasAny(string line, string[] words)
    {
        var beginning = line.AsSpan(0, Math.Min(line.Length, MaxLength));
        foreach (var word in words)
        {
            if (beginning.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
