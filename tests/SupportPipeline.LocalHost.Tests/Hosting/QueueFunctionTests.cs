using Azure.Storage.Queues;

namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class QueueFunctionTests : IAsyncLifetime
{
    private SampleHost _host = null!;

    public async Task InitializeAsync() => _host = await SampleHost.StartAsync(typeof(QueueSample));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Deletes_a_message_that_was_processed()
    {
        await _host.Queue("orders").SendMessageAsync("""{"item":"tea","count":2}""");
        await _host.IdleAsync();
        Assert.Equal(["tea x 2"], _host.Sample.Seen);
    }

    [Fact]
    public async Task Tries_five_times_then_gives_the_message_up_unchanged()
    {
        await _host.Queue("failing").SendMessageAsync("order 7");
        await _host.IdleAsync();
        Assert.Equal([.. Enumerable.Range(1, 5).Select(attempt => $"attempt {attempt}: order 7")], _host.Sample.Seen);
        var poison = Assert.Single((await _host.Queue("failing-poison").PeekMessagesAsync(32)).Value);
        Assert.Equal("order 7", poison.Body.ToString());
        Assert.Contains("\"poison\":{\"failing-poison\":1,", await HealthAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_is_poison_and_stops_no_other()
    {
        await _host.Queue("orders", QueueMessageEncoding.None).SendMessageAsync("?!");
        await _host.Queue("orders").SendMessageAsync("""{"item":"tea","count":1}""");
        await _host.IdleAsync();
        Assert.Equal(["tea x 1"], _host.Sample.Seen);
        var poison = Assert.Single((await _host.Queue("orders-poison", QueueMessageEncoding.None).PeekMessagesAsync(32)).Value);
        Assert.Equal("?!", poison.Body.ToString());
    }

    [Fact]
    public async Task Is_not_idle_while_a_message_is_in_work()
    {
        await _host.Queue("slow").SendMessageAsync("a");
        await _host.Sample.Started.Reader.ReadAsync();
        Assert.Contains("\"idle\":false", await HealthAsync(), StringComparison.Ordinal);
        Assert.Contains("\"slow\":{\"messages\":1}", await HealthAsync(), StringComparison.Ordinal);
        _host.Sample.Gate.SetResult();
        await _host.IdleAsync();
        Assert.Contains("\"slow\":{\"messages\":0}", await HealthAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_somebody_else_has_deleted_meanwhile_does_no_harm()
    {
        await _host.Queue("slow").SendMessageAsync("a");
        await _host.Sample.Started.Reader.ReadAsync();
        await _host.Queue("slow").ClearMessagesAsync();
        _host.Sample.Gate.SetResult();
        await _host.IdleAsync();
        Assert.Equal(0, (await _host.Run.Health.LookAsync(default)).Poison["slow-poison"]);
    }

    private Task<string> HealthAsync() => _host.Http.GetStringAsync("local/health");
}
