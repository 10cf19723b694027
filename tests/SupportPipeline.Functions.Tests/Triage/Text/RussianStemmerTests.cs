using SupportPipeline.Triage.Text;

namespace SupportPipeline.Functions.Tests.Triage.Text;

public sealed class RussianStemmerTests
{
    [Theory]
    [InlineData("задержка", "задержк")]
    [InlineData("задержками", "задержк")]
    [InlineData("задержали", "задержа")]
    [InlineData("работает", "работа")]
    [InlineData("работали", "работа")]
    [InlineData("отвратительная", "отвратительн")]
    [InlineData("отвратительнейшего", "отвратительн")]
    [InlineData("связью", "связ")]
    [InlineData("операторов", "оператор")]
    [InlineData("скорость", "скорост")]
    [InlineData("возможностями", "возможн")]
    [InlineData("сломанные", "слома")]
    [InlineData("сломался", "слома")]
    [InlineData("списавшиеся", "списа")]
    [InlineData("прочитав", "прочита")]
    [InlineData("купивши", "куп")]
    [InlineData("ужасен", "ужас")]
    [InlineData("обновление", "обновлен")]
    [InlineData("обновлений", "обновлен")]
    [InlineData("мегафон", "мегафон")]
    [InlineData("деньги", "деньг")]
    [InlineData("моя", "мо")]
    [InlineData("и", "и")]
    [InlineData("в", "в")]
    [InlineData("смс", "смс")]
    [InlineData("не", "не")]
    [InlineData("hello", "hello")]
    [InlineData("", "")]
    public void Cuts_a_word_to_its_stem(string word, string stem) => Assert.Equal(stem, word[..RussianStemmer.StemLength(word)]);

    [Theory]
    [InlineData("доставка доставки доставку доставкой доставке доставками")]
    [InlineData("хороший хорошая хорошее хорошие хорошего хорошему хорошим хороших")]
    [InlineData("жалоба жалобы жалобу жалоб жалобами жалобах")]
    [InlineData("тормозит тормозил тормозила тормозили тормозить")]
    [InlineData("глючит глючил глючили глючить глючите")]
    [InlineData("красавчик красавчики красавчиков красавчика")]
    public void Brings_the_inflections_of_a_word_together(string inflections)
    {
        var stems = inflections.Split(' ').Select(word => word[..RussianStemmer.StemLength(word)]).Distinct(StringComparer.Ordinal);

        Assert.Single(stems);
    }

    [Theory]
    [InlineData("связь", "связной")]
    [InlineData("плохо", "плохиш")]
    [InlineData("суд", "судьба")]
    public void Keeps_different_words_apart(string one, string other) =>
        Assert.NotEqual(one[..RussianStemmer.StemLength(one)], other[..RussianStemmer.StemLength(other)]);
}
