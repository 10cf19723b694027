namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

/// <summary>A test with a desk. It fails on a warning or error in the log that it has not named.</summary>
public abstract class PipelineTest : IAsyncLifetime
{
    private protected const string Support = Desk.Address;
    private protected const string Sales = Desk.OtherAddress;

    private readonly List<string> _expected = [];

    private protected PipelineTest(SharedDesk shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        Desk = shared.Desk;
    }

    private protected Desk Desk { get; }

    public Task InitializeAsync()
    {
        Desk.Log.Forget();
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        Desk.Log.AssertOnly(_expected);
        return Task.CompletedTask;
    }

    /// <summary>The log has to hold this text, in a warning or an error.</summary>
    private protected void ExpectInLog(string text) => _expected.Add(text);

    private protected Customer Customer(string address, string? name = null) => new(Desk, address, name);
}
