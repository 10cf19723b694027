using System.Collections.Frozen;

namespace SupportPipeline.Triage.Languages;

/// <summary>Tells Russian from the other languages in Cyrillic letters.</summary>
internal static class CyrillicLanguages
{
    /// <summary>Letters that Russian does not have: Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Tatar, Mongolian and their neighbours.</summary>
    private const string ForeignLetters = "іїєґўјљњђћџѓќѕәғқңөұүһӣӯ";

    /// <summary>Share of foreign letters from which a text is not Russian; below it, one of the names in it is not.</summary>
    private const double ForeignShare = 0.015;

    private static readonly FrozenSet<string> Russian = Words(
        "и в не на я что с по как это у меня мне вы вас за но от из к так уже был была было были вам мы нас для бы же только или если когда где"
            + " почему очень спасибо пожалуйста здравствуйте добрый привет нет есть заказ деньги можно нужно до сих пор ещё еще его её их"
    );

    private static readonly FrozenSet<string> NotRussian = Words(
        "съм сме сте са ще това със няма имам моля благодаря защо какво кога къде поръчката моята моят вие ние беше здравейте"
            + " је сам није молим хвала зашто како нисам поруџбина све али који нема или уже"
            + " це що та але дякую будь ласка не та як чому мені моє замовлення він вона"
    );

    internal static DetectedLanguage Detect(string text)
    {
        int letters = 0,
            foreign = 0,
            onlyRussian = 0;
        foreach (var c in text.ToLowerInvariant())
        {
            letters += c is >= 'Ѐ' and <= 'ԯ' ? 1 : 0;
            foreign += ForeignLetters.Contains(c) ? 1 : 0;
            onlyRussian += c is 'ы' or 'э' or 'ё' ? 1 : 0;
        }

        var words = LanguageText.Words(text);
        var russian = words.Count(Russian.Contains) + onlyRussian;
        var other = words.Count(word => NotRussian.Contains(word) && !Russian.Contains(word)) * 2;
        if (foreign > letters * ForeignShare || other > russian)
        {
            return new DetectedLanguage(LanguageDetector.Undetermined, 0.9);
        }

        return new DetectedLanguage("ru", russian == 0 ? 0.6 : Math.Min(0.99, 0.8 + (0.05 * russian)));
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
