using SupportPipeline.Triage.Text;

namespace SupportPipeline.Functions.Tests.Triage.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("I don't KNOW", "i|don't|know")]
    [InlineData("I don’t, we‘re, it`s", "i|don't|we're|it's")]
    [InlineData("the customers' bags", "the|customers|bags")]
    [InlineData("state-of-the-art e-mail", "state|of|the|art|e|mail")]
    [InlineData("Ёлка ещё всё", "елка|еще|все")]
    [InlineData("и\u0306од мои\u0306 МОИ\u0306", "йод|мой|мой")]
    [InlineData("всё-таки", "все|таки")]
    [InlineData("ＢＡＤ　ｓｅｒｖｉｃｅ", "bad|service")]
    [InlineData("te\u200Brr\u00ADib\u2060le", "terrible")]
    [InlineData("\u202Eterrible\u202C ser\u200Fvice", "terrible|service")]
    [InlineData("t\u0335e\u0336r\u0337r\u0338i\u0301b\u0302l\u0303e\u0304", "terrible")]
    [InlineData("\u0007a\u0000b\u0001", "ab")]
    [InlineData("f*** sh*t b****** c*nt", "f***|sh*t|b******|c*nt")]
    [InlineData("**terrible** and *awful* service*", "terrible|and|awful|service")]
    [InlineData("{{name}} <b>bad</b> ${x} %s", "name|b|bad|b|x|s")]
    [InlineData("\uD83D bad \uDE00", "bad")]
    [InlineData("", "")]
    [InlineData(" \t\r\n", "")]
    public void Words_are_compared_without_case_width_invisible_characters_and_marks(string text, string words) =>
        Assert.Equal(words, new ReadText(text).Words);

    [Theory]
    [InlineData("  Really,\tBAD… «плохо»!", "Really|BAD|плохо")]
    [InlineData("te\u200Brrible и\u0306од", "te\u200Brrible|и\u0306од")]
    [InlineData("#WorstDayEver :-( 👍🏽👍🏽 ok", "Worst|Day|Ever|:-(|👍🏽👍🏽|ok")]
    [InlineData("退\u200B款", "退|款")]
    [InlineData("$1,299.99", "1,299.99")]
    public void Offsets_point_into_the_text_as_it_came(string text, string written) =>
        Assert.Equal(written, new ReadText(text, [":-("]).Written);

    [Theory]
    [InlineData("sooooo goood", "soo|good", "so|god")]
    [InlineData("плохооо", "плохоо", "плохо")]
    [InlineData("NOOOO", "noo", "no")]
    [InlineData("coool", "cool", "col")]
    public void Letters_repeated_three_times_are_compared_with_two_and_with_one(string text, string two, string one)
    {
        var read = new ReadText(text);

        Assert.Equal((two, one), (read.Words, string.Join('|', read.Shorter)));
        Assert.Equal(two, read.With(TokenFlags.Elongated));
    }

    [Theory]
    [InlineData("good book off")]
    [InlineData("1000 999999")]
    public void Two_letters_and_digits_are_not_drawn_out(string text) => Assert.Equal("", new ReadText(text).With(TokenFlags.Elongated));

    [Theory]
    [InlineData("This is BAD, REALLY bad I say", "bad|really", 2, 6)]
    [InlineData("УЖАСНО и A b", "ужасно", 1, 1)]
    [InlineData("OK 24H", "ok", 1, 1)]
    [InlineData("非常 BAD", "bad", 1, 1)]
    public void Capitals_are_shouted_when_there_are_two_and_no_small_letter(string text, string shouted, int count, int cased)
    {
        var read = new ReadText(text);

        Assert.Equal((shouted, (count, cased)), (read.With(TokenFlags.Shouted), read.Shouting));
    }

    [Theory]
    [InlineData("see https://shop.example/a?b=c now", "see|https://shop.example/a?b=c|now", "Word|Url|Word")]
    [InlineData("www.shop.example. Terrible", "www.shop.example|Terrible", "Url|Word")]
    [InlineData("(http://shop.example/x)", "http://shop.example/x", "Url")]
    [InlineData("mail jo.doe+x@mail.example!", "mail|jo.doe+x@mail.example", "Word|Url")]
    [InlineData("@SkyJet_Help and ＠other", "@SkyJet_Help|and|＠other", "Mention|Word|Mention")]
    [InlineData("a @ b", "a|b", "Word|Word")]
    [InlineData(
        "paid 50 of $20 and 30€, £ 40, 500 ₽, 12.50 $",
        "paid|50|of|20|and|30|40|500|12.50",
        "Word|Number|Word|Money|Word|Money|Money|Money|Money"
    )]
    [InlineData("1.5 stars, 3,5 hours. 7 days", "1.5|stars|3,5|hours|7|days", "Number|Word|Number|Word|Number|Word")]
    [InlineData("24h 2nd", "24h|2nd", "Word|Word")]
    public void Addresses_names_and_numbers_are_told_apart(string text, string written, string kinds)
    {
        var read = new ReadText(text);

        Assert.Equal((written, kinds), (read.Written, read.Kinds));
    }

    [Theory]
    [InlineData("#fail", "fail", "Hashtag")]
    [InlineData("#WorstAirlineEver", "worst|airline|ever", "Hashtag|Word|Word")]
    [InlineData("#never_again2024", "never|again2024", "Hashtag|Word")]
    [InlineData("＃плохо", "плохо", "Hashtag")]
    [InlineData("#ПлохойСервис", "плохой|сервис", "Hashtag|Word")]
    [InlineData("# fail #", "fail", "Word")]
    [InlineData("#NOOOO", "noo", "Hashtag")]
    public void A_hashtag_counts_as_its_words(string text, string words, string kinds)
    {
        var read = new ReadText(text);

        Assert.Equal((words, kinds), (read.Words, read.Kinds));
    }

    [Theory]
    [InlineData("👍🏽", "👍", "")]
    [InlineData("❤️", "❤", "")]
    [InlineData("👩‍💻😀", "👩|😀", "")]
    [InlineData("👨‍👩‍👧‍👦", "👨", "")]
    [InlineData("😂😂😂", "😂", "😂")]
    [InlineData("👎🏿👎🏿", "👎", "👎")]
    [InlineData("😡 😡", "😡|😡", "")]
    [InlineData("bad😡bad", "bad|😡|bad", "")]
    [InlineData("‼", "‼", "")]
    public void A_pictograph_counts_without_skin_tone_and_joined_ones_and_once_when_repeated(string text, string words, string drawnOut)
    {
        var read = new ReadText(text);

        Assert.Equal((words, drawnOut), (read.Words, read.With(TokenFlags.Elongated)));
    }

    [Theory]
    [InlineData("late :( again :-)", "late|:(|again|:-)")]
    [InlineData("good:)bad", "good|:)|bad")]
    [InlineData("xD that", "xd|that")]
    [InlineData("xDrive foxd", "xdrive|foxd")]
    [InlineData(":Delayed", "delayed")]
    [InlineData(":D", ":d")]
    public void Emoticons_are_symbols_and_not_the_beginnings_of_words(string text, string words) =>
        Assert.Equal(words, new ReadText(text, [":(", ":-)", ":)", "xd", ":d"]).Words);

    [Theory]
    [InlineData("спасибо)))", "спасибо|)))")]
    [InlineData("спасибо))))))", "спасибо|)))")]
    [InlineData("спасибо)", "спасибо|)")]
    [InlineData("плохо((", "плохо|((")]
    [InlineData("плохо( опять", "плохо|(|опять")]
    [InlineData("заказ (второй) пришёл", "заказ|второй|пришел")]
    [InlineData("заказ (второй))) пришёл", "заказ|второй|))|пришел")]
    [InlineData("заказ (второй （третий）) пришёл", "заказ|второй|третий|пришел")]
    [InlineData("1) плохо\n2) дорого", "1|плохо|2|дорого")]
    [InlineData("купил за 500)", "купил|за|500|)")]
    [InlineData("1)))", "1|)))")]
    public void Parentheses_that_nothing_opens_or_closes_are_smiles(string text, string words) =>
        Assert.Equal(words, new ReadText(text, [")", "))", ")))", "(", "((", "((("]).Words);

    [Theory]
    [InlineData("Good. Bad! Why? 好。差！Ok", "good. bad. why. 好. 差. ok")]
    [InlineData("It is late, slow; bad: really", "it is late, slow, bad, really")]
    [InlineData("well-made - but - no—yes", "well made, but, no, yes")]
    [InlineData("wait... what… no", "wait, what, no")]
    [InlineData("see example.com or U.S.A now", "see example, com or u, s, a now")]
    [InlineData("很差。OK", "很 差. ok")]
    [InlineData("first line\nwraps here\nNext one\n\nlast", "first line wraps here. next one. last")]
    [InlineData("one\r\ntwo\r\n\r\nthree", "one two. three")]
    [InlineData("很慢 很差", "很 慢, 很 差")]
    [InlineData("很慢，很差、贵", "很 慢, 很 差, 贵")]
    [InlineData("ok 很差 ok", "ok 很 差 ok")]
    [InlineData("good (not bad) ok", "good, not bad, ok")]
    [InlineData("...good", "good")]
    public void Clauses_and_sentences_end_where_people_end_them(string text, string structure)
    {
        // An ellipsis at the beginning begins a clause, which nobody sees.
        Assert.Equal(structure, new ReadText(text).Structure);
    }

    [Theory]
    [InlineData("What?! Bad!!! Ok.", "1?|3|0")]
    [InlineData("太差了！！你们呢？", "2|0?")]
    [InlineData("Great :) !", "1")]
    [InlineData("!!! bad", "3")]
    public void Marks_at_the_end_belong_to_their_sentence(string text, string marks)
    {
        var read = new ReadText(text, [":)"]);
        var sentences = read.Sentences.Where((sentence, at) => at == 0 || sentence.First < read.Tokens.Count);

        Assert.Equal(marks, string.Join('|', sentences.Select(sentence => $"{sentence.Exclamations}{(sentence.IsQuestion ? "?" : "")}")));
    }

    [Theory]
    [InlineData("\"very bad\"")]
    [InlineData("“very bad”")]
    [InlineData("„very bad“")]
    [InlineData("«very bad»")]
    [InlineData("「very bad」")]
    [InlineData("『very bad』")]
    [InlineData("《very bad》")]
    [InlineData("‘very bad’")]
    [InlineData("＂very bad＂")]
    [InlineData("“very ‘bad’”")]
    [InlineData("«very \"bad\"»")]
    public void Words_between_quotation_marks_are_somebody_elses(string quotation)
    {
        var read = new ReadText($"they wrote {quotation} to me today");

        Assert.Equal(("very|bad", ""), (read.With(TokenFlags.Quoted), read.With(TokenFlags.ScareQuoted)));
    }

    [Theory]
    [InlineData("\"great\"")]
    [InlineData("“great”")]
    [InlineData("«great»")]
    [InlineData("「great」")]
    [InlineData("'great'")]
    [InlineData("‘great’")]
    public void One_word_between_quotation_marks_is_meant_the_other_way_round(string quotation)
    {
        var read = new ReadText($"your {quotation} service");

        Assert.Equal(("", "great"), (read.With(TokenFlags.Quoted), read.With(TokenFlags.ScareQuoted)));
    }

    [Theory]
    [InlineData("a 5\" screen and a 7\" one is bad")]
    [InlineData("they wrote “bad and never closed it")]
    [InlineData("the customers' bags and 'my bags")]
    [InlineData("'cause it's bad, rock 'n roll'")]
    [InlineData("\"bad service all day long\"")]
    public void Inches_forgotten_marks_apostrophes_and_a_message_that_is_all_quotation_are_no_quotations(string text)
    {
        var read = new ReadText(text);

        Assert.Equal(("", ""), (read.With(TokenFlags.Quoted), read.With(TokenFlags.ScareQuoted)));
    }

    [Fact]
    public void A_mark_that_closes_after_more_than_sixty_words_was_forgotten()
    {
        string Quote(int words) =>
            $"I say “{string.Concat(Enumerable.Repeat("bad ", words))}” {string.Concat(Enumerable.Repeat("ok ", 40))}";

        Assert.Equal(60, new ReadText(Quote(60)).Tokens.Count(token => token.Has(TokenFlags.Quoted)));
        Assert.Equal(0, new ReadText(Quote(61)).Tokens.Count(token => token.Has(TokenFlags.Quoted)));
    }

    [Fact]
    public void A_word_longer_than_any_cue_is_one_word_whose_beginning_is_compared()
    {
        var read = new ReadText(new string('a', 10) + string.Concat(Enumerable.Repeat("bc", 500)));

        Assert.Equal(1010, Assert.Single(read.Tokens).Length);
        Assert.Equal(56, read.Words.Length);
    }
}
