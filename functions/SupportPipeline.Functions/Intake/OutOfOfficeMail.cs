namespace SupportPipeline.Intake;

/// <summary>
/// Recognises absence notices. The header rules are Zammad's (Exchange, Zimbra, cPanel, Gmail); the subjects close the gap its users report,
/// absence notices of other mail systems that say "auto-replied" at most.
/// </summary>
internal static class OutOfOfficeMail
{
    /// <summary>
    /// What mail systems put before a colon in front of the subject they answer. A person who replies to such a notice has "Re:" before
    /// it, and a person who writes about one has no colon, so this alone is enough.
    /// </summary>
    private static readonly string[] SubjectPrefixes =
    [
        "automatic reply",
        "auto reply",
        "auto-reply",
        "autoreply",
        "out of office",
        "out of office autoreply",
        "out-of-office",
        "abwesenheitsnotiz",
        "automatische antwort",
        "réponse automatique",
        "respuesta automática",
        "risposta automatica",
        "resposta automática",
        "automatisch antwoord",
        "автоответ",
        "автоматический ответ",
        "нет на работе",
        "自动回复",
        "自动答复",
        "自動回覆",
        "自動回復",
        "自動返信",
        "不在办公室",
        "不在辦公室",
    ];

    /// <summary>Words that tell an absence from other automatic answers, once the headers say that it is an automatic answer.</summary>
    private static readonly string[] AbsenceWords =
    [
        "vacation",
        "out of office",
        "out of the office",
        "out-of-office",
        "on leave",
        "away from",
        "abwesen",
        "urlaub",
        "absence",
        "ausente",
        "отпуск",
        "нет на месте",
        "休假",
        "外出",
        "不在",
    ];

    internal static string? Find(AutomaticMailEvidence mail)
    {
        var headers = mail.Headers;
        if (AutomaticMailHeaders.SuppressesAll(headers) && headers.Has("X-MS-Exchange-Inbox-Rules-Loop"))
        {
            return "X-Auto-Response-Suppress: All, X-MS-Exchange-Inbox-Rules-Loop";
        }

        foreach (var value in headers.All("Auto-Submitted"))
        {
            if (Says(value, "vacation"))
            {
                return "Auto-Submitted: vacation";
            }

            if (IsAutoReplied(value) && HeaderToken.Parameter(value, "owner-email") is not null)
            {
                return "Auto-Submitted: auto-replied; owner-email";
            }
        }

        return BySubject(mail);
    }

    private static string? BySubject(AutomaticMailEvidence mail)
    {
        var subject = mail.Subject.Trim();
        var colon = subject.AsSpan().IndexOfAny(':', '：');
        var prefix = colon > 0 ? subject[..colon].Trim() : "";
        if (SubjectPrefixes.Contains(prefix, StringComparer.OrdinalIgnoreCase))
        {
            return $"Subject: {prefix}:";
        }

        var saysAutomatic = AutomaticMailHeaders.IsAutoReplied(mail.Headers) || AutomaticMailHeaders.AutoReply(mail.Headers) is not null;
        return saysAutomatic && AbsenceWords.FirstOrDefault(word => Says(subject, word)) is { } found ? $"Subject has \"{found}\"" : null;
    }

    private static bool IsAutoReplied(string value) => HeaderToken.First(value).Equals("auto-replied", StringComparison.OrdinalIgnoreCase);

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
