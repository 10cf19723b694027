using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Demo.Story;

/// <summary>What Russian-speaking customers write who need one of the playbook's scenarios.</summary>
internal static class RussianScenarios
{
    public static OutgoingTestEmail Question() =>
        Letter.New(
            "Нина Белова <nina.belova@example.com>",
            "Вопрос о гарантии",
            """
            Добрый день!

            Подскажите, пожалуйста, сколько длится гарантия на утюг и нужен ли для неё чек?

            Нина Белова
            """
        );

    public static OutgoingTestEmail Praise() =>
        Letter.New(
            "Галина Ершова <galina.ershova@example.com>",
            "Спасибо вашему мастеру",
            """
            Здравствуйте!

            Хочу поблагодарить вашего мастера Андрея: приехал вовремя, починил стиральную машину за полчаса, очень вежливый.
            Отличная работа, спасибо большое!

            Галина
            """
        );

    public static OutgoingTestEmail VeryAngry() =>
        Letter.New(
            "Виктор Панин <viktor.panin@example.com>",
            "СКОЛЬКО МОЖНО!!!",
            """
            Это просто кошмар и позор!!! Третий раз переносите доставку, трубку никто не берёт!
            Я в бешенстве! Ужасный сервис, отвратительное отношение, НИКОГДА больше ничего у вас не куплю!!!
            """
        );

    public static OutgoingTestEmail Refund() =>
        Letter.New(
            "Марина Лукина <marina.lukina@example.com>",
            "Возврат денег за заказ 55-7710",
            """
            Здравствуйте!

            Две недели назад я отправила вам наушники обратно. Верните, пожалуйста, деньги на карту.

            Марина Лукина
            """
        );

    public static OutgoingTestEmail PhysicalThreat() =>
        Letter.New(
            "Пётр <petr.k@example.com>",
            "Последнее предупреждение",
            """
            Я знаю, где ваш офис. Приеду и переломаю вам ноги, если завтра не вернёте деньги.
            """
        );

    /// <summary>She wrote in the morning already; now she is quiet.</summary>
    public static OutgoingTestEmail LeavingQuietly(SinkMail ours) =>
        Letter.Answer(
            ours,
            "Ольга Смирнова <olga.smirnova@example.com>",
            ours.Subject,
            """
            Здравствуйте. Пишу вам второй раз, посылки так и нет. Ладно, отвечать уже не обязательно:
            наверное, просто куплю в другом магазине, а от вашего уйду.

            Ольга
            """
        );
}
