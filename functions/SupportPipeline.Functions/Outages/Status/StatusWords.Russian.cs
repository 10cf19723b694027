using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <content>The words in Russian.</content>
internal sealed partial record StatusWords
{
    private static readonly StatusWords Russian = new()
    {
        Language = "ru",
        OwnName = "Русский",
        Months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        DecimalMark = ',',
        Title = "{0}: состояние сервисов",
        Skip = "Перейти к содержанию",
        Languages = "Язык",
        Indicators = new Dictionary<IncidentImpact, string>
        {
            [IncidentImpact.None] = "Всё работает",
            [IncidentImpact.Minor] = "Небольшие перебои",
            [IncidentImpact.Major] = "Частичный сбой",
            [IncidentImpact.Critical] = "Крупный сбой",
            [IncidentImpact.Maintenance] = "Идут плановые работы",
        },
        LastChange = "Последнее изменение: {0}",
        OpenIncidents = "Текущие сбои",
        NoOpenIncidents = "Сбоев, о которых мы знаем, сейчас нет.",
        ActiveMaintenance = "Идут плановые работы",
        UpcomingMaintenance = "Предстоящие работы",
        NoUpcomingMaintenance = "Работ пока не запланировано.",
        Components = "Сервисы",
        BarsFrom = "90 дней назад",
        BarsUntil = "Сегодня",
        Uptime = "Доступность за последние 90 дней: {0} %",
        TroubledDays = "Дни с перебоями",
        NoTroubledDays = "За последние 90 дней перебоев не было.",
        NoData = "данных ещё нет",
        Past = "Прошедшие сбои и работы",
        NoPast = "За последние 90 дней записей нет.",
        Affected = "Затронуто: {0}",
        Impact = "Влияние: {0}",
        Scheduled = "С {0} до {1}",
        NextUpdate = "Следующее сообщение не позднее {0}",
        Correction = "Исправляет сообщение от {0}",
        Corrected = "Исправлено более поздним сообщением",
        Learnt = "Разбор случившегося",
        Back = "Вернуться на страницу состояния",
        Feeds = "Следить через ленту",
        Badge = "состояние",
        ComponentStates = new Dictionary<ComponentState, string>
        {
            [ComponentState.Operational] = "Работает",
            [ComponentState.DegradedPerformance] = "Работает медленнее",
            [ComponentState.PartialOutage] = "Частичный сбой",
            [ComponentState.MajorOutage] = "Не работает",
            [ComponentState.UnderMaintenance] = "Плановые работы",
        },
        IncidentStates = new Dictionary<IncidentState, string>
        {
            [IncidentState.Investigating] = "Выясняем причину",
            [IncidentState.Identified] = "Причина найдена",
            [IncidentState.Monitoring] = "Наблюдаем",
            [IncidentState.Resolved] = "Устранено",
            [IncidentState.Scheduled] = "Запланировано",
            [IncidentState.InProgress] = "Идут работы",
            [IncidentState.Verifying] = "Проверяем",
            [IncidentState.Completed] = "Завершено",
        },
        Impacts = new Dictionary<IncidentImpact, string>
        {
            [IncidentImpact.None] = "нет",
            [IncidentImpact.Minor] = "небольшое",
            [IncidentImpact.Major] = "значительное",
            [IncidentImpact.Critical] = "критическое",
            [IncidentImpact.Maintenance] = "плановые работы",
        },
    };
}
