using System.Xml.Linq;
using SupportPipeline.Outages.Incidents;
using static SupportPipeline.Outages.Status.SampleOutages;

namespace SupportPipeline.Outages.Status;

public sealed class StatusBadgesTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("en", "status: All systems operational")]
    [InlineData("zh-Hans", "服务状态: 所有服务运行正常")]
    [InlineData("zh-Hant", "服務狀態: 所有服務運作正常")]
    [InlineData("ru", "состояние: Всё работает")]
    public void The_badge_of_everything_says_it_in_words(string language, string expected)
    {
        var badge = XElement.Parse(StatusBadges.Everything(Snapshot(At(20, 12), [SignIn()]), language));

        Assert.Equal(expected, badge.Element(Svg + "title")!.Value);
        Assert.Equal((expected, "img"), (badge.Attribute("aria-label")!.Value, badge.Attribute("role")!.Value));
        Assert.Equal(expected.Split(": "), badge.Descendants(Svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void A_component_may_be_called_anything()
    {
        var odd = SignIn(ComponentState.PartialOutage) with { Names = Texts("\"R&D\" <tools>", "工具") };

        var badge = XElement.Parse(StatusBadges.Of(Snapshot(At(20, 12), [odd]), odd, "en"));

        Assert.Equal("\"R&D\" <tools>: Partial outage", badge.Element(Svg + "title")!.Value);
    }
}
