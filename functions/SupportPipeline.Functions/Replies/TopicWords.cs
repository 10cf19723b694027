using SupportPipeline.Triage;

namespace SupportPipeline.Replies;

/// <summary>
/// What a message is about, in words general enough for everyone to read. They stand inside sentences: after "about" in English, after
/// "насчёт" and so in the genitive in Russian, as a bare noun in Chinese.
/// </summary>
internal static class TopicWords
{
    /// <summary>The words for a topic; in Chinese nothing for <see cref="Topic.Other"/>, because its templates have words of their own for that.</summary>
    public static string Tell(Topic topic, string language) =>
        language switch
        {
            "zh-Hans" => topic switch
            {
                Topic.ProductDefect => "商品",
                Topic.Billing => "付款",
                Topic.Delivery => "配送",
                Topic.ServiceQuality => "服务",
                Topic.Account => "账户",
                Topic.Availability => "使用",
                _ => "",
            },
            "zh-Hant" => topic switch
            {
                Topic.ProductDefect => "商品",
                Topic.Billing => "付款",
                Topic.Delivery => "配送",
                Topic.ServiceQuality => "服務",
                Topic.Account => "帳號",
                Topic.Availability => "使用",
                _ => "",
            },
            "ru" => topic switch
            {
                Topic.ProductDefect => "вашей покупки",
                Topic.Billing => "вашей оплаты",
                Topic.Delivery => "вашей доставки",
                Topic.ServiceQuality => "нашего обслуживания",
                Topic.Account => "вашей учётной записи",
                Topic.Availability => "доступности",
                _ => "вашего вопроса",
            },
            _ => topic switch
            {
                Topic.ProductDefect => "your product",
                Topic.Billing => "your payment",
                Topic.Delivery => "your delivery",
                Topic.ServiceQuality => "our service",
                Topic.Account => "your account",
                Topic.Availability => "availability",
                _ => "your question",
            },
        };
}
