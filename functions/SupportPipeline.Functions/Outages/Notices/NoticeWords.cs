using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Notices;

/// <summary>The words around what the author of a notice wrote, in one language.</summary>
public sealed record NoticeWords
{
    private static readonly Dictionary<string, NoticeWords> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = new()
        {
            Subjects = ["We are looking into it: {0}", "Update: {0}", "Fixed: {0}", "Planned work: {0}", "Correction: {0}"],
            WithName = "Hello {0},",
            WithoutName = "Hello,",
            States = ["working", "slow or unreliable", "not working for some", "not working", "switched off for planned work"],
            Affected = "Affected:",
            NextUpdate = "You will hear from us again by {0}, even if there is nothing new.",
            StatusPage = "The current state is always here: {0}",
            Why = "You get this mail because you use what is affected, or asked to be told. Choose what you hear about: {0}",
        },
        ["ru"] = new()
        {
            Subjects = ["Разбираемся: {0}", "Новости: {0}", "Исправлено: {0}", "Плановые работы: {0}", "Поправка: {0}"],
            WithName = "Здравствуйте, {0}!",
            WithoutName = "Здравствуйте!",
            States =
            [
                "работает",
                "работает медленно или с перебоями",
                "не работает у части клиентов",
                "не работает",
                "отключено на время работ",
            ],
            Affected = "Что затронуто:",
            NextUpdate = "Мы снова напишем вам не позднее чем в {0}, даже если новостей не будет.",
            StatusPage = "Текущее состояние всегда можно посмотреть здесь: {0}",
            Why =
                "Вы получили это письмо, потому что пользуетесь тем, что затронуто, или просили нас сообщать. Выбрать, о чём вам писать: {0}",
        },
        ["zh-Hans"] = new()
        {
            Subjects = ["我们正在处理：{0}", "最新进展：{0}", "已恢复：{0}", "计划维护：{0}", "更正：{0}"],
            WithName = "{0}，您好：",
            WithoutName = "您好：",
            States = ["正常", "较慢或不稳定", "部分用户无法使用", "无法使用", "因计划维护暂停"],
            Affected = "受影响的部分：",
            NextUpdate = "最晚在{0}，我们会再次告诉您进展；即使没有新消息，也会来信。",
            StatusPage = "最新状态随时可以在这里查看：{0}",
            Why = "您收到这封邮件，是因为您正在使用受影响的服务，或者曾请我们通知您。想选择接收哪些通知，请点这里：{0}",
        },
        ["zh-Hant"] = new()
        {
            Subjects = ["我們正在處理：{0}", "最新進展：{0}", "已恢復：{0}", "預定維護：{0}", "更正：{0}"],
            WithName = "{0} 您好：",
            WithoutName = "您好：",
            States = ["正常", "較慢或不穩定", "部分使用者無法使用", "無法使用", "因預定維護暫停"],
            Affected = "受影響的部分：",
            NextUpdate = "最晚在{0}，我們會再告訴您進展；就算沒有新消息，也會來信。",
            StatusPage = "最新狀態隨時可以在這裡查看：{0}",
            Why = "您會收到這封郵件，是因為您正在使用受影響的服務，或曾請我們通知您。想選擇收到哪些通知，請點這裡：{0}",
        },
    };

    /// <summary>By <see cref="NoticeKind"/>, with the incident's name to be filled in.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>The greeting of somebody whose name is known.</summary>
    public required string WithName { get; init; }

    /// <summary>The greeting of somebody whose name is not known.</summary>
    public required string WithoutName { get; init; }

    /// <summary>By <see cref="ComponentState"/>.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Above the components.</summary>
    public required string Affected { get; init; }

    /// <summary>The promise of the next update.</summary>
    public required string NextUpdate { get; init; }

    /// <summary>Where the status page is.</summary>
    public required string StatusPage { get; init; }

    /// <summary>Why somebody gets this, and how to choose.</summary>
    public required string Why { get; init; }

    /// <summary>The words of a language; those of English when there are none.</summary>
    public static NoticeWords In(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage["en"];

    /// <summary>Greets somebody.</summary>
    public string Greet(string? name) =>
        string.IsNullOrWhiteSpace(name) ? WithoutName : string.Format(System.Globalization.CultureInfo.InvariantCulture, WithName, name);
}
