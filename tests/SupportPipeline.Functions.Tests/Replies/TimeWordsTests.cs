namespace SupportPipeline.Replies;

public sealed class TimeWordsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 14, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "UTC", "14:00 on Tuesday 24 November (UTC)")]
    [InlineData("en", "Europe/Berlin", "15:00 on Tuesday 24 November (UTC+01:00)")]
    [InlineData("ru", "Europe/Moscow", "17:00 24 ноября (UTC+03:00)")]
    [InlineData("zh-Hans", "Asia/Shanghai", "11月24日星期二 22:00（UTC+08:00）")]
    [InlineData("zh-Hant", "Asia/Taipei", "11月24日星期二 22:00（UTC+08:00）")]
    [InlineData("en", "America/New_York", "09:00 on Tuesday 24 November (UTC-05:00)")]
    public void Tells_a_time_the_way_the_customer_reads_it(string language, string zone, string expected) =>
        Assert.Equal(expected, TimeWords.Tell(At, TimeZoneInfo.FindSystemTimeZoneById(zone), language));
}
