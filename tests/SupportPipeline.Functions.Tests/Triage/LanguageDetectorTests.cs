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
    [InlineData("und", "注文した商品がまだ届いていません。確認をお願いします。")]
    [InlineData("und", "주문한 상품이 아직 도착하지 않았습니다.")]
    [InlineData("und", "Добрий день! Моє замовлення ще не прийшло, допоможіть будь ласка.")]
    [InlineData("und", "Здравейте, кога ще пристигне поръчката ми? Моля за отговор.")]
    [InlineData("und", "Поштовани, моја поруџбина није стигла. Хвала.")]
    [InlineData("und", "Guten Tag, meine Bestellung ist noch nicht angekommen. Bitte um Rückmeldung.")]
    [InlineData("und", "Bonjour, je n'ai toujours pas reçu mon colis, pouvez-vous vérifier ?")]
    [InlineData("und", "Hola, mi pedido no ha llegado y nadie contesta.")]
    [InlineData("und", "Olá, a minha encomenda ainda não chegou.")]
    [InlineData("und", "مرحبا، طلبي لم يصل بعد")]
    [InlineData("und", "Η παραγγελία μου δεν έχει φτάσει")]
    [InlineData("und", "ขอคืนเงินค่ะ")]
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

    [Fact]
    public void Never_throws_and_answers_one_of_five_codes()
    {
        Prop.ForAll<NonNull<string>>(text =>
                LanguageDetector.Detect(text.Get) is { Code: "en" or "ru" or "zh-Hans" or "zh-Hant" or "und", Confidence: >= 0 and <= 1 }
            )
            .QuickCheckThrowOnFailure();
    }
}
