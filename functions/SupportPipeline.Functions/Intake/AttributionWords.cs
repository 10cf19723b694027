using System.Text.RegularExpressions;

namespace SupportPipeline.Intake;

/// <summary>The words by which an attribution is known, in the languages of the mail programs that write it. All patterns expect lower case.</summary>
internal static partial class AttributionWords
{
    /// <summary>Says that somebody wrote something.</summary>
    internal static bool HasVerb(string text) => Verb().IsMatch(text);

    /// <summary>Such a verb stands last, before the colon.</summary>
    internal static bool EndsWithVerb(string text) => VerbLast().IsMatch(text);

    /// <summary>Begins as an attribution does: with a preposition, a day of the week or a date.</summary>
    internal static bool Begins(string text) => Beginning().IsMatch(text);

    /// <summary>A year, a time of day or a date in figures.</summary>
    internal static bool HasDate(string text) => Date().IsMatch(text);

    /// <summary>A time of day.</summary>
    internal static bool HasTime(string text) => Time().IsMatch(text);

    /// <summary>People write "on 3 May I wrote" themselves; mail programs never do.</summary>
    internal static bool IsSpoken(string text) => Spoken().IsMatch(text);

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Verbs =
        @"((^|[^\p{L}])(wrote|writes|has written|sent|schrieb|schrieb am|geschrieben|hat geschrieben|a écrit|écrit|a ecrit|escribió|escribio|ha escrito|va escriure|ha scritto|scrive|escreveu|schreef"
        + @"|geschreven|написал|написала|написали|пишет|писал|писала|написав|написала|писав|пише|pisze|napisana przez|napisane przez|napisał|napisała|napisał\(a\)|napisał/a|skrev|skrev følgende|skrev följande"
        + @"|følgende|följande|kirjoitti|napsal|napsala|napsal\(a\)|napísal|napísala|napísal\(a\)|yazdı|şunu yazdı|şunları yazdı|ezt írta|írta|a scris|je napisao|je napisala|napisao|napisala|napisao/la"
        + @"|έγραψε|написа|kirjutas|rašė|rakstīja|đã viết|menulis|написал\(а\)|писал\(а\))($|[^\p{L}(]))"
        + @"|写道|寫道|写到|寫到|写了|のメール|書きました|からのメール|님이 작성|작성:|작성 :|쓴 글|님의 말|작성함|כתב|كتب|تمت كتابة|เขียน";

    [GeneratedRegex(Verbs, Options)]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"(wrote|writes|schrieb|geschrieben|écrit|escribió|scritto|escreveu|schreef|geschreven|написал|написала|написали|пишет|писал|писала|написав|пише|pisze|napisał|napisała|\(a\)|\(а\)|skrev|følgende|följande|kirjoitti|napsal|napsala|napísal|napísala|yazdı|írta|scris|napisao|napisala|έγραψε|kirjutas|viết|menulis|写道|寫道|写到|のメール|書きました|작성|작성함|쓴 글|כתב|كتب|เขียน)[ *_\u00A0]*[:：]?$",
        Options
    )]
    private static partial Regex VerbLast();

    [GeneratedRegex(
        @"^(([0-9(（\[]|在|於|于)|(on|at|am|den|d\.|le|el|il|il giorno|em|no dia|op|dnia|w dniu|в|во|у|på|dne|dňa|pe|la|în|στις|τη|vào|pada|em|a les|el dia|ai|datum:|date:"
            + @"|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
            + @"|lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mié|jue|vie|sáb|dom|seg|ter|qua|qui|sex"
            + @"|пн|вт|ср|чт|пт|сб|вс|нд|понедельник|вторник|среда|среду|четверг|пятница|пятницу|суббота|субботу|воскресенье|понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя"
            + @"|pon|wt|śr|czw|pt|sob|niedz|niedziela|poniedziałek|wtorek|środa|czwartek|piątek|sobota|ma|ti|ke|to|la|su|man|tir|ons|tor|fre|lør|søn|mån|tis|lör|sön|po|út|st|čt|pá|so|ne|pi|vr|za|zo|wo)(\.,|[ .,:：]))",
        Options
    )]
    private static partial Regex Beginning();

    [GeneratedRegex(
        @"(^|[^0-9])(19|20)[0-9]{2}($|[^0-9])|[0-9]{1,2}[:h][0-9]{2}|[0-9]{1,4} ?[./-] ?[0-9]{1,2} ?[./-] ?[0-9]{2}|[0-9] ?년|[0-9]月|[0-9]{1,2}\.[0-9]{2} (uhr|kl)",
        Options
    )]
    private static partial Regex Date();

    [GeneratedRegex(@"[0-9]{1,2} ?[:.h：] ?[0-9]{2}", Options)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"(^|[ ,])(i|we|you|he|she|they) (wrote|sent)|schrieb(en)? (ich|wir|sie|er)([^\p{L}]|$)|(ich|wir) schrieb|(je|nous) (vous )?(ai|avons) écrit|(^|[ ,])(я|мы|вы) (на)?писал|^[我你您他她](们|們)?.{0,40}(写|寫)",
        Options
    )]
    private static partial Regex Spoken();
}
