using Azure;
using Azure.Data.Tables;

namespace SupportPipeline.AzureSdk.Tests.Tables;

/// <summary>A table of its own for each test.</summary>
[Collection("Azurite")]
public abstract class TablesTest : IAsyncLifetime
{
    private static int s_tables;

    protected TablesTest(AzuriteFixture azurite)
    {
        ArgumentNullException.ThrowIfNull(azurite);
        ConnectionString = azurite.ConnectionString;
        Service = new TableServiceClient(ConnectionString);
        Table = Service.GetTableClient($"Test{GetType().Name}{Interlocked.Increment(ref s_tables)}");
    }

    protected string ConnectionString { get; }

    protected TableServiceClient Service { get; }

    protected TableClient Table { get; }

    public Task InitializeAsync() => Table.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Table.DeleteAsync();

    /// <summary>The failure of a call that must fail.</summary>
    protected static Task<RequestFailedException> FailureOf(Func<Task> call) => Assert.ThrowsAsync<RequestFailedException>(call);

    /// <summary>Adds entities with row keys 0000, 0001, ... and a Number.</summary>
    protected async Task FillAsync(int count, string partition = "p")
    {
        foreach (var numbers in Enumerable.Range(0, count).Chunk(100))
        {
            await Table.SubmitTransactionAsync(
                numbers.Select(number => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity(partition, RowKey(number)) { ["Number"] = number, ["Word"] = $"word {number}" }
                ))
            );
        }
    }

    protected static string RowKey(int number) => number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
}
