using FsCheck;
using FsCheck.Fluent;
using SupportPipeline.Triage;

namespace SupportPipeline.Functions.Tests.Triage;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "Hello, my parcel still has not arrived and nobody answers the phone.")]
    [InlineData("en", "Refund please")]
    [InlineData("en", "I can't log in. See https://shop.example/de/konto and jo@beispiel.example")]
    [InlineData("en", "The Müller coffee machine I bought from you is broken again.")]
    [InlineData("ru", "Здравствуйте! Заказ оплатил неделю назад, а посылки всё нет.")]
    [InlineData("ru", "Верните деньги")]
    [InlineData("ru", "Не работает приложение на iPhone 15 Pro, вылетает после обновления.")]
    [InlineData("ru", "Меня зовут Олексій, и я до сих пор жду ответа от вашей поддержки по поводу возврата денег за отменённый заказ.")]
    [InlineData("zh-Hans", "你好，我的订单三天了还没有发货，请帮我查一下。")]
    [InlineData("zh-Hans", "谢谢")]
    [InlineData("zh-Hans", "你好")]
    [InlineData("zh-Hans", "我想退款，Apple Pay 付的钱还没有退回来")]
    [InlineData("zh-Hant", "您好，我的訂單已經三天了還沒有出貨，請幫我查一下。")]
    [InlineData("zh-Hant", "請問退款什麼時候會到帳？謝謝")]
    [InlineData("und", "")]
    [InlineData("und", "   \n")]
    [InlineData("und", "12345 !!! 🙂")]
    [InlineData("und", "x")]
    [InlineData("und", "https://shop.example/order jo@example.com")]
    [InlineData("ja", "注文した商品がまだ届いていません。確認をお願いします。")]
    [InlineData("ko", "주문한 상품이 아직 도착하지 않았습니다.")]
    [InlineData("uk", "Добрий день! Моє замовлення ще не прийшло, допоможіть будь ласка.")]
    [InlineData("bg", "Здравейте, кога ще пристигне поръчката ми? Моля за отговор.")]
    [InlineData("sr", "Поштовани, моја поруџбина није стигла. Хвала.")]
    [InlineData("de", "Guten Tag, meine Bestellung ist noch nicht angekommen. Bitte um Rückmeldung.")]
    [InlineData("fr", "Bonjour, je n'ai toujours pas reçu mon colis, pouvez-vous vérifier ?")]
    [InlineData("es", "Hola, mi pedido no ha llegado y nadie contesta.")]
    [InlineData("pt", "Olá, a minha encomenda ainda não chegou.")]
    [InlineData("ar", "مرحبا، طلبي لم يصل بعد")]
    [InlineData("el", "Η παραγγελία μου δεν έχει φτάσει")]
    [InlineData("th", "ขอคืนเงินค่ะ")]
    public void Tells_our_languages_from_each_other_and_from_the_rest(string expected, string text)
    {
        Assert.Equal(expected, LanguageDetector.Detect(text).Code);
    }

    [Fact]
    public void Is_less_sure_of_a_greeting_than_of_a_sentence()
    {
        Assert.Equal(0.5, LanguageDetector.Detect("你好").Confidence);
        Assert.Equal(1, LanguageDetector.Detect("你好，我的订单三天了还没有发货，请帮我查一下。").Confidence);
        Assert.Equal(0, LanguageDetector.Detect("").Confidence);
    }

    [Fact]
    public void Follows_the_language_that_most_of_the_text_is_in()
    {
        Assert.Equal("ru", LanguageDetector.Detect("Ошибка при оплате заказа: «Payment failed». Что делать?").Code);
        Assert.Equal("en", LanguageDetector.Detect("Why does your app show me «Ошибка» when I want to pay with my card?").Code);
    }

    [Theory]
    [InlineData("kn", "ನನ್ನ ಆರ್ಡರ್ ಎಲ್ಲಿದೆ")]
    [InlineData("ml", "എന്റെ ഓർഡർ എവിടെ")]
    [InlineData("gu", "મારો ઓર્ડર ક્યાં છે")]
    [InlineData("pa", "ਮੇਰਾ ਆਰਡਰ ਕਿੱਥੇ ਹੈ")]
    [InlineData("or", "ମୋର ଅର୍ଡର କେଉଁଠି")]
    [InlineData("si", "මගේ ඇණවුම කොහෙද")]
    [InlineData("lo", "ຄໍາສັ່ງຂອງຂ້ອຍຢູ່ໃສ")]
    [InlineData("my", "ကျွန်တော့် အော်ဒါ ဘယ်မှာလဲ")]
    [InlineData("km", "ការបញ្ជាទិញរបស់ខ្ញុំនៅឯណា")]
    [InlineData("am", "ትዕዛዜ የት ነው")]
    public void Scripts_that_one_language_uses_name_it(string expected, string text)
    {
        Assert.Equal(expected, LanguageDetector.Detect(text).Code);
    }

    [Theory]
    [InlineData("en", "@SupportDE why is my order late? #warteschlange https://shop.example/de/hilfe")]
    [InlineData("de", "@help_me die Lieferung ist da, aber leer #sad www.shop.example")]
    [InlineData("zh-Hans", "@AppleSupport 我的 MacBook Pro Retina 坏了 #help https://t.example/abcdefghijkl")]
    [InlineData("ru", "Купил Samsung Galaxy Buds Pro на market.example, сломались")]
    [InlineData("en", "ＷＨＥＲＥ ＩＳ ＭＹ ＯＲＤＥＲ")]
    [InlineData("en", "whyyyyyy is this soooooo slowwwww")]
    [InlineData("fr", "Je l’ai commandé aujourd’hui")]
    [InlineData("zh-Hans", "฿100 ok 退款")]
    public void Addresses_hashtags_brands_and_stretched_words_do_not_mislead(string expected, string text)
    {
        Assert.Equal(expected, LanguageDetector.Detect(text).Code);
    }

    [Theory]
    [InlineData("zh-Hant", "佢唔係喺度")]
    [InlineData("ja", "全額返金希望、対応最悪")]
    public void Cantonese_words_and_Japanese_forms_of_characters_are_known(string expected, string text)
    {
        Assert.Equal(expected, LanguageDetector.Detect(text).Code);
    }

    [Fact]
    public void Looks_at_the_beginning_of_a_long_text_only()
    {
        var english = string.Concat(Enumerable.Repeat("this is what we want ", 250));

        Assert.Equal(
            LanguageDetector.Detect(english),
            LanguageDetector.Detect(english + string.Concat(Enumerable.Repeat("das ist nicht gut ", 50_000)))
        );
    }

    [Theory]
    [InlineData("en", "w\u0336h\u0336e\u0336r\u0336e\u0336 \u0336i\u0336s\u0336 my\u0300\u0301\u0302\u0303 order")]
    [InlineData("en", "\u202Ewhere is my order\u202C")]
    [InlineData("en", "where\0 is\0 my\0 order")]
    public void Broken_and_hostile_texts_are_read_for_what_they_are(string expected, string text)
    {
        Assert.Equal(expected, LanguageDetector.Detect(text).Code);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("a'")]
    [InlineData("'")]
    [InlineData("@/.#")]
    [InlineData("e\u0301")]
    [InlineData("退")]
    [InlineData("ж")]
    public void A_megabyte_without_a_blank_is_no_trouble(string piece)
    {
        var found = LanguageDetector.Detect(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));

        Assert.InRange(found.Confidence, 0, 1);
    }

    [Fact]
    public void Halves_of_characters_are_passed_over()
    {
        Assert.Equal("und", LanguageDetector.Detect("x\uD800\uDC00\uDFFF\uD83D").Code);
        Assert.Equal("und", LanguageDetector.Detect(new string('\uD840', 1_000_000)).Code);
        Assert.Equal("en", LanguageDetector.Detect("where is\uDFFF my order\uD83D").Code);
    }

    [Fact]
    public void Never_throws_and_is_never_surer_than_sure()
    {
        Prop.ForAll<NonNull<string>>(text => LanguageDetector.Detect(text.Get) is { Code.Length: 2 or 3 or 7, Confidence: >= 0 and <= 1 })
            .QuickCheckThrowOnFailure();
    }
}
