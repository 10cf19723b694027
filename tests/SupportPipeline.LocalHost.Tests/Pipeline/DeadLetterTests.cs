using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>A message that cannot be processed ends in a list with its reason, and goes on from there.</summary>
public sealed class DeadLetterTests(SharedDesk fixture) : PipelineTest(fixture), IClassFixture<SharedDesk>
{
    private const string Poison = StorageNames.InboundMessagesQueue + StorageNames.PoisonSuffix;

    [Fact]
    public async Task A_message_that_fails_too_often_is_listed_counted_and_processed_once_it_can_be()
    {
        ExpectInLog("ProcessMessage failed on the message");
        ExpectInLog("is dead letter");
        var maria = Customer("maria.dead@customer.example");
        var id = await maria.SendsAsync(maria.Letter());
        var pointer = await Desk.PointerAsync(id);
        var blob = Desk.Blobs(StorageNames.RawMessagesContainer)
            .GetBlobClient(JsonDocument.Parse(pointer).RootElement.GetProperty("data").GetProperty("rawBlob").GetString());
        var payload = (await blob.DownloadContentAsync()).Value;
        await blob.DeleteIfExistsAsync();

        await Desk.Queue(StorageNames.InboundMessagesQueue).SendMessageAsync(pointer);
        await Desk.IdleAsync();
        var letter = await OnlyLetterAsync();
        Assert.Equal("storage-failed 404 BlobNotFound", letter.GetProperty("reason").GetString());
        Assert.Equal(id, letter.GetProperty("pointers").GetProperty("messageId").GetString());
        Assert.Equal(1, await PoisonAsync());
        Assert.Equal(1, (await JsonAsync("api/health")).GetProperty("deadLetters").GetProperty("inbound-messages").GetInt32());

        await blob.UploadAsync(
            payload.Content.ToStream(),
            new Azure.Storage.Blobs.Models.BlobUploadOptions { HttpHeaders = new() { ContentType = payload.Details.ContentType } },
            CancellationToken.None
        );
        var route = $"api/dead-letters/{letter.GetProperty("id").GetString()}/replay";
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Desk.Http.PostAsync(route, null)));
        await Desk.IdleAsync();

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(
            answers.Where(answer => answer.StatusCode != HttpStatusCode.OK),
            answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode)
        );
        Assert.Equal(0, await PoisonAsync());
        Assert.Equal(0, (await JsonAsync("api/dead-letters")).GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await JsonAsync("api/dead-letters?state=replayed")).GetProperty("items").GetArrayLength());
        await maria.OnlyMailAsync();
    }

    private async Task<JsonElement> OnlyLetterAsync() =>
        Assert.Single(
            (await JsonAsync($"api/dead-letters?queue={StorageNames.InboundMessagesQueue}")).GetProperty("items").EnumerateArray()
        );

    private async Task<int> PoisonAsync() => (await JsonAsync("local/health")).GetProperty("poison").GetProperty(Poison).GetInt32();

    private Task<JsonElement> JsonAsync(string route) => Desk.Http.GetFromJsonAsync<JsonElement>(route);
}
