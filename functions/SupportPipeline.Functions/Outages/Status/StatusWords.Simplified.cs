using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <content>The words in Simplified Chinese.</content>
internal sealed partial record StatusWords
{
    private static readonly StatusWords Simplified = new()
    {
        Language = "zh-Hans",
        OwnName = "简体中文",
        Months = [],
        DecimalMark = '.',
        Title = "{0} 服务状态",
        Skip = "跳到正文",
        Languages = "语言",
        Indicators = new Dictionary<IncidentImpact, string>
        {
            [IncidentImpact.None] = "所有服务运行正常",
            [IncidentImpact.Minor] = "个别服务略受影响",
            [IncidentImpact.Major] = "部分服务中断",
            [IncidentImpact.Critical] = "服务大范围中断",
            [IncidentImpact.Maintenance] = "服务维护中",
        },
        LastChange = "最近一次变动：{0}",
        OpenIncidents = "正在处理的故障",
        NoOpenIncidents = "目前没有发现故障。",
        ActiveMaintenance = "正在进行的维护",
        UpcomingMaintenance = "计划中的维护",
        NoUpcomingMaintenance = "近期没有维护计划。",
        Components = "各项服务",
        BarsFrom = "90 天前",
        BarsUntil = "今天",
        Uptime = "最近 90 天可用率 {0}%",
        TroubledDays = "出过问题的日子",
        NoTroubledDays = "最近 90 天没有出过问题。",
        NoData = "暂无数据",
        Past = "以往的故障与维护",
        NoPast = "最近 90 天没有记录。",
        Affected = "受影响的服务：{0}",
        Impact = "影响程度：{0}",
        Scheduled = "{0} 至 {1}",
        NextUpdate = "下次通报不晚于 {0}",
        Correction = "更正 {0} 的通报",
        Corrected = "后来的通报已作更正",
        Learnt = "事后总结",
        Back = "返回服务状态页",
        Feeds = "订阅动态",
        Badge = "服务状态",
        ComponentStates = new Dictionary<ComponentState, string>
        {
            [ComponentState.Operational] = "运行正常",
            [ComponentState.DegradedPerformance] = "响应变慢",
            [ComponentState.PartialOutage] = "部分中断",
            [ComponentState.MajorOutage] = "全面中断",
            [ComponentState.UnderMaintenance] = "维护中",
        },
        IncidentStates = new Dictionary<IncidentState, string>
        {
            [IncidentState.Investigating] = "正在调查",
            [IncidentState.Identified] = "已查明原因",
            [IncidentState.Monitoring] = "正在观察",
            [IncidentState.Resolved] = "已恢复",
            [IncidentState.Scheduled] = "已安排",
            [IncidentState.InProgress] = "进行中",
            [IncidentState.Verifying] = "正在验证",
            [IncidentState.Completed] = "已完成",
        },
        Impacts = new Dictionary<IncidentImpact, string>
        {
            [IncidentImpact.None] = "无",
            [IncidentImpact.Minor] = "轻微",
            [IncidentImpact.Major] = "较大",
            [IncidentImpact.Critical] = "严重",
            [IncidentImpact.Maintenance] = "维护",
        },
    };
}
