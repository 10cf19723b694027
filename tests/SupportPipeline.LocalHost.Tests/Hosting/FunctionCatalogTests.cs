using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Lists_everything_that_is_wrong()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => FunctionCatalog.Read([typeof(Wrong)], _ => null));
        Assert.Equal(
            [
                "The function app cannot be run:",
                "  Lost (Wrong.NoTrigger): no parameter has a trigger.",
                "  Number (Wrong.Number): nothing can be given to the parameter Int32 number.",
                "  Setting (Wrong.Setting): the setting Missing is missing.",
                "  Stranger (Wrong.Stranger): nothing can be given to the parameter Uri where.",
                "  Text (Wrong.Text): a result of type String is not supported; HTTP functions return IResult.",
                "  Twice: 2 functions have this name.",
            ],
            failure.Message.Split(Environment.NewLine)
        );
    }

    [Fact]
    public void Takes_the_name_for_a_missing_route_and_settings_for_percent_signs()
    {
        var http = FunctionCatalog.Read([typeof(HttpSample)], _ => null).Http;
        Assert.Equal(["Break", "greet/{name}/{times:int}", "Keyed"], http.Select(function => function.Route));
        var timer = FunctionCatalog.Read([typeof(TimerSample)], name => name == "DailyAt" ? "0 0 6 * * *" : null).Timers;
        Assert.Equal("0 0 6 * * *", Assert.Single(timer).Schedule);
    }

    public sealed class Wrong
    {
        [Function("Lost")]
        public static void NoTrigger(CancellationToken ct) => ct.ThrowIfCancellationRequested();

        [Function("Number")]
        public static void Number([QueueTrigger("q")] int number) => _ = number;

        [Function("Setting")]
        public static void Setting([QueueTrigger("%Missing%")] string text) => _ = text;

        [Function("Stranger")]
        public static void Stranger([QueueTrigger("q")] string text, Uri where) => _ = text + where;

        [Function("Text")]
        public static string Text([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => request.Method;

        [Function("Twice")]
        public static void TwiceA([QueueTrigger("q")] string text) => _ = text;

        [Function("twice")]
        public static void TwiceB([QueueTrigger("q")] string text) => _ = text;
    }
}
