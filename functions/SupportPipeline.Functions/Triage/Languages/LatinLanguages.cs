using System.Collections.Frozen;

namespace SupportPipeline.Triage.Languages;

/// <summary>Tells English from the other languages in Latin letters by the little words that no sentence does without.</summary>
internal static class LatinLanguages
{
    private static readonly FrozenSet<string> English = Words(
        "the a an and or but of to in on at for from with without by is are was were be been am do does did don't doesn't didn't have has had haven't"
            + " i i'm i've i'd you your yours my me we our us he she they it it's its this that these those there here what when where why how who which"
            + " not no yes can can't could couldn't would wouldn't should will won't just still again please thanks thank hello hi hey dear sorry help"
            + " order refund money account broken working work wrong got get back if then than so as about after before now never ever any all some very"
            + " great good bad awful love hate terrible nothing something need want question problem cancel delivery parcel invoice payment password"
    );

    private static readonly FrozenSet<string> Others = Words(
        "der die das und ist nicht ich sie wir mit für auf ein eine einen bitte danke hallo wie wann warum mein meine habe haben noch aber auch von zu im dem den"
            + " le la les un une des et est pas je vous nous avec pour sur dans bonjour merci mon ma mes votre ne que qui du au ce cette suis ai mais où"
            + " el los las una y es no yo usted con para por en hola gracias mi su que del pero cuándo dónde está estoy tengo se lo al"
            + " il gli che non con per sono ho il mio della di da buongiorno grazie come quando dove è"
            + " o os as um uma e não com em meu minha olá obrigado obrigada você quando onde está do da foi"
            + " de het een en niet ik u wij met voor op hallo dank bedankt mijn waar wanneer maar ook van te dat zijn"
            + " nie się jest na z w i do że to dzień dobry dziękuję proszę moje kiedy gdzie mam jak"
            + " ve bir bu için değil merhaba teşekkürler benim ne zaman nerede ben siparişim var yok"
            + " och är inte jag med för hej tack min mitt när var det som på har og ikke jeg til hei takk ei en kiitos minun on ja"
    );

    internal static DetectedLanguage Detect(string text)
    {
        var words = LanguageText.Words(text);
        if (words.Count == 0)
        {
            return new DetectedLanguage(LanguageDetector.Undetermined, 0);
        }

        // A word that English shares with another language ("a", "on", "was") says half as much.
        var english = words.Sum(word => English.Contains(word) ? (Others.Contains(word) ? 0.5 : 1) : 0);
        var other = words.Sum(word => Others.Contains(word) ? (English.Contains(word) ? 0.5 : 1) : 0);
        var accented = words.Count(word => word.Any(c => c >= 'À')) * 0.5;
        var isEnglish = english > other + accented && english / words.Count >= 0.12;
        if (!isEnglish)
        {
            return new DetectedLanguage(LanguageDetector.Undetermined, other > 0 ? Math.Min(0.95, 0.5 + (other / words.Count)) : 0.3);
        }

        return new DetectedLanguage("en", Math.Min(0.99, 0.5 + (english / words.Count * (words.Count < 3 ? 0.3 : 0.9))));
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
