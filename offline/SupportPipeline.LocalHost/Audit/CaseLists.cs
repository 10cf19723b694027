using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>The names of lists, as their partitions have them without the shard: <c>open|support</c>.</summary>
internal static class CaseLists
{
    /// <summary>Those a case belongs in.</summary>
    public static IEnumerable<string> Of(CaseSnapshot snapshot) =>
        CaseViews
            .Of(snapshot)
            .Select(list => $"{KebabCase.NameOf(list.View)}|{(list.View == CaseView.Mine ? StableHash.Of("agent:" + list.Of) : list.Of)}");

    /// <summary>The list of a partition; null when it holds no list.</summary>
    public static string? OfPartition(string partition)
    {
        var shard = partition.LastIndexOf('|');
        var view = partition.IndexOf('|', StringComparison.Ordinal);
        return view > 0 && shard > view && CaseViews.ByName.ContainsKey(partition[..view]) ? partition[..shard] : null;
    }
}
