using System.Reflection;

namespace SupportPipeline.Platform;

public sealed class ReasonCodeTests
{
    [Fact]
    public void The_list_is_closed_and_complete()
    {
        var constants = Constants(typeof(ReasonCode))
            .Concat(Intake.AutomaticMailReason.All)
            .Concat(Constants(typeof(Playbook.PlaybookReason)))
            .Concat(Constants(typeof(FollowUps.FollowUpReason)))
            .Concat(Constants(typeof(Outages.Notices.NoticeReason)))
            .Concat(Constants(typeof(Social.SocialReason)))
            .ToList();

        Assert.Equal(constants.Order(StringComparer.Ordinal), ReasonCode.All.Order(StringComparer.Ordinal));
        Assert.Equal(ReasonCode.All.Count, ReasonCode.All.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ReasonCode.All, code => Assert.Matches("^[a-z]+(-[a-z0-9]+)*$", code));
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);
}
