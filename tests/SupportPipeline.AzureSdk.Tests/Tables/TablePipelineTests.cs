using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace SupportPipeline.AzureSdk.Tests.Tables;

public sealed class TablePipelineTests
{
    private static readonly Uri Endpoint = new("https://account.table.core.windows.net");
    private static readonly TableSharedKeyCredential Key = new("account", Convert.ToBase64String(new byte[32]));

    [Fact]
    public async Task Tries_again_when_the_service_is_busy()
    {
        var transport = new AnsweringTransport(503, 500, 204);
        var table = new TableClient(Endpoint, "Cases", Key, Options(transport));

        var response = await table.UpsertEntityAsync(new TableEntity("p", "O'Brien"));

        Assert.Equal(204, response.Status);
        Assert.Equal(
            Enumerable.Repeat("PATCH https://account.table.core.windows.net/Cases(PartitionKey='p',RowKey='O%27%27Brien')", 3).ToList(),
            transport.Requests.Select(request => request.Split('?')[0]).ToList()
        );
    }

    [Fact]
    public async Task Gives_up_after_the_configured_tries()
    {
        var transport = new AnsweringTransport(503);
        var table = new TableClient(Endpoint, "Cases", Key, Options(transport));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpsertEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(503, failure.Status);
        Assert.Null(failure.ErrorCode);
        Assert.Equal(4, transport.Requests.Count);
    }

    [Theory]
    [InlineData("""{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"Wait."}}}""")]
    [InlineData("""<?xml version="1.0"?><Error><Code>TableBeingDeleted</Code><Message>Wait.</Message></Error>""")]
    public async Task Reads_code_and_message_of_an_error_in_JSON_and_in_XML(string body)
    {
        var service = new TableServiceClient(Endpoint, Key, Options(new AnsweringTransport(409) { Body = body }));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableIfNotExistsAsync("Cases"));

        Assert.Equal((409, "TableBeingDeleted"), (failure.Status, failure.ErrorCode));
        Assert.StartsWith("Wait.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_with_the_accounts_key()
    {
        var transport = new AnsweringTransport(204);

        await new TableClient(Endpoint, "Cases", Key, Options(transport)).DeleteEntityAsync("p", "r");

        Assert.Matches("^SharedKeyLite account:[A-Za-z0-9+/]{43}=$", transport.Authorizations.Single());
    }

    [Fact]
    public async Task Presents_a_token_for_the_storage_service()
    {
        var transport = new AnsweringTransport(204);
        var credential = new FixedCredential();
        var service = new TableServiceClient(Endpoint, credential, Options(transport));

        await service.GetTableClient("Cases").UpsertEntityAsync(new TableEntity("p", "r"));

        Assert.Equal("account", service.AccountName);
        Assert.Equal(["Bearer token-1"], transport.Authorizations);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task Runs_the_policies_of_the_caller_once_per_try()
    {
        var counter = new CountingPolicy();
        var options = Options(new AnsweringTransport(503, 503, 204));
        options.AddPolicy(counter, HttpPipelinePosition.PerRetry);

        await new TableClient(Endpoint, "Cases", Key, options).DeleteEntityAsync("p", "r");

        Assert.Equal(3, counter.Count);
    }

    [Fact]
    public void Knows_account_name_and_address_of_a_connection_string()
    {
        var key = Convert.ToBase64String(new byte[32]);
        var table = new TableClient(
            $"DefaultEndpointsProtocol=https;AccountName=account;AccountKey={key};EndpointSuffix=core.windows.net",
            "Cases"
        );

        Assert.Equal(
            ("account", "Cases", new Uri("https://account.table.core.windows.net/Cases")),
            (table.AccountName, table.Name, table.Uri)
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/")]
    public void Puts_the_table_below_the_endpoint(string endpoint)
    {
        var table = new TableServiceClient(new Uri(endpoint), Key).GetTableClient("Cases");

        Assert.Equal(new Uri("http://127.0.0.1:10002/devstoreaccount1/Cases"), table.Uri);
    }

    private static TableClientOptions Options(HttpPipelineTransport transport) =>
        new()
        {
            Transport = transport,
            Retry =
            {
                MaxRetries = 3,
                Delay = TimeSpan.FromMilliseconds(1),
                MaxDelay = TimeSpan.FromMilliseconds(1),
            },
        };

    private sealed class CountingPolicy : HttpPipelineSynchronousPolicy
    {
        public int Count { get; private set; }

        public override void OnSendingRequest(HttpMessage message) => Count++;
    }

    private sealed class FixedCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("token-1", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
