using System.Text.RegularExpressions;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>Reads a report that was written for people: whom the mail did not reach, which code the server gave, and whether it is tried again.</summary>
internal static partial class BounceText
{
    private const int MaxDiagnostic = 500;
    private const int MaxRecipients = 20;

    /// <summary>Lines looked at: the mail that bounced stands below and may quote codes and addresses of its own.</summary>
    private const int MaxLines = 150;

    /// <summary>What the text says; nothing when it holds neither a code nor words of a failure.</summary>
    internal static IReadOnlyList<BouncedRecipient> Read(
        string subject,
        string text,
        Func<EmailAddress, bool> isOurs,
        string? failedRecipients
    )
    {
        var lines = Report(text);
        var coded = lines.FindIndex(line => BounceCodes.Enhanced(line) is { } code && code[0] is '4' or '5');
        coded = coded >= 0 ? coded : lines.FindIndex(IsServerAnswer);
        var body = string.Join('\n', lines);
        var isDelayed = Delay().IsMatch(subject) || (Delay().IsMatch(body) && !Failure().IsMatch(subject) && !GivenUp().IsMatch(body));
        var saysFailure = isDelayed || Failure().IsMatch(subject) || Failure().IsMatch(body);
        if (!saysFailure && (coded < 0 || !BothCodes().IsMatch(lines[coded])))
        {
            return [];
        }

        var status = coded >= 0 ? BounceCodes.Of(lines[coded]) : null;
        var action = isDelayed && status?[0] != '5' ? BounceActions.Delayed : BounceActions.Failed;
        var diagnostic = coded >= 0 ? StoredText.CleanLine(Answer(lines, coded), MaxDiagnostic) : null;
        var failed = MailboxList.Parse(failedRecipients, MaxRecipients, out _).Select(mailbox => mailbox.Address).ToList();
        if (failed.Count == 0 && FirstAddress(lines, isOurs) is { } found)
        {
            failed.Add(found);
        }

        return failed.Count == 0
            ? [new(action, status, diagnostic, null, null)]
            : [.. failed.Select(address => new BouncedRecipient(action, status, diagnostic, address, null))];
    }

    private static List<string> Report(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLinesByLineFeed())
        {
            if (lines.Count >= MaxLines || (lines.Count > 0 && CopyBelow().IsMatch(line)))
            {
                break;
            }

            lines.Add(line.ToString());
        }

        return lines;
    }

    private static bool IsServerAnswer(string line) => ServerAnswer().IsMatch(line);

    // The answer of a server may go over several lines, each with its code.
    private static string Answer(List<string> lines, int first)
    {
        var last = first;
        while (
            last + 1 < lines.Count
            && last - first < 4
            && !string.IsNullOrWhiteSpace(lines[last + 1])
            && lines[first].Length + lines[last + 1].Length < MaxDiagnostic
        )
        {
            last++;
        }

        return string.Join(' ', lines[first..(last + 1)].Select(line => line.Trim()));
    }

    private static EmailAddress? FirstAddress(List<string> lines, Func<EmailAddress, bool> isOurs)
    {
        foreach (var line in lines)
        {
            if (
                line.Contains('@', StringComparison.Ordinal)
                && SenderText.Read(line).Address is { } address
                && !isOurs(address)
                && !IsMailSystem(address)
            )
            {
                return address;
            }
        }

        return null;
    }

    private static bool IsMailSystem(EmailAddress address) =>
        address.LocalPart.ToLowerInvariant() is "postmaster" or "mailer-daemon" or "abuse" or "support" or "hostmaster";

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(
        "(below|following) (this line )?is a copy|copy of the (original )?message|original message (headers|follows)|message headers follow|this is a copy of"
            + @"|исходное (письмо|сообщение)|копия (письма|сообщения)|^[-\s]*原(始)?邮件[-\s]*$|^[-\s]*原信(内容)?[-\s]*$|^-{3,} ?(ursprüngliche nachricht|original message)",
        Options
    )]
    private static partial Regex CopyBelow();

    [GeneratedRegex(
        @"(^|[^0-9.,/:-])[45][0-9]{2}([ :-]|$).*[a-z]{3}|(said|answered|responded|error|code|ответ|返回|错误)[^0-9]{0,30}[45][0-9]{2}([^0-9]|$)",
        Options
    )]
    private static partial Regex ServerAnswer();

    [GeneratedRegex(@"(^|[^0-9])[45][0-9]{2}[ -]+#?[45]\.[0-9]{1,3}\.[0-9]{1,3}", Options)]
    private static partial Regex BothCodes();

    [GeneratedRegex(
        "delay|not (yet )?been delivered|will (be )?(retr|tr)|still (being )?(retr|try)|verzöger|retard|en attente|demor|retras|ritard|vertraag|задерж|отлож|ещё не доставлен|еще не доставлен"
            + "|opóźn|försen|forsink|延迟|延遲|遅延|지연|geciktiril",
        Options
    )]
    private static partial Regex Delay();

    [GeneratedRegex(
        "permanent|giving up|given up|no further|gave up|not (be )?(try|retry)|fatal|окончательн|endgültig|définitiv|永久|hata",
        Options
    )]
    private static partial Regex GivenUp();

    [GeneratedRegex(
        "undeliver|not (be )?deliver|couldn.t be delivered|could not (be )?(deliver|reach)|(delivery|delivering).{0,40}(fail|error|problem)|fail.{0,40}deliver|returned mail|returned to sender|failure notice|address not found|user unknown"
            + "|unzustellbar|nicht zugestellt|unzustell|non remis|non distribu|n.a pas pu être (remis|distribu)|échec de la remise|no se (ha )?(podido|pudo) entregar|no entregado|no se puede entregar"
            + "|não (foi )?(entregue|pôde ser entregue)|não é possível entregar|mancata consegna|non recapitabile|impossibile recapitare|onbestelbaar|niet (worden )?(bezorgd|afgeleverd)"
            + "|не доставлен|недостав|не удалось доставить|невозможно доставить|не може бути доставлен|niedostarczon|nie (można|udało się) dostarczyć|nie zostałą? dostarczona"
            + "|退信|无法投递|無法投遞|未送达|未送達|发送失败|無法傳遞|无法传递|投递失败|配信できません|配信不能|送信できません|전송.{0,4}실패|배달.{0,6}(불가|못)|반송|teslim edilemedi|iletilemedi"
            + "|kunde inte levereras|olevererbar|kunne ikke lever|ikke leveret|toimittaminen epäonnistui",
        Options
    )]
    private static partial Regex Failure();
}
