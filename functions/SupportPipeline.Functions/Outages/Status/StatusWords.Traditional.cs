using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <content>The words in Traditional Chinese.</content>
internal sealed partial record StatusWords
{
    private static readonly StatusWords Traditional = new()
    {
        Language = "zh-Hant",
        OwnName = "繁體中文",
        Months = [],
        DecimalMark = '.',
        Title = "{0} 服務狀態",
        Skip = "跳到主要內容",
        Languages = "語言",
        Indicators = new Dictionary<IncidentImpact, string>
        {
            [IncidentImpact.None] = "所有服務運作正常",
            [IncidentImpact.Minor] = "個別服務略受影響",
            [IncidentImpact.Major] = "部分服務中斷",
            [IncidentImpact.Critical] = "服務大範圍中斷",
            [IncidentImpact.Maintenance] = "服務維護中",
        },
        LastChange = "最近一次異動：{0}",
        OpenIncidents = "處理中的事故",
        NoOpenIncidents = "目前沒有發現異常。",
        ActiveMaintenance = "進行中的維護",
        UpcomingMaintenance = "預定的維護",
        NoUpcomingMaintenance = "近期沒有預定的維護。",
        Components = "各項服務",
        BarsFrom = "90 天前",
        BarsUntil = "今天",
        Uptime = "最近 90 天可用率 {0}%",
        TroubledDays = "曾經異常的日子",
        NoTroubledDays = "最近 90 天沒有異常。",
        NoData = "尚無資料",
        Past = "過去的事故與維護",
        NoPast = "最近 90 天沒有紀錄。",
        Affected = "受影響的服務：{0}",
        Impact = "影響程度：{0}",
        Scheduled = "{0} 至 {1}",
        NextUpdate = "下次公告不晚於 {0}",
        Correction = "更正 {0} 的公告",
        Corrected = "之後的公告已更正",
        Learnt = "事後檢討",
        Back = "回到服務狀態頁",
        Feeds = "訂閱動態",
        Badge = "服務狀態",
        ComponentStates = new Dictionary<ComponentState, string>
        {
            [ComponentState.Operational] = "運作正常",
            [ComponentState.DegradedPerformance] = "回應變慢",
            [ComponentState.PartialOutage] = "部分中斷",
            [ComponentState.MajorOutage] = "全面中斷",
            [ComponentState.UnderMaintenance] = "維護中",
        },
        IncidentStates = new Dictionary<IncidentState, string>
        {
            [IncidentState.Investigating] = "調查中",
            [IncidentState.Identified] = "已找出原因",
            [IncidentState.Monitoring] = "觀察中",
            [IncidentState.Resolved] = "已恢復",
            [IncidentState.Scheduled] = "已排定",
            [IncidentState.InProgress] = "進行中",
            [IncidentState.Verifying] = "驗證中",
            [IncidentState.Completed] = "已完成",
        },
        Impacts = new Dictionary<IncidentImpact, string>
        {
            [IncidentImpact.None] = "無",
            [IncidentImpact.Minor] = "輕微",
            [IncidentImpact.Major] = "較大",
            [IncidentImpact.Critical] = "嚴重",
            [IncidentImpact.Maintenance] = "維護",
        },
    };
}
